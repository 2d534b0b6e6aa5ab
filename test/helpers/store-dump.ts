import type { Store } from '../../ingest/store/open-store.ts';

/** Numbers that SQLite gives out in the order of writing: they say nothing of what is held. */
const SERIAL_COLUMNS = new Set(['event_id', 'source_id', 'relation_id', 'catalogue_id', 'catalogue_entry_id']);

/** What files look like on this machine's disk. */
const OF_THE_DISK = 'file_states';

/** These tables' own `id` is such a number too. */
const SERIAL_TABLES = new Set([
  'sources',
  'facts',
  'pieces',
  'relations',
  'catalogues',
  'catalogue_entries',
  'warnings',
  'register_events',
]);

/**
 * Everything that a record store holds, by table: each row as a line of JSON, sorted, without the numbers that depend on the
 * order of writing. Two archives of the same files are equal when these are.
 */
export function tableRows(store: Store, without: readonly string[] = []): Record<string, string[]> {
  const tables = store
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name)
    .filter((name) => name !== OF_THE_DISK && !without.includes(name))
    .sort();
  return Object.fromEntries(tables.map((table) => [table, rowsOf(store, table)]));
}

function rowsOf(store: Store, table: string): string[] {
  const isSerial = (column: string): boolean =>
    SERIAL_COLUMNS.has(column) ||
    (column === 'id' && SERIAL_TABLES.has(table)) ||
    (column === 'seq' && table === 'outbox');
  return store
    .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
    .all()
    .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !isSerial(column))))
    .sort();
}
