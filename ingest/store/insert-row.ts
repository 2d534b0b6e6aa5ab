import type { Statement } from 'better-sqlite3';
import type { Store } from './open-store.ts';

type Value = string | number | null;

const statements = new WeakMap<Store, Map<string, Statement<Value[]>>>();

/** Inserts one row, columns by name, and returns its rowid. The statement is made once for each store and set of columns. */
export function insertRow(store: Store, table: string, row: Record<string, Value>): number {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const known = statements.get(store) ?? new Map<string, Statement<Value[]>>();
  statements.set(store, known);
  const statement = known.get(sql) ?? store.prepare<Value[]>(sql);
  known.set(sql, statement);
  return Number(statement.run(...Object.values(row)).lastInsertRowid);
}
