/**
 * Contents printed in two columns and saved as a table: each cell of a row is a line of its own column, with its own page.
 * `| 关于甲的通知……3 | 关于乙的意见……8 |`. Reads the lines of the contents, returns them column by column.
 */
import type { MappedText } from '../model/mapped-text.ts';
import { widthOf } from '../text/characters.ts';
import type { PrintedLine } from '../text/lines.ts';
import { PLAIN_STYLE, readContentsLine } from './contents-line.ts';
import { rowColumns } from './row-cells.ts';

const FEWEST_PAGED = 2;

/** The cell as a line of its own. */
function lineOf(row: PrintedLine, cell: MappedText): PrintedLine {
  return { ...row, content: cell, text: cell.text, width: widthOf(cell.text) };
}

/** Whether a line of the contents prints a page: behind its title, or in one of its columns. */
export function isPaged(line: PrintedLine): boolean {
  if (readContentsLine(line, PLAIN_STYLE).page !== null) return true;
  return rowColumns(line.content)?.some((cell) => holdsEntry(lineOf(line, cell))) ?? false;
}

function holdsEntry(cell: PrintedLine): boolean {
  const { text, page } = readContentsLine(cell, PLAIN_STYLE);
  return text !== '' && page !== null;
}

/** The rows of one table as lines, the first column first; null where its cells are the fields of entries. */
function unfold(rows: readonly PrintedLine[]): PrintedLine[] | null {
  const columns: PrintedLine[][] = [];
  for (const row of rows) {
    rowColumns(row.content)?.forEach((cell, nth) => {
      const column = (columns[nth] ??= []);
      if (cell.text !== '') column.push(lineOf(row, cell));
    });
  }
  const paged = columns.filter((lines) => lines.some(holdsEntry));
  return paged.length >= FEWEST_PAGED ? columns.flat() : null;
}

/** The lines of the contents in the order in which a reader takes them. */
export function inReadingOrder(lines: readonly PrintedLine[]): PrintedLine[] {
  const ordered: PrintedLine[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at;
    for (let line = lines[end]; line && rowColumns(line.content); line = lines[end]) end += 1;
    const rows = lines.slice(at, Math.max(end, at + 1));
    ordered.push(...((end > at ? unfold(rows) : null) ?? rows));
    at += rows.length;
  }
  return ordered;
}
