import type { IsoDate } from '../../ingest/model/span.ts';
import type { Sheet } from './sheet.ts';

/** Where a table comes from, for the reader who meets it months later without the site. */
export interface Provenance {
  title: string;
  /** The address that makes the same table again. */
  url: string | null;
  /** The day of the export, and the day as of which statuses hold where the table has any. */
  exportedOn: IsoDate;
  statusOn: IsoDate | null;
  /** 依据馆藏5期公报，最新一期2024-09-15。 */
  coverage: string;
  rowCount: number;
  /** Rows that exist; more than `rowCount` when the table was cut. */
  totalCount: number;
  /** What a reader must know of the columns. */
  notes: string[];
}

/** The sheet 出处说明 that goes with every workbook: title, address, days, coverage, counts and notes. */
export function provenanceSheet(provenance: Provenance): Sheet {
  const { statusOn, url, rowCount, totalCount } = provenance;
  const count = rowCount === totalCount ? String(rowCount) : `${rowCount}（共${totalCount}，本表只列前${rowCount}）`;
  const rows: [string, string][] = [
    ['表名', provenance.title],
    ['来源', '邸报 Dibao 政府公报档案'],
    ...(url === null ? [] : [['网址', url] satisfies [string, string]]),
    ['导出日期', provenance.exportedOn],
    ...(statusOn === null ? [] : [['效力状态截至', statusOn] satisfies [string, string]]),
    ['馆藏范围', provenance.coverage],
    ['行数', count],
    ...provenance.notes.map((note): [string, string] => ['说明', note]),
  ];
  return {
    name: '出处说明',
    columns: [
      { heading: '项目', type: 'text', width: 16 },
      { heading: '内容', type: 'text', width: 90 },
    ],
    rows,
  };
}
