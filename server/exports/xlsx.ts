import writeExcelFile from 'write-excel-file/node';
import type { Cell, Sheet as WrittenSheet } from 'write-excel-file/node';
import { dayStart } from '../site/day-start.ts';
import { withoutControls } from '../site/control-characters.ts';
import type { CellValue, ColumnHead, Sheet } from './sheet.ts';

/** What a spreadsheet takes in one cell; longer texts end with a mark that says so. */
const LONGEST_CELL = 32_767;
const CUT = '……（全文见网页）';

const HEAD_STYLE = { fontWeight: 'bold', backgroundColor: '#EDEFF2', alignVertical: 'top', wrap: true } as const;
const TEXT_STYLE = { alignVertical: 'top', wrap: true } as const;

/**
 * Writes tables as one XLSX workbook. Dates are real dates (yyyy-mm-dd), headings are bold and stay in view. Texts are
 * written as texts, so a title that begins with `=` is never a formula.
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(sheets.map(writtenSheet), { fontFamily: '等线', fontSize: 11 }).toBuffer();
}

function writtenSheet(sheet: Sheet): WrittenSheet<Buffer> {
  const head: Cell[] = sheet.columns.map((column) => ({ value: column.heading, type: String, ...HEAD_STYLE }));
  const rows = sheet.rows.map((row) => sheet.columns.map((column, index) => writtenCell(column, row[index] ?? null)));
  return {
    sheet: sheet.name,
    data: [head, ...rows],
    columns: sheet.columns.map((column) => ({ width: column.width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

function writtenCell(column: ColumnHead, value: CellValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  if (column.type === 'date') return { value: dayStart(value), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' };
  return { value: fitting(value), type: String, ...TEXT_STYLE };
}

function fitting(value: string): string {
  const clean = withoutControls(value);
  return clean.length <= LONGEST_CELL ? clean : clean.slice(0, LONGEST_CELL - CUT.length) + CUT;
}
