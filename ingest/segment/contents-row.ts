/**
 * Contents printed as a table: `| 国务院关于…的意见 | 国发〔2023〕11号 | 12 |`, or cells apart by tabs. Reads the cells of one row, returns
 * what each is by its own shape: the page a bare number, the document number one that can be read, the title the longest of the rest.
 */
import type { MappedText } from '../model/mapped-text.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { halfDigits, isSpaceAt } from '../text/characters.ts';
import type { PrintedLine } from '../text/lines.ts';
import { slice } from '../text/mapped-text.ts';

export interface ContentsRow {
  /** Null for a row without words: the line under a table's head. */
  title: MappedText | null;
  number: string | null;
  page: number | null;
  /** How many cells hold something. */
  cells: number;
}

const PAGE = /^[（(]?(?:P\.?\s?|第\s?)?(\d{1,4})(?:\s?[-—–]\s?\d{1,4})?\s?页?[)）]?$/u;
// Must match: --- · :---: · ———      Must not: —3—
const RULE = /^:?[-—=]{2,}:?$/u;
const FEWEST_TABBED = 3;

/** The cells of a row with a title in it, each without the spaces around it; null for a line that is no row. */
function cellsOf({ text, content }: PrintedLine): MappedText[] | null {
  const isPiped = text.length > 2 && text.startsWith('|');
  const mark = isPiped ? '|' : '\t';
  if (!isPiped && !text.includes('\t')) return null;
  const cells: MappedText[] = [];
  for (let from = 0; from <= text.length;) {
    const next = text.indexOf(mark, from);
    const to = next < 0 ? text.length : next;
    let start = from;
    let end = to;
    while (start < end && isSpaceAt(text, start)) start += 1;
    while (end > start && isSpaceAt(text, end - 1)) end -= 1;
    if (end > start) cells.push(slice(content, start, end));
    from = to + 1;
  }
  return isPiped || cells.length >= FEWEST_TABBED ? cells : null;
}

/** Reads a row of tabled contents; null for a line that is none. A row with one cell is read as a line of its own. */
export function readContentsRow(line: PrintedLine): ContentsRow | null {
  const printed = cellsOf(line);
  if (!printed) return null;
  const cells = printed.filter(({ text }) => !RULE.test(text));
  const last = cells.at(-1);
  const page = cells.length > 1 && last ? PAGE.exec(halfDigits(last.text)) : null;
  const words = cells.slice(0, page ? -1 : undefined);
  const number = words.find(({ text }) => parseNumberLine(text) !== null);
  const titles = words.filter((cell) => cell !== number && !/^\d{1,4}[.、．]?$/u.test(cell.text));
  const title = titles.reduce<MappedText | null>(
    (longest, cell) => (longest === null || cell.text.length > longest.text.length ? cell : longest),
    null,
  );
  return {
    title,
    number: number ? (parseNumberLine(number.text)?.text ?? null) : null,
    page: page ? Number(page[1]) : null,
    cells: cells.length,
  };
}
