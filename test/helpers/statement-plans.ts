import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../ingest/store/migrations.ts';
import type { Store } from '../../ingest/store/open-store.ts';

/** A statement that was run, its values replaced by `?`, with what SQLite says of how it runs it. */
export interface RunStatement {
  sql: string;
  /** Lines of EXPLAIN QUERY PLAN: `SEARCH d USING INDEX documents_by_number (number_key=?)`. */
  plan: string[];
}

const PLANNED = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/iu;

/** A new record store that remembers every statement it runs; `statements` explains them, each shape once. */
export function rememberingStore(): { store: Store; statements(): RunStatement[]; forget(): void } {
  const shapes = new Map<string, string>();
  let listening = true;
  const store = new Database(':memory:', {
    verbose: (message) => {
      const sql = String(message);
      if (!listening || !PLANNED.test(sql)) return;
      const shape = sql.replace(/'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b/gu, '?').replace(/\s+/gu, ' ');
      if (!shapes.has(shape)) shapes.set(shape, sql);
    },
  });
  store.pragma('foreign_keys = ON');
  for (const migration of MIGRATIONS) store.exec(migration);
  const statements = (): RunStatement[] => {
    listening = false;
    const explained = Array.from(shapes, ([shape, sql]) => ({
      sql: shape,
      plan: store
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail),
    }));
    listening = true;
    return explained;
  };
  return { store, statements, forget: () => shapes.clear() };
}

/** Columns of which a large archive has the same value in a large share of its rows. */
const COMMON = ['type', 'kind', 'held', 'origin', 'is_holder', 'is_primary', 'operation', 'certainty', 'year'];

/** The lines of a plan whose cost grows with the archive: a whole table or index read, or a look-up by what many rows have in common. */
export function growingSteps({ sql, plan }: RunStatement): string[] {
  return plan.filter((step) => {
    if (/^SCAN (?!CONSTANT ROW|\()/u.test(step)) return !/^SCAN (?:json_each|\w+_list)\b/u.test(step);
    const found = /^SEARCH .* \((\w+)(?:[=<>].*)?\)/u.exec(step)?.[1];
    const conditions = /\(([^()]*)\)\s*(?:LEFT-JOIN)?$/u.exec(step)?.[1]?.split(' AND ') ?? [];
    if (found === undefined || conditions.length !== 1) return false;
    const isNull = new RegExp(String.raw`(?<![+\w.])(?:\w+\.)?${found} IS NULL`, 'iu').test(sql);
    const isValue = new RegExp(String.raw`\b${found} (?:=|IN)`, 'iu').test(sql);
    return COMMON.includes(found) || (isNull && !isValue);
  });
}
