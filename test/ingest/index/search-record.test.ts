import { describe, expect, it } from 'vitest';
import { searchRecordsOf } from '../../../ingest/index/search-record.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

const ORDER = 'xinjiangweiwuerzizhiqurenminzhengfuling-239';

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

  it('is empty for a document that is not there', () => {
    expect(searchRecordsOf(fixtureStore(), 'nothing')).toEqual([]);
  });
});
