/** Why a PDF is not read, in words for a person: encrypted, damaged, too large. */
export class BadPdf extends Error {}
