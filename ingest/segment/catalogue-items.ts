/** The lines of a filing catalogue as rows of its tables and other lines, in print order, whatever the tables are set in. */
import type { MappedText } from '../model/mapped-text.ts';
import { concat } from '../text/mapped-text.ts';
import { readCatalogueColumns } from './catalogue-columns.ts';
import type { CatalogueColumns } from './catalogue-columns.ts';
import { groupHeading, plainHeading } from './catalogue-heading.ts';
import type { CatalogueRecord } from './catalogue-record.ts';
import { readEntryRow } from './catalogue-row.ts';
import { readFlattenedTable } from './flattened-table.ts';
import { isPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { rowColumns, spacedCells } from './row-cells.ts';
import { readSpacedTable } from './spaced-table.ts';
import type { TableRow } from './spaced-table.ts';

/** A row that was read as an entry, the head of a table, or another line; `first` and `last` are the lines it stands on. */
export type CatalogueItem =
  | { kind: 'row'; row: CatalogueRecord; first: number; last: number }
  | { kind: 'head'; first: number; last: number }
  | { kind: 'words'; words: MappedText; first: number; last: number };

const FEWEST_SPACED = 4;
const SPACE = /\s/;
const MOST_LINES_OF_ROW = 16;
const NO_TEXT: MappedText = { text: '', runs: [] };

class ItemReader {
  readonly items: CatalogueItem[] = [];
  #columns: CatalogueColumns | null = null;
  /** The head of the table whose columns stand apart by spaces. */
  #spaced: { columns: CatalogueColumns; length: number } | null = null;
  /** A table row that the rows below it may go on. */
  #open: TableRow | null = null;

  line(content: MappedText, at: number): void {
    const cells = rowColumns(content);
    if (cells) {
      this.#tableRow(cells, at);
      return;
    }
    this.close();
    const spaced = SPACE.test(content.text) ? spacedCells(content).map((cell) => cell.content) : [];
    const columns = readCatalogueColumns(spaced);
    if (columns) {
      this.#spaced = { columns, length: spaced.length };
      this.items.push({ kind: 'head', first: at, last: at });
      return;
    }
    const row = this.#spacedRow(spaced);
    this.items.push(
      row ? { kind: 'row', row, first: at, last: at } : { kind: 'words', words: content, first: at, last: at },
    );
  }

  /** A row whose cells stand apart by wide spaces: under a head with as many, or with cells that speak for themselves. */
  #spacedRow(cells: readonly MappedText[]): CatalogueRecord | null {
    const spaced = this.#spaced;
    if (cells.length === spaced?.length) return readEntryRow(cells, spaced.columns);
    const row = cells.length >= FEWEST_SPACED ? readEntryRow(cells) : null;
    return row?.date != null ? row : null;
  }

  add({ cells, columns, first, last }: TableRow): void {
    this.close();
    const row = readEntryRow(cells, columns);
    if (row) this.items.push({ kind: 'row', row, first, last });
  }

  /** A row in pipes or tabs: the head, a heading across the table, a row, or the rest of the row above. */
  #tableRow(cells: readonly MappedText[], at: number): void {
    const printed = cells.filter(({ text }) => text !== '');
    if (printed.length === 0) return;
    const head = readCatalogueColumns(cells);
    const heading = head || printed.length > 2 ? null : concat(printed);
    const above = this.#open;
    if (head) {
      this.close();
      this.#columns = head;
      this.items.push({ kind: 'head', first: at, last: at });
    } else if (
      heading &&
      (printed.length === 1 || groupHeading(heading.text) || plainHeading(heading.text)) &&
      !this.#isRest(cells)
    ) {
      this.close();
      this.items.push({ kind: 'words', words: heading, first: at, last: at });
    } else if (above && this.#isRest(cells)) {
      above.cells = above.cells.map((cell, index) => concat([cell, cells[index] ?? NO_TEXT]));
      above.last = at;
    } else {
      this.close();
      this.#open = { cells: [...cells], columns: this.#columns, first: at, last: at };
    }
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
  const reader = new ItemReader();
  for (let at = from; at < to; at += 1) {
    const row = table?.rows.get(at);
    const line = text.lines[at];
    if (row) reader.add(row);
    else if (line && isPrinted(text, at) && !isOutside(at) && table?.lines.has(at) !== true)
      reader.line(line.content, at);
  }
  reader.close();
  return reader.items;
}
