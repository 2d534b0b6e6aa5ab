/** The record store's file in the folder of an archive. */
export const STORE_FILE = 'dibao.sqlite';
