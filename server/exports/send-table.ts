import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { IsoDate } from '../../ingest/model/span.ts';
import { ApiError } from '../api/api-error.ts';
import { toCsv } from './csv.ts';
import { provenanceSheet } from './provenance.ts';
import type { Provenance } from './provenance.ts';
import type { Sheet } from './sheet.ts';
import { toXlsx } from './xlsx.ts';

/** A table that can be taken away. CSV has the first sheet alone; XLSX has all of them and the provenance. */
export interface TableExport {
  /** Without extension: 备案目录-2024年第三季度. */
  fileName: string;
  title: string;
  sheets: readonly [Sheet, ...Sheet[]];
  /** The address of the page that shows the same; null for a table made of a pasted text. */
  pageUrl: string | null;
  statusOn: IsoDate | null;
  /** Rows that exist, when the table holds only the first ones. */
  totalCount?: number;
  notes: string[];
}

/** What the site knows when a table leaves it. */
export interface ExportSetting {
  exportedOn: IsoDate;
  coverage: string;
}

/** A workbook is made in memory, with a dozen cells a row. */
const WORKBOOK_ROWS = 50_000;

const FORMATS: Record<string, 'csv' | 'xlsx'> = { csv: 'csv', xlsx: 'xlsx' };
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Answers an address that ends in `.csv` or `.xlsx` (the path's `:format`) with a table; lets every other ending pass.
 * `make` may return null to let the request pass as well.
 */
export function tableHandler(
  setting: () => ExportSetting,
  make: (request: Request) => TableExport | null | Promise<TableExport | null>,
): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const format = FORMATS[String(request.params.format)];
    const table = format === undefined ? null : await make(request);
    if (format === undefined || table === null) {
      next();
      return;
    }
    await sendTable(response, format, table, setting());
  };
}

async function sendTable(
  response: Response,
  format: 'csv' | 'xlsx',
  table: TableExport,
  { exportedOn, coverage }: ExportSetting,
): Promise<void> {
  const [first] = table.sheets;
  const totalCount = table.totalCount ?? first.rows.length;
  response.attachment(`${table.fileName}.${format}`);
  response.set('X-Total-Count', String(totalCount)).set('Cache-Control', 'no-cache').set('X-Robots-Tag', 'noindex');
  if (format === 'csv') {
    response.type('text/csv; charset=utf-8').send(toCsv(first));
    return;
  }
  if (first.rows.length > WORKBOOK_ROWS) {
    throw new ApiError(413, 'too_large', `共${first.rows.length}行，不能放进一个工作簿：请取 CSV，或者加上筛选条件`);
  }
  const provenance: Provenance = {
    title: table.title,
    url: table.pageUrl,
    exportedOn,
    statusOn: table.statusOn,
    coverage,
    rowCount: first.rows.length,
    totalCount,
    notes: table.notes,
  };
  response.type(XLSX_TYPE).send(await toXlsx([...table.sheets, provenanceSheet(provenance)]));
}
