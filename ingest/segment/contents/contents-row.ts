/**
 * Contents printed as a table: `| 国务院关于…的意见 | 国发〔2023〕11号 | 12 |`, or cells apart by tabs. Reads the cells of one row, returns
 * what each is by its own shape: the page a bare number, the document number one that can be read, the title the longest of the rest,
 * the section a short one beside it.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { parseNumberLine } from '../../structure/number-line.ts';
import { halfDigits } from '../../text/characters.ts';
import { parseDate } from '../../text/dates.ts';
import type { PrintedLine } from '../../text/lines.ts';
import { longestCell, rowCells } from '../row-cells.ts';
import { endsInBody } from '../signer.ts';

export interface ContentsRow {
  /** Null for a row without words: the line under a table's head. */
  title: MappedText | null;
  section: MappedText | null;
  number: string | null;
  page: number | null;
  /** How many cells hold something. */
  cells: number;
}

const PAGE = /^[（(]?(?:P\.?\s?|第\s?)?(\d{1,4})(?:\s?[-—–]\s?\d{1,4})?\s?页?[)）]?$/u;
const LONGEST_SECTION = 12;

/** Whether a cell beside the title names the group of the entry: no body that issues, no day. */
const namesSection = ({ text }: MappedText): boolean =>
  text.length <= LONGEST_SECTION && !endsInBody(text) && parseDate(text) === null && !/\d/u.test(text);

/** Reads a row of tabled contents; null for a line that is none. A row with one cell is read as a line of its own. */
export function readContentsRow(line: PrintedLine): ContentsRow | null {
  const cells = rowCells(line.content);
  if (!cells) return null;
  const last = cells.at(-1);
  const page = cells.length > 1 && last ? PAGE.exec(halfDigits(last.text)) : null;
  const words = cells.slice(0, page ? -1 : undefined);
  const number = words.find(({ text }) => parseNumberLine(text) !== null);
  const titles = words.filter((cell) => cell !== number && !/^\d{1,4}[.、．]?$/u.test(cell.text));
  const title = longestCell(titles);
  return {
    title,
    section: titles.find((cell) => cell !== title && namesSection(cell)) ?? null,
    number: number ? (parseNumberLine(number.text)?.text ?? null) : null,
    page: page ? Number(page[1]) : null,
    cells: cells.length,
  };
}
