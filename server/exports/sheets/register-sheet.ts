import type { Issuer } from '../../../ingest/store/queries/code-issuers.ts';
import type { RegisterEntry } from '../../../ingest/store/queries/register.ts';
import type { Status } from '../../../ingest/model/validity.ts';
import { STATUS_LABELS } from '../../../ingest/model/validity.ts';
import { knownDocumentUrl } from '../../pages/urls.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';

/** An entry of the register with its status on the day of the table. */
export interface RegisterSheetRow {
  entry: RegisterEntry;
  issuer: Issuer;
  status: Status;
}

/** Every document that the archive knows of, one row each. */
export function registerSheet(rows: readonly RegisterSheetRow[], origin: string): Sheet {
  const columns: Column<RegisterSheetRow>[] = [
    { heading: '编号', type: 'text', width: 26, value: ({ entry }) => entry.id },
    { heading: '文号', type: 'text', width: 24, value: ({ entry }) => entry.documentNumber },
    { heading: '文件名称', type: 'text', width: 60, value: ({ entry }) => entry.title },
    { heading: '制定机关', type: 'text', width: 30, value: ({ issuer }) => issuer.authority },
    { heading: '制定机关推定依据', type: 'text', width: 40, value: ({ issuer }) => issuer.presumed },
    { heading: '年份', type: 'number', width: 8, value: ({ entry }) => entry.year },
    { heading: '公布日期', type: 'date', width: 12, value: ({ entry }) => entry.promulgationDate },
    { heading: '效力状态', type: 'text', width: 12, value: ({ status }) => STATUS_LABELS[status] },
    { heading: '收录全文', type: 'text', width: 10, value: ({ entry }) => (entry.held ? '是' : '否') },
    { heading: '网址', type: 'link', width: 50, value: ({ entry }) => origin + knownDocumentUrl(entry.id, entry.held) },
  ];
  return sheetOf('文件登记', columns, rows);
}
