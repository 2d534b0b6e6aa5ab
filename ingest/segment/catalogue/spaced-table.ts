/**
 * Tables whose columns stand apart by spaces, cells broken over lines:
 * `2   青川市国有土地上房屋征收与   青政规〔2019〕2号   2019年1月25日` / `    补偿办法`. Rows are known by their numbers, columns by their places.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { rowsOfLines } from '../../text/rows-of-lines.ts';
import { readCatalogueColumns } from './catalogue-columns.ts';
import type { CatalogueColumns } from './catalogue-columns.ts';
import { dayOf, numberOf, serialOf } from './catalogue-values.ts';
import { isPrinted } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { columnAt, columnsOf, inColumns, nearestColumn, placedCells, withoutSpread } from './placed-cells.ts';
import type { Column, PlacedCell } from './placed-cells.ts';

/** A row of a table in its columns, empty ones too, and the lines [first, last] that it stands on. */
export interface TableRow {
  cells: MappedText[];
  columns: CatalogueColumns | null;
  first: number;
  last: number;
}

/** The rows of a spaced table by the line that names each, and the lines that the table takes up. */
export interface SpacedTable {
  rows: ReadonlyMap<number, TableRow>;
  lines: ReadonlySet<number>;
}

const FEWEST_CELLS = 3;
const MOST_CELLS = 24;
const FEWEST_ROWS = 2;

/** Whether cells can stand apart in a line at all. */
function holdsGap(words: string): boolean {
  return words.includes('  ') || words.includes('\u3000');
}

/** Whether the cells name a row: a number and a day, or a serial and a number, in cells of their own. */
function namesRow(cells: readonly MappedText[]): boolean {
  if (cells.length < FEWEST_CELLS || cells.length > MOST_CELLS || !cells.some(({ text }) => numberOf(text) !== null))
    return false;
  return serialOf(cells[0]?.text ?? '') !== null || cells.some(({ text }) => dayOf(text) !== null);
}

/** Whether cells name a row of the table whose head stands above: a serial stands under the head's serial. */
function countsOn(cells: readonly PlacedCell[], head: readonly PlacedCell[] | null): boolean {
  const [first] = cells;
  const next = head?.[1];
  if (!first || !next || cells.length < 2 || cells.length > MOST_CELLS) return false;
  return first.right <= next.left && serialOf(first.content.text) !== null;
}

/** Whether the cells are the head of a table that counts its rows. */
function headsCount(cells: readonly PlacedCell[]): boolean {
  if (cells.length < FEWEST_CELLS) return false;
  return readCatalogueColumns(cells.map(({ content }) => content))?.get('serial') === 0;
}

class TableReader {
  readonly rows = new Map<number, TableRow>();
  readonly lines = new Set<number>();
  readonly #text: PrintedText;
  readonly #columns: Column[];
  readonly #cells: ReadonlyMap<number, PlacedCell[]>;
  #head: CatalogueColumns | null = null;
  /** Lines of the rows that are being put together, and those of them that name one. */
  #open: number[] = [];
  #names: number[] = [];

  constructor(text: PrintedText, columns: Column[], cells: ReadonlyMap<number, PlacedCell[]>) {
    this.#text = text;
    this.#columns = columns;
    this.#cells = cells;
  }

