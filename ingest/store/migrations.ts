import { readFileSync } from 'node:fs';

/**
 * What brings a record store from version n to n + 1 (`PRAGMA user_version`), in order. A released entry never changes:
 * a change of the schema is a new entry, and schema.sql stays the first one.
 */
export const MIGRATIONS: readonly string[] = [readFileSync(new URL('./schema.sql', import.meta.url), 'utf8')];
