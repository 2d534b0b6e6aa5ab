/** The lines of a filing catalogue as rows of its tables and other lines, in print order, whatever the tables are set in. */
import type { MappedText } from '../../model/mapped-text.ts';
import type { PrintedLine } from '../../text/lines.ts';
import { concat } from '../../text/mapped-text.ts';
import { AlignedRow, withWholeNumbers } from './aligned-row.ts';
import type { RowHead } from './aligned-row.ts';
import { readCatalogueColumns, roleOfHead } from './catalogue-columns.ts';
import type { CatalogueColumns, ColumnRole } from './catalogue-columns.ts';
import { groupHeading, plainHeading } from './catalogue-heading.ts';
import type { CatalogueRecord } from './catalogue-record.ts';
import { readEntryRow } from './catalogue-row.ts';
import { readFlattenedTable } from './flattened-table.ts';
import { gluedHead, readGluedRow } from './glued-row.ts';
import { isPrinted } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { cellsBetweenBars, rowColumns, spacedCells, wordsOf } from '../row-cells.ts';
import { readSpacedTable } from './spaced-table.ts';
import type { TableRow } from './spaced-table.ts';
import { ruledRows } from './ruled-rows.ts';

/** A row that was read as an entry, the head of a table, or another line; `first` and `last` are the lines it stands on. */
export type CatalogueItem =
  | { kind: 'row'; row: CatalogueRecord; first: number; last: number }
  | { kind: 'head'; first: number; last: number }
  /** `isAcross`: it stands alone in a row of a table. */
  | { kind: 'words'; words: MappedText; isAcross?: boolean; first: number; last: number };

const FEWEST_SPACED = 4;
const FEWEST_HEADS = 3;
const FEWEST_ALIGNED = 3;
const SPACE = /\s/;
// Must match: 合计 · 小　计      Must not: 合计量管理办法
const SUM = /^[合小总]\s*计$/u;
const MOST_LINES_OF_ROW = 16;
const NO_TEXT: MappedText = { text: '', runs: [] };

/** Empty cells before and behind what a line holds. */
interface Margins {
  before: number;
  behind: number;
}

class ItemReader {
  readonly items: CatalogueItem[] = [];
  #columns: CatalogueColumns | null = null;
  /** The head of the table whose columns stand apart by spaces. */
  #head: RowHead | null = null;
  /** The head of the table that lost its spaces. */
  #glued: readonly ColumnRole[] | null = null;
  /** The cells of the head of a table in pipes or tabs, while no row stands under it. */
  #headCells: readonly MappedText[] | null = null;
  /** A table row that the rows below it may go on. */
  #open: TableRow | null = null;

  /** `before` and `behind`: how many tabs stand in the margins of the line. */
  line(content: MappedText, at: number, { before, behind }: Margins): void {
    const cells = rowColumns(content, before, behind) ?? cellsBetweenBars(content);
    if (cells) {
      this.tableRow(cells, at);
      return;
    }
    this.close();
    const spaced = SPACE.test(content.text) ? spacedCells(content).map((cell) => cell.content) : [];
    const head = headOf(spaced) ?? (spaced.length === 1 ? headOf(wordsOf(content)) : null);
    const glued = gluedHead(content.text);
    if (head || glued) {
      this.#head = head;
      this.#glued = glued;
      this.items.push({ kind: 'head', first: at, last: at });
      return;
    }
    const row =
      (this.#glued && readGluedRow(content, this.#glued)) ??
      (spaced.length > 1 ? this.#spacedRow(spaced) : this.#alignedRow(wordsOf(content)));
    this.items.push(
      row ? { kind: 'row', row, first: at, last: at } : { kind: 'words', words: content, first: at, last: at },
    );
  }

  /** A row whose cells stand apart by wide spaces: under a head with as many, or with cells that speak for themselves. */
  #spacedRow(cells: readonly MappedText[]): CatalogueRecord | null {
    const head = this.#head;
    if (cells.length === head?.roles.length) return readEntryRow(cells, head.columns);
    const row = cells.length >= FEWEST_SPACED ? readEntryRow(cells) : null;
    return row?.date != null ? row : this.#alignedRow(cells);
  }

  /** A row under a head whose cells tell by form and order where they stand. */
  #alignedRow(printed: readonly MappedText[]): CatalogueRecord | null {
    const head = this.#head;
    const words = withWholeNumbers(printed);
    if (!head || words.length < FEWEST_ALIGNED) return null;
    const row = new AlignedRow(head);
    if (!words.every((word) => row.add(word))) return null;
    row.flush(head.roles.length);
    return row.isWhole() ? readEntryRow(row.cells, head.columns) : null;
  }

  add({ cells, columns, first, last }: TableRow): void {
    this.close();
    const row = readEntryRow(cells, columns);
    if (row) this.items.push({ kind: 'row', row, first, last });
  }

