/**
 * Rows of drawn boxes whose cells go on over several lines between two rules:
 * `├────┼──────────┼────────┤` / `│象山│象山区城中村改造补│象政发  │` / `│区  │偿安置办法        │〔2016〕1号│`.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { concat } from '../../text/mapped-text.ts';
import { readCatalogueColumns } from './catalogue-columns.ts';
import { numberOf } from './catalogue-values.ts';
import type { PrintedText } from '../printed-text.ts';
import { isPrinted } from '../printed-text.ts';
import { rowColumns } from '../row-cells.ts';

/** The cells of one row put together, and its last line. */
export interface RuledRow {
  cells: MappedText[];
  last: number;
}

// Must match: ├────┼────┤ · │    ├────┤ · +----+----+ · |----|----|      Must not: │象山│ · ────
const RULE = /^[│┃├┝|+┌└┏┗][\s│┃]{0,80}[─━=+\-┬┼┴├┤┐┘│┃|]{3,}$/u;
const MOST_LINES = 24;
const NO_TEXT: MappedText = { text: '', runs: [] };

function isRule(text: PrintedText, at: number): boolean {
  return RULE.test(text.source.slice(text.lines[at]?.start, text.lines[at]?.end).trim());
}

/** The rows in [from, to) that hold one document each, by their first lines; rows of one line and lines without rules are none. */
export function ruledRows(text: PrintedText, from: number, to: number): ReadonlyMap<number, RuledRow> {
  const rows = new Map<number, RuledRow>();
  let block: { first: number; lines: MappedText[][] } | null = null;
  for (let at = from; at < to; at += 1) {
    const line = text.lines[at];
    const cells = line && isPrinted(text, at) ? rowColumns(line.content) : null;
    if (cells && block) block.lines.push(cells);
    else if (line && isRule(text, at)) {
      const whole = block && wholeRow(block.lines);
      if (block && whole) rows.set(block.first, { cells: whole, last: at - 1 });
      block = { first: at + 1, lines: [] };
    } else block = null;
  }
  return rows;
}

/** Lines as one row: each has as many cells, and only together they name a document's number or the head of a table. */
function wholeRow(lines: readonly MappedText[][]): MappedText[] | null {
  const [first] = lines;
  if (!first || lines.length < 2 || lines.length > MOST_LINES) return null;
  if (lines.some(({ length }) => length !== first.length)) return null;
  const whole = first.map((_, column) => concat(lines.map((cells) => cells[column] ?? NO_TEXT)));
  const isHead = readCatalogueColumns(whole) !== null;
  const names = (cells: readonly MappedText[]): boolean => cells.some(({ text }) => numberOf(text) !== null);
  const isRow = names(whole) && lines.filter(names).length < 2;
  return isHead || isRow ? whole : null;
}
