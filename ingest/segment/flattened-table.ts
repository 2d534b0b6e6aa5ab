/**
 * Tables that lost their cells in conversion, each on a line of its own: `序号` / `制定机关` / `文件名称` / `文号` / `发布日期` / `1` / `市水务局` / …
 * The head's lines say what a row holds, the serials where each begins.
 */
import type { MappedText } from '../model/mapped-text.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { parseDate } from '../text/dates.ts';
import { concat } from '../text/mapped-text.ts';
import { readCatalogueColumns } from './catalogue-columns.ts';
import type { CatalogueColumns } from './catalogue-columns.ts';
import { isPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import type { SpacedTable, TableRow } from './spaced-table.ts';

const SERIAL_HEAD = /^(?:序\s*号|编\s*号)$/u;
const SERIAL = /^[（(]?(\d{1,4}|[一二三四五六七八九十百]{1,5})[）)]?[.．、]?$/u;
const MOST_COLUMNS = 10;
const MOST_LINES_OF_ROW = 14;
const FEWEST_ROWS = 2;
const NO_TEXT: MappedText = { text: '', runs: [] };

function serialOf(words: string): number | null {
  return parseChineseNumber(SERIAL.exec(words)?.[1] ?? '');
}

interface Head {
  columns: CatalogueColumns;
  length: number;
  /** Place of the first serial among the lines. */
  end: number;
}

function readHead(text: PrintedText, lines: readonly number[], from: number): Head | null {
  if (!SERIAL_HEAD.test(textOf(text, lines[from] ?? -1))) return null;
  let end = from + 1;
  while (end < lines.length && end - from <= MOST_COLUMNS && serialOf(textOf(text, lines[end] ?? -1)) !== 1) end += 1;
  const cells = lines.slice(from, end).map((at) => text.lines[at]?.content ?? NO_TEXT);
  const columns = readCatalogueColumns(cells);
  return columns && serialOf(textOf(text, lines[end] ?? -1)) === 1 ? { columns, length: cells.length, end } : null;
}

/** The cells of a row, one a column: lines beyond the number of columns are rests of its title. */
function rowCells(cells: readonly MappedText[], { columns, length }: Head): MappedText[] {
  const title = columns.get('title') ?? 0;
  const extra = cells.length - length;
  if (extra <= 0) return [...cells];
  return [...cells.slice(0, title), concat(cells.slice(title, title + extra + 1)), ...cells.slice(title + extra + 1)];
}

/** Whether the cells so far hold all that the head promises, so that the next line is none of the row. */
function isWhole(cells: readonly MappedText[], { columns, length }: Head): boolean {
  const holds = (role: 'number' | 'day', reads: (words: string) => boolean): boolean =>
    !columns.has(role) || cells.some(({ text }) => reads(text));
  return (
    cells.length >= length &&
    holds('number', (words) => parseNumberLine(words) !== null) &&
    holds('day', (words) => parseDate(words) !== null)
  );
}

interface FlattenedTable extends SpacedTable {
  /** Place behind its last line among `lines`. */
  end: number;
}

function readTable(text: PrintedText, lines: readonly number[], start: number): FlattenedTable | null {
  const head = readHead(text, lines, start);
  if (!head) return null;
  const rows = new Map<number, TableRow>();
  let serial = 1;
  let at = head.end;
  for (; serialOf(textOf(text, lines[at] ?? -1)) === serial; serial += 1) {
    const first = at;
    const cells: MappedText[] = [];
    for (; at < lines.length && at - first < MOST_LINES_OF_ROW && !isWhole(cells, head); at += 1) {
      if (at > first && serialOf(textOf(text, lines[at] ?? -1)) === serial + 1) break;
      cells.push(text.lines[lines[at] ?? -1]?.content ?? NO_TEXT);
    }
    const place = lines[first] ?? 0;
    rows.set(place, {
      cells: rowCells(cells, head),
      columns: head.columns,
      first: place,
      last: lines[at - 1] ?? place,
    });
  }
  return rows.size >= FEWEST_ROWS ? { rows, lines: new Set(lines.slice(start, at)), end: at } : null;
}

function linesIn(text: PrintedText, from: number, to: number): number[] {
  const lines: number[] = [];
  for (let at = from; at < to; at += 1) if (isPrinted(text, at)) lines.push(at);
  return lines;
}

/** The first table that stands flattened in the lines [from, to); null where none does. */
export function readFlattenedTable(text: PrintedText, from: number, to: number): SpacedTable | null {
  const lines = linesIn(text, from, to);
  for (const start of lines.keys()) {
    const table = readTable(text, lines, start);
    if (table) return table;
  }
  return null;
}

/** Makes the lines of flattened tables rows: a number and a day among their cells head and close no document. */
export function markFlattenedTables(text: PrintedText): void {
  if (!text.lines.some((line) => SERIAL_HEAD.test(line.text))) return;
  const lines = linesIn(text, 0, text.lines.length);
  for (let start = 0; start < lines.length; start += 1) {
    const table = readTable(text, lines, start);
    for (const at of table?.lines ?? []) text.shapes[at] = { kind: 'row', labelEnd: 0, number: [], spaced: true };
    if (table) start = table.end - 1;
  }
}