  /** A row in pipes or tabs: the head, a heading across the table, a row, or the rest of the row above. */
  tableRow(cells: readonly MappedText[], at: number, last = at): void {
    const printed = cells.filter(({ text }) => text !== '');
    if (printed.length === 0) return;
    if (SUM.test(printed[0]?.text ?? '')) {
      this.close();
      return;
    }
    const above = this.#headCells;
    this.#headCells = null;
    const rest = above && printed.length < cells.length ? restOfHead(above, cells) : null;
    if (rest) {
      this.#columns = rest;
      return;
    }
    const own = readCatalogueColumns(cells);
    const head = own && (this.#headOver(cells) ?? own);
    const heading = head || printed.length > 2 ? null : concat(printed);
    const open = this.#open;
    if (head) {
      this.close();
      this.#columns = head;
      this.#headCells = cells;
      this.items.push({ kind: 'head', first: at, last });
    } else if (
      heading &&
      (printed.length === 1 || groupHeading(heading.text) || plainHeading(heading.text)) &&
      !this.#isRest(cells)
    ) {
      this.close();
      this.items.push({ kind: 'words', words: heading, isAcross: true, first: at, last: at });
    } else if (open && this.#isRest(cells)) {
      open.cells = open.cells.map((cell, index) => concat([cell, cells[index] ?? NO_TEXT]));
      open.last = at;
    } else {
      this.close();
      this.#open = { cells: [...cells], columns: this.#columns, first: at, last };
    }
  }

  /** The head of which these cells are the lower row: 备案信息 over 备案号 and 备案日期, 制定机关 beside both. */
  #headOver(cells: readonly MappedText[]): CatalogueColumns | null {
    const open = this.#open;
    return open && readEntryRow(open.cells, open.columns) === null ? restOfHead(open.cells, cells) : null;
  }

  /** Whether a row only goes on with what the one above left open: it has neither serial nor number of its own. */
  #isRest(cells: readonly MappedText[]): boolean {
    const open = this.#open;
    const first = open?.cells.findIndex(({ text }) => text !== '') ?? -1;
    if (!open || (cells[first]?.text ?? '') !== '' || open.last - open.first >= MOST_LINES_OF_ROW) return false;
    const number = this.#columns?.get('number');
    if (number === undefined) return false;
    return (cells[number]?.text ?? '') === '' || readEntryRow(open.cells, open.columns)?.documentNumber == null;
  }

  close(): void {
    const open = this.#open;
    this.#open = null;
    const row = open && readEntryRow(open.cells, open.columns);
    if (row) this.items.push({ kind: 'row', row, first: open.first, last: open.last });
  }
}

/** The head that cells are, with what stands in each column. */
function headOf(cells: readonly MappedText[]): RowHead | null {
  const columns = cells.length < FEWEST_HEADS ? null : readCatalogueColumns(cells);
  return columns && { columns, roles: cells.map(({ text }): ColumnRole => roleOfHead(text)?.role ?? 'other') };
}

/** The columns of a head over two rows: 制定 / 机关. Null where the lower row tells nothing more. */
function restOfHead(above: readonly MappedText[], cells: readonly MappedText[]): CatalogueColumns | null {
  const told = Math.max(readCatalogueColumns(above)?.size ?? 0, readCatalogueColumns(cells)?.size ?? 0);
  const whole = readCatalogueColumns(above.map((cell, index) => concat([cell, cells[index] ?? NO_TEXT])));
  return whole && whole.size > told ? whole : null;
}

function tabsIn(source: string, from: number, to: number): number {
  let tabs = 0;
  for (let at = from; at < to; at += 1) if (source.charAt(at) === '\t') tabs += 1;
  return tabs;
}

/** The tabs in the margins of a line: empty cells of its table. */
function marginsOf(source: string, { start, end, content }: PrintedLine): Margins {
  const last = content.runs.at(-1);
  return {
    before: tabsIn(source, start, content.runs[0]?.source ?? start),
    behind: last ? tabsIn(source, last.source + last.length, end) : 0,
  };
}

/** The items of the lines [from, to). `isOutside`: lines that are none of the catalogue: its signature and day. */
export function catalogueItems(
  text: PrintedText,
  from: number,
  to: number,
  isOutside: (at: number) => boolean,
): CatalogueItem[] {
  const isApart = (at: number): boolean => {
    const words = text.lines[at]?.text ?? '';
    return isOutside(at) || groupHeading(words) !== null || (plainHeading(words)?.depth ?? null) !== null;
  };
  const table = readSpacedTable(text, from, to, isApart) ?? readFlattenedTable(text, from, to);
  const ruled = ruledRows(text, from, to);
  const reader = new ItemReader();
  for (let at = from; at < to; at += 1) {
    const row = table?.rows.get(at);
    const line = text.lines[at];
    const box = ruled.get(at);
    if (row) reader.add(row);
    else if (box) {
      reader.close();
      reader.tableRow(box.cells, at, box.last);
      at = box.last;
    } else if (line && isPrinted(text, at) && !isOutside(at) && table?.lines.has(at) !== true)
      reader.line(line.content, at, marginsOf(text.source, line));
  }
  reader.close();
  return reader.items;
}
