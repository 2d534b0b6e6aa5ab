/**
 * Tables of a page that count no rows and draw no serials: a head of short words, under it cells in the head's columns, over several lines
 * and at several heights, the rows further apart than the lines of one cell.
 */
import type { LayoutLine } from './layout-line.ts';
import { joinedRow, overlaps } from './table-cells.ts';
import type { Cell, Interval, TableLine } from './table-cells.ts';

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 16;
const FEWEST_ROWS = 2;
/** No page holds more. */
const MOST_LINES = 400;
const LONGEST_HEAD = 10;
/** The rows of a table stand further apart than so many lines of a cell. */
const APART = 1.12;
/** Below the last row stands more than so many letters of white. */
const FAR = 4;
// Must match: 报备机关 · 文号 · 公布日期      Must not: 2023年7月 · 一、总则
const HEAD_WORD = /^[\u4e00-\u9fff（()）/]{2,}$/u;

function mayHead({ cells }: TableLine): boolean {
  return (
    cells.length >= FEWEST_COLUMNS &&
    cells.length <= MOST_COLUMNS &&
    cells.every(({ text }) => text.length <= LONGEST_HEAD && HEAD_WORD.test(text))
  );
}

/** The columns with one more line in them; null where a cell of it stands in none of them or reaches into two. */
function columnsWith(columns: readonly Interval[], cells: readonly Cell[]): Interval[] | null {
  const wider = columns.map((column) => ({ ...column }));
  for (const cell of cells) {
    const under = wider.filter((column) => overlaps(cell, column));
    const [column] = under;
    if (!column || under.length > 1) return null;
    column.left = Math.min(column.left, cell.left);
    column.right = Math.max(column.right, cell.right);
  }
  const isApart = wider.every(({ right }, at) => right <= (wider[at + 1]?.left ?? Infinity));
  return isApart ? wider : null;
}

interface OpenTable {
  columns: Interval[];
  /** Place behind its last line. */
  end: number;
}

/** The lines under a head that stand in its columns. */
function tableUnder(
  lines: readonly TableLine[],
  head: number,
  isOther: (line: TableLine) => boolean,
): OpenTable | null {
  let columns: Interval[] = lines[head]?.cells.map(({ left, right }) => ({ left, right })) ?? [];
  let end = head + 1;
  for (let line = lines[end]; line && !isOther(line) && end - head <= MOST_LINES; line = lines[end]) {
    const above = lines[end - 1]?.y ?? line.y;
    const wider = columnsWith(columns, line.cells);
    if (!wider || above - line.y > line.size * FAR) break;
    columns = wider;
    end += 1;
  }
  return end > head + 1 ? { columns, end } : null;
}

/** How far apart the lines of one cell stand: the least distance of two lines in one column. */
function pitchOf(lines: readonly TableLine[], columns: readonly Interval[]): number {
  const last = columns.map(() => Infinity);
  let pitch = Infinity;
  for (const { cells, y } of lines)
    for (const cell of cells) {
      const at = columns.findIndex((column) => overlaps(cell, column));
      pitch = Math.min(pitch, (last[at] ?? Infinity) - y);
      last[at] = y;
    }
  return pitch;
}

/** The lines of each row: rows stand further apart than lines. */
function rowsOf(lines: readonly TableLine[], columns: readonly Interval[]): TableLine[][] {
  const pitch = pitchOf(lines, columns);
  const rows: TableLine[][] = [];
  let above = Infinity;
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && above - line.y <= pitch * APART) row.push(line);
    else rows.push([line]);
    above = line.y;
  }
  return rows;
}

/** Whether rows were told apart: several, nearly all of them with most of their cells, none put together of two. */
function areRows(rows: readonly TableLine[][], columns: readonly Interval[]): boolean {
  const filled = rows.filter((row) => {
    const under = new Set(
      row.flatMap(({ cells }) => cells.map((cell) => columns.findIndex((one) => overlaps(cell, one)))),
    );
    return under.size >= columns.length - 1;
  });
  return rows.length >= FEWEST_ROWS && filled.length > rows.length * 0.7;
}

/** The tables without serials among the lines of a page; `isOther`: lines of other tables. */
export function openTables(
  lines: readonly TableLine[],
  isOther: (line: TableLine) => boolean,
): { rows: LayoutLine[]; taken: TableLine[] } {
  const found: LayoutLine[] = [];
  const taken: TableLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const head = lines[at];
    if (!head || isOther(head) || !mayHead(head)) continue;
    const table = tableUnder(lines, at, isOther);
    if (!table) continue;
    const body = lines.slice(at + 1, table.end);
    const rows = [rowsOf(body, table.columns), body.map((line) => [line])].find((one) => areRows(one, table.columns));
    if (!rows) continue;
    found.push(...[[head], ...rows].map((row) => joinedRow(row, table.columns)));
    taken.push(head, ...body);
    at = table.end - 1;
  }
  return { rows: found, taken };
}