  read(from: number, to: number, isOutside: (at: number) => boolean): void {
    for (let at = from; at < to; at += 1) {
      if (!isPrinted(this.#text, at)) {
        if (this.#text.shapes[at]?.kind === 'blank' && this.#names.length === 0) this.#open = [];
        continue;
      }
      if (this.#cells.has(at)) {
        this.#open.push(at);
        this.#names.push(at);
        continue;
      }
      const cells = placedCells(this.#text, at);
      const head = this.#readHead(cells);
      if (head) {
        if (this.#head === null) this.#open = [];
        this.#head = head;
        this.lines.add(at);
        at = this.#readRestOfHead(at, cells, head);
      } else if (!isOutside(at) && this.#isRest(at, cells)) this.#open.push(at);
      else this.#close();
    }
    this.#close();
  }

  #readHead(cells: readonly PlacedCell[]): CatalogueColumns | null {
    return readCatalogueColumns(inColumns(this.#columns, cells, (cell) => nearestColumn(this.#columns, cell)));
  }

  /** The last line of a head: cells of it can go on below: 发布 / 日期. */
  #readRestOfHead(at: number, cells: readonly PlacedCell[], head: CatalogueColumns): number {
    if (!isPrinted(this.#text, at + 1) || this.#cells.has(at + 1)) return at;
    const whole = this.#readHead([...cells, ...placedCells(this.#text, at + 1)]);
    if (!whole || whole.size <= head.size) return at;
    this.#head = whole;
    this.lines.add(at + 1);
    return at + 1;
  }

  /** Whether a line holds nothing but rests of cells, and stands at the lines of the table. */
  #isRest(at: number, cells: readonly PlacedCell[]): boolean {
    if (cells.some((cell) => columnAt(this.#columns, cell) === null)) return false;
    return this.#names.length === 0 || !this.#isBlankAbove(at) || this.#hasRowBelow(at);
  }

  #isBlankAbove(at: number): boolean {
    return this.#text.shapes[at - 1]?.kind === 'blank';
  }

  /** Whether a row is named right below, without a blank line between. */
  #hasRowBelow(at: number): boolean {
    let below = at + 1;
    while (below < at + 4 && isPrinted(this.#text, below) && !this.#cells.has(below)) below += 1;
    return this.#cells.has(below);
  }

  #close(): void {
    const reading = this.#rowsOfBlocks() ?? rowsOfLines(this.#open, this.#names, 0);
    const rows = this.#names.map((): number[] => []);
    for (const [nth, at] of this.#open.entries()) rows[reading[nth] ?? -1]?.push(at);
    for (const [index, name] of this.#names.entries()) this.#addRow(name, rows[index] ?? []);
    this.#open = [];
    this.#names = [];
  }

  /** Per line its row, where blank lines stand between the rows; null where they do not. */
  #rowsOfBlocks(): number[] | null {
    let block = 0;
    const blocks = this.#open.map((at, nth) => {
      if (nth > 0 && this.#isBlankAbove(at)) block += 1;
      return block;
    });
    const blockOf = new Map(this.#open.map((at, nth) => [at, blocks[nth]]));
    const isOneEach = this.#names.every((name, index) => blockOf.get(name) === index);
    return block > 0 && block === this.#names.length - 1 && isOneEach ? blocks : null;
  }

  #addRow(name: number, lines: readonly number[]): void {
    const cells = lines.flatMap((at) => this.#cells.get(at) ?? placedCells(this.#text, at));
    for (const at of lines) this.lines.add(at);
    this.rows.set(name, {
      cells: inColumns(this.#columns, cells, (cell) => columnAt(this.#columns, cell)),
      columns: this.#head,
      first: lines[0] ?? name,
      last: lines.at(-1) ?? name,
    });
  }
}

/** The table in the lines [from, to) whose columns stand apart by spaces; null where none stands there. `isOutside`: lines that are none of its rows, whatever they look like. */
export function readSpacedTable(
  text: PrintedText,
  from: number,
  to: number,
  isOutside: (at: number) => boolean,
): SpacedTable | null {
  const named = new Map<number, PlacedCell[]>();
  let head: PlacedCell[] | null = null;
  for (let at = from; at < to; at += 1) {
    if (!isPrinted(text, at) || !holdsGap(text.lines[at]?.text ?? '') || isOutside(at)) continue;
    const cells = placedCells(text, at);
    const words = withoutSpread(cells);
    if (headsCount(words)) head ??= words;
    else if (namesRow(cells.map(({ content }) => content)) || countsOn(cells, head)) named.set(at, cells);
  }
  if (named.size < FEWEST_ROWS) return null;
  const rows = [...named.values()];
  const columns = (head && columnsOf(rows, head)) ?? columnsOf(rows, []);
  if (!columns) return null;
  const reader = new TableReader(text, columns, named);
  reader.read(from, to, isOutside);
  return reader;
}
