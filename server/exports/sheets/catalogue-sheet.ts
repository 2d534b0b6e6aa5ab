import type { IsoDate } from '../../../ingest/model/span.ts';
import type { Status } from '../../../ingest/model/validity.ts';
import { STATUS_LABELS } from '../../../ingest/model/validity.ts';
import { quarterName } from '../../pages/quarter-name.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';

/** One entry of a filing catalogue with the group and catalogue in which it stands. */
export interface CatalogueSheetRow {
  year: number;
  quarter: number;
  /** Of the document that publishes the catalogue: 新司公〔2024〕4号. */
  catalogueNumber: string | null;
  group: string;
  groupDeclared: number | null;
  groupActual: number;
  seq: number;
  title: string;
  documentNumber: string | null;
  date: IsoDate | null;
  /** Null when nothing is known of the entry but the catalogue's line. */
  status: Status | null;
  held: boolean;
  /** Address on the site of the document or register entry. */
  url: string | null;
  issueId: string;
  line: number;
}

/** Entries of one or several filing catalogues (备案登记的行政规范性文件目录), one row each, in printed order. */
export function catalogueSheet(name: string, rows: readonly CatalogueSheetRow[], origin: string): Sheet {
  return sheetOf(name, catalogueColumns(origin), rows);
}

function catalogueColumns(origin: string): Column<CatalogueSheetRow>[] {
  return [
    { heading: '季度', type: 'text', width: 16, value: (row) => quarterName(row.year, row.quarter) },
    { heading: '目录文号', type: 'text', width: 18, value: (row) => row.catalogueNumber },
    { heading: '地区或部门', type: 'text', width: 26, value: (row) => row.group },
    { heading: '公布件数', type: 'number', width: 10, value: (row) => row.groupDeclared },
    { heading: '实列件数', type: 'number', width: 10, value: (row) => row.groupActual },
    { heading: '序号', type: 'number', width: 8, value: (row) => row.seq },
    { heading: '文件名称', type: 'text', width: 64, value: (row) => row.title },
    { heading: '文号', type: 'text', width: 24, value: (row) => row.documentNumber },
    { heading: '日期', type: 'date', width: 12, value: (row) => row.date },
    {
      heading: '效力状态',
      type: 'text',
      width: 12,
      value: (row) => (row.status === null ? null : STATUS_LABELS[row.status]),
    },
    { heading: '收录全文', type: 'text', width: 10, value: (row) => (row.held ? '是' : '否') },
    { heading: '网址', type: 'link', width: 50, value: (row) => (row.url === null ? null : origin + row.url) },
    { heading: '公报', type: 'text', width: 22, value: (row) => row.issueId },
    { heading: '原文行号', type: 'number', width: 10, value: (row) => row.line },
  ];
}
