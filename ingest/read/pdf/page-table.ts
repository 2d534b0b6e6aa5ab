/** The tables of a page, each row on one line: those that count their rows, and those whose rows stand apart. */
import { countedTables } from './counted-table.ts';
import { openTables } from './open-table.ts';
import { tableLine } from './table-cells.ts';
import type { PageTables, Row } from './table-cells.ts';

/** The tables among the rows of runs of a page, top first. */
export function tablesOf(rows: readonly Row[]): PageTables {
  const lines = rows.map(tableLine);
  const counted = countedTables(lines);
  const inCounted = new Set(counted.taken);
  const open = openTables(lines, (line) => inCounted.has(line));
  return {
    lines: [...counted.rows, ...open.rows],
    taken: new Set([...counted.taken, ...open.taken].map(({ row }) => row)),
  };
}
