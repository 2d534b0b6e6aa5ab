import type { Certainty, IsoDate } from '../../../ingest/model/span.ts';
import type { EventType } from '../../../ingest/model/validity.ts';
import { CERTAINTY_LABELS } from '../../pages/certainty-label.ts';
import { EVENT_NAMES } from '../../pages/event-names.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';

/** One event that ended a document, with the clause that says so. */
export interface RepealSheetRow {
  documentNumber: string | null;
  title: string | null;
  type: EventType;
  /** First day on which it is no longer in force. */
  date: IsoDate | null;
  certainty: Certainty;
  quote: string;
  byNumber: string | null;
  byTitle: string | null;
  issueId: string | null;
  line: number | null;
  url: string | null;
}

/** Repeals, newest first as given, one row for each document ended. */
export function repealSheet(name: string, rows: readonly RepealSheetRow[], origin: string): Sheet {
  return sheetOf(name, repealColumns(origin), rows);
}

function repealColumns(origin: string): Column<RepealSheetRow>[] {
  return [
    { heading: '文号', type: 'text', width: 24, value: (row) => row.documentNumber },
    { heading: '文件名称', type: 'text', width: 60, value: (row) => row.title },
    { heading: '处理', type: 'text', width: 12, value: (row) => EVENT_NAMES[row.type] },
    { heading: '失效之日', type: 'date', width: 12, value: (row) => row.date },
    { heading: '日期依据', type: 'text', width: 12, value: (row) => CERTAINTY_LABELS[row.certainty] },
    { heading: '依据文号', type: 'text', width: 24, value: (row) => row.byNumber },
    { heading: '依据文件', type: 'text', width: 50, value: (row) => row.byTitle },
    { heading: '原文', type: 'text', width: 70, value: (row) => row.quote },
    { heading: '公报', type: 'text', width: 22, value: (row) => row.issueId },
    { heading: '原文行号', type: 'number', width: 10, value: (row) => row.line },
    { heading: '网址', type: 'link', width: 50, value: (row) => (row.url === null ? null : origin + row.url) },
  ];
}
