/** A row of a filing catalogue's table: which cells are its title, number, day and maker. */
import type { MappedText } from '../../model/mapped-text.ts';
import type { CatalogueColumns, ColumnRole } from './catalogue-columns.ts';
import { readRecord } from './catalogue-record.ts';
import type { CatalogueRecord } from './catalogue-record.ts';
import { dayOf, isRegisterNumber, namesBody, numberOf, serialOf } from './catalogue-values.ts';
import { longestCell } from '../row-cells.ts';

const HAN = /[\u3400-\u9fff]/u;

/**
 * Reads a row in the columns that the table's head names; without a head its cells in any order: the number is the cell that can be read
 * as one, the day the cell that is one, the maker a cell that is the name of a body, the title the longest of the rest that is written in
 * words. Null for a row that is no entry: the head of the table, a sum.
 */
export function readEntryRow(
  cells: readonly MappedText[],
  columns: CatalogueColumns | null = null,
): CatalogueRecord | null {
  return (columns && readInColumns(cells, columns)) ?? readInAnyOrder(cells.filter(({ text }) => text !== ''));
}

function readInColumns(cells: readonly MappedText[], columns: CatalogueColumns): CatalogueRecord | null {
  const cellOf = (role: ColumnRole): MappedText | null => {
    const cell = cells[columns.get(role) ?? -1];
    return cell && cell.text !== '' ? cell : null;
  };
  const textOf = (role: ColumnRole): string => cellOf(role)?.text ?? '';
  const cell = cellOf('title');
  if (columns.has('title') && cell === null) return null;
  const named = numberOf(columns.has('number') ? textOf('number') : (unnamedNumber(cells, columns)?.text ?? ''));
  // A column can hold two facts: 文号及日期, 文件名称（文号）.
  const other = named === null ? readRecord(cellOf('number') ?? cell ?? NO_TEXT) : null;
  const documentNumber = named ?? other?.documentNumber ?? null;
  const date = dayOf(textOf('day')) ?? other?.date ?? null;
  const isCounted = serialOf(textOf('serial')) !== null || isRegisterNumber(textOf('register'));
  if (documentNumber === null && date === null && !(isCounted && columns.has('title'))) return null;
  if (documentNumber === null && columns.has('number') && !isCounted) return null;
  const title = cellOf('number') === null && other?.title ? other.title : cell;
  return { documentNumber, date, title: title, maker: cellOf('maker'), isLabelled: false };
}

/** The number that stands under no head of its own: 文件名称及文号 over two columns. */
function unnamedNumber(cells: readonly MappedText[], columns: CatalogueColumns): MappedText | undefined {
  const named = new Set(columns.values());
  return cells.find((cell, at) => !named.has(at) && numberOf(cell.text) !== null);
}

const NO_TEXT: MappedText = { text: '', runs: [] };

function readInAnyOrder(cells: readonly MappedText[]): CatalogueRecord | null {
  if (cells.length < 2) return null;
  const number = cells.find(({ text }) => numberOf(text) !== null);
  const day = cells.find(({ text }) => dayOf(text) !== null);
  if (!number && !day) return null;
  const words = cells.filter(
    (cell) =>
      cell !== number &&
      cell !== day &&
      HAN.test(cell.text) &&
      numberOf(cell.text) === null &&
      !isRegisterNumber(cell.text),
  );
  const bodies = words.filter(({ text }) => namesBody(text));
  const title = longestCell(words.length > bodies.length ? words.filter((cell) => !bodies.includes(cell)) : words);
  return {
    documentNumber: number ? numberOf(number.text) : null,
    date: day ? dayOf(day.text) : null,
    title,
    maker: bodies.find((cell) => cell !== title) ?? null,
    isLabelled: false,
  };
}
