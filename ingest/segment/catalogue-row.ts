/** A row of a filing catalogue's table: which cells are its title, number, day and maker. */
import type { MappedText } from '../model/mapped-text.ts';
import type { IsoDate } from '../model/span.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { parseDate } from '../text/dates.ts';
import { concat } from '../text/mapped-text.ts';
import { withoutSpaces } from '../text/spaces.ts';
import type { CatalogueColumns } from './catalogue-columns.ts';
import { longestCell } from './row-cells.ts';
import { endsInBody } from './signer.ts';

/** What a row says of one document. */
export interface EntryRow {
  documentNumber: string | null;
  date: IsoDate | null;
  title: MappedText | null;
  /** The body whose document it is, in a column of its own; null where no column names one. */
  maker: MappedText | null;
}

const HAN = /[\u3400-\u9fff]/u;
// Must match: 陇司备〔2022〕51号 · 粤府备字〔2010〕3号 (numbers of the register)      Must not: 陇教规〔2022〕2号
const OF_REGISTER = /备(?:字|登|案)?[〔[［（(]/u;

/**
 * Reads a row in the columns that the table's head names; without a head its cells in any order: the number is the cell that can be read
 * as one, the day the cell that is one, the maker a cell that is the name of a body, the title the longest of the rest that is written in
 * words. Null for a row with neither number nor day, the head of the table.
 */
export function readEntryRow(cells: readonly MappedText[], columns: CatalogueColumns | null = null): EntryRow | null {
  return (columns && readInColumns(cells, columns)) ?? readInAnyOrder(cells.filter(({ text }) => text !== ''));
}

function readInColumns(cells: readonly MappedText[], columns: CatalogueColumns): EntryRow | null {
  const cellOf = (role: 'title' | 'number' | 'day' | 'maker'): MappedText | null => {
    const cell = cells[columns.get(role) ?? -1];
    return cell && cell.text !== '' ? cell : null;
  };
  const number = cellOf('number');
  const documentNumber = number ? (parseNumberLine(withoutSpaces(number.text))?.text ?? null) : null;
  const title = cellOf('title');
  if (documentNumber === null || (columns.has('title') && title === null)) return null;
  const day = cellOf('day');
  return { documentNumber, date: day ? parseDate(withoutSpaces(day.text)) : null, title, maker: cellOf('maker') };
}

function readInAnyOrder(cells: readonly MappedText[]): EntryRow | null {
  if (cells.length < 2) return null;
  const numbers = cells.filter(({ text }) => parseNumberLine(text) !== null);
  const number = numbers.find(({ text }) => !OF_REGISTER.test(text)) ?? numbers[0];
  const day = cells.find(({ text }) => parseDate(withoutSpaces(text)) !== null);
  if (!number && !day) return null;
  const words = cells.filter((cell) => !numbers.includes(cell) && cell !== day && HAN.test(cell.text));
  const bodies = words.filter(({ text }) => endsInBody(withoutSpaces(text)));
  const title = longestCell(words.length > bodies.length ? words.filter((cell) => !bodies.includes(cell)) : words);
  return {
    documentNumber: number ? (parseNumberLine(number.text)?.text ?? null) : null,
    date: day ? parseDate(withoutSpaces(day.text)) : null,
    title,
    maker: bodies.find((cell) => cell !== title) ?? null,
  };
}

// Must match: 1 · 01 · （1） · 1. · 12、
const SERIAL = /^[（(]?\d{1,4}[）)]?[.．、]?$/u;

/**
 * The cells of a line whose columns stand one space apart: `01　岱山区人民政府　关于划定禁养区的通告　岱政规〔2022〕5号　2022年11月3日`. It begins
 * with its serial, number and day are words of their own, a body behind the serial is the maker, the rest the title. Null for any other line.
 */
export function readSingleSpacedRow(words: readonly MappedText[]): EntryRow | null {
  const [serial, ...rest] = words;
  if (!serial || rest.length < 3 || !SERIAL.test(serial.text)) return null;
  const number = rest.findIndex(({ text }) => parseNumberLine(text) !== null);
  const day = rest.findIndex(({ text }) => parseDate(text) !== null);
  const titleEnd = Math.min(number, day);
  if (titleEnd < 1) return null;
  const [first, ...others] = rest.slice(0, titleEnd);
  const maker = first && others.length > 0 && endsInBody(first.text) ? first : null;
  return {
    documentNumber: parseNumberLine(rest[number]?.text ?? '')?.text ?? null,
    date: parseDate(rest[day]?.text ?? ''),
    title: concat(maker ? others : rest.slice(0, titleEnd)),
    maker,
  };
}
