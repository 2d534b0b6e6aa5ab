import { beforeAll, describe, expect, test } from 'vitest';
import {
  ALL_CATALOGUES,
  catalogueFilterValues,
  entriesInScope,
  listCatalogueEntries,
} from '../../../../ingest/store/queries/catalogue-entries.ts';
import type { CatalogueFilter } from '../../../../ingest/store/queries/catalogue-entries.ts';
import type { Store } from '../../../../ingest/store/open-store.ts';
import { documentNumberKey } from '../../../../ingest/text/document-number.ts';
import { fixtureStore } from '../../../helpers/fixture-issue.ts';

/** Group, title, number and date of each entry; the catalogue prints them in this order. */
const ENTRIES: [number, string, string | null, string | null][] = [
  [1, '城市绿化管理办法', '乌政办规〔2024〕12号', '2024-04-08'],
  [1, '停车场管理规定', '乌政办规〔2024〕2号', null],
  [1, '100%达标办法', '新疆维吾尔自治区人民政府令第239号', '2024-01-05'],
  [2, '医疗救助规程', null, '2023-11-01'],
  [2, '救助实施细则', '伊财规字〔2024〕1号', '2024-02-01'],
  [2, '救助工作要点', '新政发〔2024〕8号', '2024-03-01'],
];

let store: Store;
beforeAll(() => {
  store = fixtureStore();
  const { id } = store.prepare<[], { id: number }>('SELECT id FROM catalogues').get() ?? { id: 0 };
  store.prepare('DELETE FROM catalogue_entries').run();
  store.prepare("UPDATE catalogue_groups SET name = '乌鲁木齐市'").run();
  store
    .prepare('INSERT INTO catalogue_groups (catalogue_id, seq, name, declared, line) VALUES (?, 2, ?, NULL, 1)')
    .run(id, '自治区医疗保障局');
  const insert = store.prepare(
    `INSERT INTO catalogue_entries (catalogue_id, group_seq, seq, title, title_key, document_number, number_key, date, span_start, span_end, line, raw)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1, '')`,
  );
  ENTRIES.forEach(([group, title, number, date], index) => {
    insert.run(id, group, index + 1, title, title, number, number === null ? null : documentNumberKey(number), date);
  });
});

const NONE: CatalogueFilter = { group: '', year: '', numberType: '', q: '', sort: 'print' };
const found = (filter: Partial<CatalogueFilter>): number[] =>
  listCatalogueEntries(store, ALL_CATALOGUES, { ...NONE, ...filter }).entries.map(({ seq }) => seq);

describe('listCatalogueEntries', () => {
  test('filters by group, year of the entry, kind of number and words', () => {
    expect(found({ group: '乌鲁木齐市' })).toEqual([1, 2, 3]);
    expect(found({ year: '2023' })).toEqual([4]);
    expect(found({ numberType: '无文号' })).toEqual([4]);
    expect(found({ numberType: '令' })).toEqual([3]);
    expect(found({ q: '管理 绿化' })).toEqual([1]);
    expect(found({ q: '〔2024〕2号' })).toEqual([2]);
  });

  test('takes a percent sign and an underscore for themselves', () => {
    expect(found({ q: '100%' })).toEqual([3]);
    expect(found({ q: '城_绿' })).toEqual([]);
  });

  test('sorts by date both ways and by number as a number, what is absent last', () => {
    expect(found({ sort: 'date' })).toEqual([4, 3, 5, 6, 1, 2]);
    expect(found({ sort: '-date' })).toEqual([1, 6, 5, 3, 4, 2]);
    expect(found({ sort: 'number', group: '乌鲁木齐市', q: '管理' })).toEqual([2, 1]);
    expect(found({ sort: 'number' }).at(-1)).toBe(4);
  });

  test('cuts a page and still counts all', () => {
    const { total, entries } = listCatalogueEntries(store, ALL_CATALOGUES, NONE, { limit: 2, offset: 2 });
    expect([total, entries.map(({ seq }) => seq)]).toEqual([6, [3, 4]]);
  });

  test('keeps to its scope', () => {
    expect(entriesInScope(store, { ...ALL_CATALOGUES, year: 2024, quarter: 2 })).toHaveLength(6);
    expect(entriesInScope(store, { ...ALL_CATALOGUES, year: 2024, quarter: 1 })).toEqual([]);
    expect(entriesInScope(store, { ...ALL_CATALOGUES, issue: 'another' })).toEqual([]);
  });
});

test('the filter lists count every value once', () => {
  const { groups, years, numberTypes } = catalogueFilterValues(store, ALL_CATALOGUES);
  expect(groups).toEqual([
    { value: '乌鲁木齐市', count: 3 },
    { value: '自治区医疗保障局', count: 3 },
  ]);
  expect(years).toEqual([
    { value: '2024', count: 4 },
    { value: '2023', count: 1 },
  ]);
  expect(numberTypes).toContainEqual({ value: '规范性文件字号（规）', count: 3 });
  expect(numberTypes.map(({ value }) => value)).toHaveLength(4);
});
