import { describe, expect, test } from 'vitest';
import type { CatalogueEntryRow } from '../../../ingest/store/queries/catalogues.ts';
import { catalogueSort, filterEntries, numberType } from '../../../server/pages/catalogue-filter.ts';

const entry = (
  seq: number,
  title: string,
  documentNumber: string | null,
  date: string | null,
  groupName: string,
): CatalogueEntryRow => ({
  id: seq,
  catalogueId: 1,
  groupSeq: 1,
  groupName,
  seq,
  title,
  documentNumber,
  date,
  registerId: null,
  held: 0,
  line: seq,
  raw: '',
  issueId: 'x',
  year: 2024,
  quarter: 3,
});

const ENTRIES = [
  entry(1, '城市绿化管理办法', '乌政办规〔2024〕12号', '2024-04-08', '乌鲁木齐市'),
  entry(2, '停车场管理规定', '乌政办规〔2024〕2号', null, '乌鲁木齐市'),
  entry(3, '医疗救助规程', null, '2023-11-01', '自治区医疗保障局'),
];
const ALL = { group: '', year: '', numberType: '', q: '', sort: 'print' } as const;
const seqs = (filter: Partial<Parameters<typeof filterEntries>[1]>): number[] =>
  filterEntries(ENTRIES, { ...ALL, ...filter }).map(({ seq }) => seq);

describe('filterEntries', () => {
  test('by group, year of the entry, kind of number and words', () => {
    expect(seqs({ group: '乌鲁木齐市' })).toEqual([1, 2]);
    expect(seqs({ year: '2023' })).toEqual([3]);
    expect(seqs({ numberType: '无文号' })).toEqual([3]);
    expect(seqs({ q: '管理 绿化' })).toEqual([1]);
    expect(seqs({ q: '〔2024〕2号' })).toEqual([2]);
  });

  test('sorts by date both ways and by number as a number, what is absent last', () => {
    expect(seqs({ sort: 'date' })).toEqual([3, 1, 2]);
    expect(seqs({ sort: '-date' })).toEqual([1, 3, 2]);
    expect(seqs({ sort: 'number' })).toEqual([2, 1, 3]);
    expect(catalogueSort('drop table')).toBe('print');
  });

  test('kinds of number', () => {
    expect(
      [
        '乌政办规〔2024〕2号',
        '伊财规字〔2024〕1号',
        '新疆维吾尔自治区人民政府令第239号',
        '新政发〔2024〕8号',
        null,
      ].map(numberType),
    ).toEqual(['规范性文件字号（规）', '规范性文件字号（规）', '令', '其他字号', '无文号']);
  });
});
