import type { Statement } from 'better-sqlite3';
import type { Store } from './open-store.ts';
import { perStore } from './per-store.ts';

type Value = string | number | null;

/** The statement that inserts rows of these columns into a table. */
interface Inserting {
  columns: readonly string[];
  statement: Statement<Value[]>;
}

const byTable = perStore(() => new Map<string, Inserting>());

/** Inserts one row, columns by name, and returns its rowid. The statement is made again only when the columns are others than the last time. */
export function insertRow(store: Store, table: string, row: Record<string, Value>): number {
  const columns = Object.keys(row);
  const known = byTable(store).get(table);
  const { statement } =
    known !== undefined && sameColumns(known.columns, columns) ? known : prepare(store, table, columns);
  return Number(statement.run(...Object.values(row)).lastInsertRowid);
}

function sameColumns(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((column, index) => column === now[index]);
}

function prepare(store: Store, table: string, columns: readonly string[]): Inserting {
  const values = columns.map(() => '?').join(', ');
  const statement = store.prepare<Value[]>(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`);
  const inserting = { columns, statement };
  byTable(store).set(table, inserting);
  return inserting;
}
