import { describe, expect, it } from 'vitest';
import { LOTS, searchRecordsOf, sortableNumber } from '../../../ingest/index/search-record.ts';
import { FIXTURE_ORDER as ORDER, fixtureStore } from '../../helpers/fixture-issue.ts';

describe('searchRecordsOf', () => {
  const records = searchRecordsOf(fixtureStore(), ORDER);
  const third = records.find((record) => record.text.startsWith('第 三 条'));

  it('spaces every character and goes on a little into the next piece', () => {
    expect(third?.text).toMatch(/^第 三 条 行 政 执 法 案 卷 评 查 .*结 果 应 当 公 开 第 四 条 本 办 法 自 2 0 2 4/u);
  });

  it('has the headings above a piece and its words', () => {
    expect(third?.headings).toBe('第 二 章 评 查 程 序');
    expect(third?.words).toEqual(expect.arrayContaining(['行政执法', '案卷评查', '抽查']));
  });

  it('has an id of its own for each piece that Meilisearch accepts', () => {
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
    for (const { id } of records) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,511}$/u);
  });

  it('has what very many records are counted and listed by', () => {
    expect(third).toMatchObject({
      authority: ['新疆维吾尔自治区人民政府'],
      type: '办法',
      year: '2024',
      issue: 'xinjiang-2024-17-18',
      date: 20240827,
      number: 'xin jiang wei wu er zi zhi qu ren min zheng fu ling  00000239',
    });
    for (const { lot } of records) expect([lot >= 0, lot < LOTS, Number.isInteger(lot)]).toEqual([true, true, true]);
  });

  it('is empty for a document that is not there', () => {
    expect(searchRecordsOf(fixtureStore(), 'nothing')).toEqual([]);
  });
});

describe('sortableNumber', () => {
  it('orders by the sound of the agency, then year, then serial', () => {
    const keys = ['新政办发|2024|43', '新政办发|2024|5', '新政办发|2023|100', '国办发|2024|1', '安徽省人民政府令||14'];
    expect(keys.toSorted((a, b) => (sortableNumber(a) < sortableNumber(b) ? -1 : 1))).toEqual([
      '安徽省人民政府令||14',
      '国办发|2024|1',
      '新政办发|2023|100',
      '新政办发|2024|5',
      '新政办发|2024|43',
    ]);
  });
});
