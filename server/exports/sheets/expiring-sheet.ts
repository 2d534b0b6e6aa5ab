import type { Certainty, IsoDate } from '../../../ingest/model/span.ts';
import { CERTAINTY_LABELS } from '../../pages/certainty-label.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';

/** A document whose validity runs out, with the clause that says so. */
export interface ExpiringSheetRow {
  documentNumber: string | null;
  title: string | null;
  authority: string | null;
  /** Last day in force. */
  lastDay: IsoDate;
  /** Days from the day of the table; negative when past. */
  daysLeft: number;
  certainty: Certainty;
  quote: string;
  url: string;
}

/** Documents by their last day in force. */
export function expiringSheet(rows: readonly ExpiringSheetRow[], origin: string): Sheet {
  const columns: Column<ExpiringSheetRow>[] = [
    { heading: '文号', type: 'text', width: 24, value: (row) => row.documentNumber },
    { heading: '文件名称', type: 'text', width: 60, value: (row) => row.title },
    { heading: '制定机关', type: 'text', width: 30, value: (row) => row.authority },
    { heading: '到期日', type: 'date', width: 12, value: (row) => row.lastDay },
    { heading: '剩余天数', type: 'number', width: 10, value: (row) => row.daysLeft },
    { heading: '日期依据', type: 'text', width: 12, value: (row) => CERTAINTY_LABELS[row.certainty] },
    { heading: '原文', type: 'text', width: 60, value: (row) => row.quote },
    { heading: '网址', type: 'link', width: 50, value: (row) => origin + row.url },
  ];
  return sheetOf('有效期', columns, rows);
}
