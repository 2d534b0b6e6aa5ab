/**
 * Tables that lost their cells in conversion, each on a line of its own: `序号` / `制定机关` / `文件名称` / `文号` / `发布日期` / `1` / `市水务局` / …
 * The head's lines say what a row holds; its serials, or the cells that end it, where each begins.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { endsSentence } from '../../text/characters.ts';
import { AlignedRow } from './aligned-row.ts';
import type { RowHead } from './aligned-row.ts';
import { readCatalogueColumns, roleOfHead } from './catalogue-columns.ts';
import type { ColumnRole } from './catalogue-columns.ts';
import { groupHeading, plainHeading } from './catalogue-heading.ts';
import { dayOf, isRegisterNumber, serialOf } from './catalogue-values.ts';
import { isPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import type { SpacedTable, TableRow } from './spaced-table.ts';

// Must match: 序号 · 编　号
const SERIAL_HEAD = /^(?:序\s*号|编\s*号)$/u;
/** Words of a head end so; asked of every short line of a file. */
const LAST_OF_HEADS = new Set('号称题名关位门期件');
const LONGEST_HEAD = 8;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 10;
const MOST_LINES_OF_ROW = 16;
const FEWEST_ROWS = 2;
const NO_TEXT: MappedText = { text: '', runs: [] };

interface Head extends RowHead {
  /** Place of the first line behind it among the lines. */
  end: number;
}

/** Lines of a text that carry words, by their places. */
class Lines {
  readonly text: PrintedText;
  readonly #places: readonly number[];

  constructor(text: PrintedText, places: readonly number[]) {
    this.text = text;
    this.#places = places;
  }

  get length(): number {
    return this.#places.length;
  }

  place(at: number): number {
    return this.#places[at] ?? 0;
  }

  words(at: number): string {
    const place = this.#places[at];
    return place === undefined ? '' : textOf(this.text, place);
  }

  content(at: number): MappedText {
    return this.text.lines[this.#places[at] ?? -1]?.content ?? NO_TEXT;
  }
}

/** The head that begins at a line: 序号 and all lines to the first serial, or words that are known to be of a head. */
function readHead(lines: Lines, from: number): Head | null {
  const isCounted = SERIAL_HEAD.test(lines.words(from));
  if (!isCounted && roleOfHead(lines.words(from)) === null) return null;
  const isOfHead = (at: number): boolean =>
    isCounted ? serialOf(lines.words(at)) !== 1 : roleOfHead(lines.words(at)) !== null;
  let end = from + 1;
  while (end < lines.length && end - from <= MOST_COLUMNS && isOfHead(end)) end += 1;
  if (end - from < FEWEST_COLUMNS || end - from > MOST_COLUMNS) return null;
  if (isCounted && serialOf(lines.words(end)) !== 1) return null;
  const cells = Array.from({ length: end - from }, (_, nth) => lines.content(from + nth));
  const columns = readCatalogueColumns(cells);
  const roles = cells.map(({ text }): ColumnRole => roleOfHead(text)?.role ?? 'other');
  if (isCounted) roles[0] = 'serial';
  return columns && { roles, columns, end };
}

interface FlattenedTable extends SpacedTable {
  /** Place behind its last line among the lines. */
  end: number;
}

class TableReader {
  readonly rows = new Map<number, TableRow>();
  /** The lines of heads and rows. */
  readonly own = new Set<number>();
  readonly #lines: Lines;
  readonly #head: Head;
  #serial = 1;
  #at: number;

  constructor(lines: Lines, head: Head) {
    this.#lines = lines;
    this.#head = head;
    this.#at = head.end;
    this.#takeLines(head.end - head.roles.length, head.end);
  }

  #takeLines(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.own.add(this.#lines.place(at));
  }

  /** Reads rows as long as one follows the other; returns where the table ends. */
  read(): number {
    let end = this.#at;
    while (this.#readRow()) {
      end = this.#at;
      this.#skipBetweenRows();
    }
    return end;
  }

