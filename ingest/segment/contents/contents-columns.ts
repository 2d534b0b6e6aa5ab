/**
 * Contents printed in two columns, saved as a table or as lines that run over both: each half is a line of its own column, with its
 * own page. `| 关于甲的通知……3 | 关于乙的意见……8 |`. Reads the lines of the contents, returns them column by column.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { widthOf } from '../../text/characters.ts';
import type { PrintedLine } from '../../text/lines.ts';
import { slice } from '../../text/mapped-text.ts';
import { PLAIN_STYLE, readContentsLine } from './contents-line.ts';
import { rowColumns } from '../row-cells.ts';

const FEWEST_PAGED = 2;
const FEWEST_SPLIT = 2;

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

interface Halves {
  line: PrintedLine;
  left: PrintedLine;
  right: PrintedLine;
  /** Where the right half begins, in full-width characters from the margin. */
  column: number;
}

// Must match: ……（2）              实施方案 · 省政府文件　　　　省政府办公厅文件      Must not: 省政府文件 (1) · 市长　张某
const GUTTER = /(?: {3,}|\u3000{2,})[\s\u3000]*(?=[\u4e00-\u9fff《“\d])/gu;
const NEAR = 3;
const LONGEST_LINE = 240;

/** The halves of a line of print that runs over two columns; null for any other line. */
function halvesOf(line: PrintedLine): Halves | null {
  if (line.text.length > LONGEST_LINE) return null;
  const gap = [...line.text.matchAll(GUTTER)].at(-1);
  if (!gap || gap.index === 0) return null;
  const from = gap.index + gap[0].length;
  const half = (start: number, end: number): PrintedLine => lineOf(line, slice(line.content, start, end));
  const column = line.indent + widthOf(line.text.slice(0, from));
  return { line, left: half(0, gap.index), right: half(from, line.text.length), column };
}

/** Lines of plain text that run over two columns, each with its own pages; null where they do not. */
function inColumns(lines: readonly PrintedLine[]): PrintedLine[] | null {
  const halves = lines.flatMap((line) => halvesOf(line) ?? []);
  const paged = halves.filter(({ left }) => holdsEntry(left));
  const gutter = paged[0]?.column;
  if (gutter === undefined) return null;
  const split = new Map(
    halves.filter(({ column }) => Math.abs(column - gutter) <= NEAR).map((half) => [half.line, half]),
  );
  if (split.size < FEWEST_SPLIT) return null;
  const left: PrintedLine[] = [];
  const right: PrintedLine[] = [];
  for (const line of lines) {
    const half = split.get(line);
    if (half) {
      left.push(half.left);
      right.push(half.right);
    } else (line.indent > gutter - NEAR ? right : left).push(line);
  }
  return right.some(holdsEntry) ? [...left, ...right] : null;
}

/** The lines of the contents in the order in which a reader takes them. */
export function inReadingOrder(lines: readonly PrintedLine[]): PrintedLine[] {
  const columns = inColumns(lines);
  if (columns) return columns;
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
