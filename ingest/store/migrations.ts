import { readFileSync } from 'node:fs';

/**
 * What brings a record store from version n to n + 1 (`PRAGMA user_version`), in order. A released entry never changes:
 * a change of the schema is a new entry, and schema.sql stays the first one.
 */
export const MIGRATIONS: readonly string[] = [
  './schema.sql',
  './migrations/002-look-ups.sql',
  './migrations/003-extensions.sql',
  './migrations/004-lists.sql',
  './migrations/005-file-states.sql',
  './migrations/006-contradictions.sql',
  './migrations/007-days.sql',
  './migrations/008-print-order.sql',
  './migrations/009-catalogue-sections.sql',
].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