  #isCounted(): boolean {
    return this.#head.roles[0] === 'serial';
  }

  #beginsRow(at: number): boolean {
    return serialOf(this.#lines.words(at)) === this.#serial;
  }

  #readRow(): boolean {
    if (this.#isCounted() && !this.#beginsRow(this.#at)) return false;
    const first = this.#at;
    const row = new AlignedRow(this.#head);
    this.#serial += 1;
    let at = first;
    while (at < this.#lines.length && at - first < MOST_LINES_OF_ROW && !row.isFull()) {
      if (at > first && this.#isCounted() && this.#beginsRow(at)) break;
      if (row.isWhole() && !this.#goesOn(at)) break;
      if (endsSentence(this.#lines.words(at)) || !row.add(this.#lines.content(at))) break;
      at += 1;
    }
    row.flush(this.#head.roles.length);
    if (!row.isWhole()) return false;
    const place = this.#lines.place(first);
    this.rows.set(place, {
      cells: row.cells,
      columns: this.#head.columns,
      first: place,
      last: this.#lines.place(at - 1),
    });
    this.#takeLines(first, at);
    this.#at = at;
    return true;
  }

  /** Whether a line behind the last cell that must be there is still of the row: the number or day of the register, a remark. */
  #goesOn(at: number): boolean {
    const words = this.#lines.words(at);
    if (isRegisterNumber(words) || dayOf(words) !== null) return true;
    return this.#isCounted() && this.#beginsRow(at + 1) && readHead(this.#lines, at) === null && !isHeading(words);
  }

  /** The head again on the next page, a heading, the count from 1 again. */
  #skipBetweenRows(): void {
    const lines = this.#lines;
    let at = this.#at;
    if (isHeading(lines.words(at))) at += 1;
    const head = this.#isHeadAgain(at) ? at + this.#head.roles.length : at;
    const isNew = head > at || at > this.#at;
    if (this.#isCounted() && isNew && serialOf(lines.words(head)) === 1) this.#serial = 1;
    if (!isNew || (this.#isCounted() && !this.#beginsRow(head))) return;
    this.#takeLines(at, head);
    this.#at = head;
  }

  #isHeadAgain(at: number): boolean {
    return this.#head.roles.every((role, nth) => {
      const words = this.#lines.words(at + nth);
      return role === 'serial' ? SERIAL_HEAD.test(words) : (roleOfHead(words)?.role ?? 'other') === role;
    });
  }
}

const isHeading = (words: string): boolean => groupHeading(words) !== null || plainHeading(words) !== null;

function readTable(lines: Lines, start: number): FlattenedTable | null {
  if (!mayHead(lines.words(start))) return null;
  const head = readHead(lines, start);
  if (!head) return null;
  const reader = new TableReader(lines, head);
  const end = reader.read();
  if (reader.rows.size < FEWEST_ROWS) return null;
  return { rows: reader.rows, lines: reader.own, end };
}

function mayHead(words: string): boolean {
  return words.length <= LONGEST_HEAD && words.length > 1 && LAST_OF_HEADS.has(words.charAt(words.length - 1));
}

function linesIn(text: PrintedText, from: number, to: number): Lines {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) if (isPrinted(text, at)) places.push(at);
  return new Lines(text, places);
}

/** The tables that stand flattened in the lines [from, to), as one; null where none does. */
export function readFlattenedTable(text: PrintedText, from: number, to: number): SpacedTable | null {
  const rows = new Map<number, TableRow>();
  const own = new Set<number>();
  const lines = linesIn(text, from, to);
  for (let start = 0; start < lines.length; start += 1) {
    const table = readTable(lines, start);
    if (!table) continue;
    for (const [place, row] of table.rows) rows.set(place, row);
    for (const place of table.lines) own.add(place);
    start = table.end - 1;
  }
  return rows.size > 0 ? { rows, lines: own } : null;
}

/** Makes the lines of flattened tables rows: a number and a day among their cells head and close no document. */
export function markFlattenedTables(text: PrintedText): void {
  if (!text.lines.some((line) => mayHead(line.text) && roleOfHead(line.text) !== null)) return;
  const lines = linesIn(text, 0, text.lines.length);
  for (let start = 0; start < lines.length; start += 1) {
    const table = readTable(lines, start);
    for (const at of table?.lines ?? []) text.shapes[at] = { kind: 'row', labelEnd: 0, number: [], spaced: true };
    if (table) start = table.end - 1;
  }
}
