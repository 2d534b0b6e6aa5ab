import { stringify } from 'csv-stringify/sync';
import type { Sheet } from './sheet.ts';

/**
 * Writes a table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the Chinese). A cell that a
 * spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab, or their full-width forms) gets an
 * apostrophe before it; numbers stay numbers.
 */
export function toCsv(sheet: Sheet): string {
  const head = sheet.columns.map((column) => column.heading);
  return stringify([head, ...sheet.rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
