/**
 * Tables of a page whose rows count on in their first column: cells over several lines, which stand at other heights than the serial
 * beside them, are put together row by row.
 */
import { rowsOfLines } from '../../text/rows-of-lines.ts';
import type { LayoutLine } from './layout-line.ts';
import { joinedRow, overlaps, placesOf } from './table-cells.ts';
import type { Interval, TableLine } from './table-cells.ts';

/** A table has a serial and two columns at least; a row of it can have its other cells at other heights. */
const FEWEST_COLUMNS = 3;
const MOST_CELLS = 24;
const FEWEST_CELLS = 2;
const FEWEST_ROWS = 2;
const FAR = 2.4;
const SERIAL = /^\d{1,4}$/;

/** Runs of rows whose first cells count on, one under the other: indexes of lines. */
function serialChains(lines: readonly TableLine[]): number[][] {
  const chains: number[][] = [];
  let chain: number[] = [];
  for (const [at, { cells }] of lines.entries()) {
    const [first] = cells;
    if (!first || !SERIAL.test(first.text) || cells.length < FEWEST_CELLS || cells.length > MOST_CELLS) continue;
    const above = lines[chain.at(-1) ?? -1]?.cells[0];
    const goesOn = above && Number(first.text) === Number(above.text) + 1 && overlaps(first, above);
    if (!goesOn) chains.push((chain = []));
    chain.push(at);
  }
  const isTable = (at: number): boolean => (lines[at]?.cells.length ?? 0) >= FEWEST_COLUMNS;
  return chains.filter((one) => one.length >= FEWEST_ROWS && one.some(isTable));
}

/** The columns under which the cells of the named rows stand. */
function columnsOf(rows: readonly TableLine[]): Interval[] {
  const columns: Interval[] = [];
  for (const { left, right } of rows.flatMap(({ cells }) => cells).sort((one, other) => one.left - other.left)) {
    const column = columns.at(-1);
    if (column && left < column.right) column.right = Math.max(column.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

class TableBuilder {
  readonly #lines: readonly TableLine[];
  readonly #chain: readonly number[];
  readonly #columns: Interval[];

  constructor(lines: readonly TableLine[], chain: readonly number[]) {
    this.#lines = lines;
    this.#chain = chain;
    this.#columns = columnsOf(chain.flatMap((at) => lines[at] ?? []));
  }

  /** The lines of the table, the head's apart; null where something else stands between its rows. */
  range(): { from: number; to: number } | null {
    let from = this.#chain[0] ?? 0;
    let to = (this.#chain.at(-1) ?? 0) + 1;
    const named = new Set(this.#chain);
    for (let at = from; at < to; at += 1) if (!named.has(at) && !this.#isRest(at)) return null;
    while (this.#isRest(from - 1) && this.#isNear(from - 1, from)) from -= 1;
    while (this.#isRest(to) && this.#isNear(to - 1, to)) to += 1;
    return { from, to };
  }

  /** Whether a line holds rests of cells alone: nothing stands in the column of serials. */
  #isRest(at: number): boolean {
    const places = placesOf(this.#lines[at]?.cells ?? [], this.#columns);
    return places !== null && places.length > 0 && !places.includes(0);
  }

  #isNear(above: number, below: number): boolean {
    const [one, other] = [this.#lines[above], this.#lines[below]];
    return one !== undefined && other !== undefined && one.y - other.y < other.size * FAR;
  }

  /** The head stands right over the first row, a word over each of most columns. */
  head(from: number): TableLine | null {
    const line = this.#lines[from - 1];
    const places = line ? placesOf(line.cells, this.#columns) : null;
    return line && places && places.length >= FEWEST_COLUMNS && places[0] === 0 ? line : null;
  }

  rows({ from, to }: { from: number; to: number }): LayoutLine[] {
    const lines = this.#lines.slice(from, to);
    const size = lines[0]?.size ?? 10;
    const named = this.#chain.map((at) => -(this.#lines[at]?.y ?? 0));
    const reading = rowsOfLines(
      lines.map(({ y }) => -y),
      named,
      size * 0.3,
    );
    const rows = this.#chain.map((): TableLine[] => []);
    for (const [nth, line] of lines.entries()) rows[reading[nth] ?? -1]?.push(line);
    return rows.map((row) => this.row(row));
  }

  row(lines: readonly TableLine[]): LayoutLine {
    return joinedRow(lines, this.#columns);
  }
}

/** The tables among the lines of a page whose rows count on, top first, and the lines that they are made of. */
export function countedTables(lines: readonly TableLine[]): { rows: LayoutLine[]; taken: TableLine[] } {
  const found: LayoutLine[] = [];
  const taken: TableLine[] = [];
  for (const chain of serialChains(lines)) {
    const table = new TableBuilder(lines, chain);
    const range = table.range();
    if (!range) continue;
    const head = table.head(range.from);
    if (head) found.push(table.row([head]));
    found.push(...table.rows(range));
    taken.push(...(head ? [head] : []), ...lines.slice(range.from, range.to));
  }
  return { rows: found, taken };
}
