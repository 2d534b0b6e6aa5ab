import { describe, expect, it } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { Archive } from '../../../server/search/archive.ts';
import { createSuggester } from '../../../server/search/suggest.ts';

async function addIssue(store: Store, number: number, titles: readonly string[]): Promise<void> {
  const lines = titles.map(
    (title, index) =>
      `${title}\n湘政办发〔2024〕${number * 1000 + index}号\n各市州人民政府：\n一、总体要求\n坚持安全第一。\n湖南省人民政府办公厅\n2024年9月3日\n`,
  );
  const text = `湖南省人民政府公报\n2024年第${number}期\n${lines.join('\n')}`;
  const path = `湖南-2024-${number}.txt`;
  writeIssue(store, parseIssue(await readSource(Buffer.from(text), path)), { path });
}

const several = (count: number, subject: string): string[] =>
  Array.from({ length: count }, (_, index) => `关于加强${subject}第${index + 1}批管理工作的通知`);

describe('createSuggester', () => {
  it('makes everything for the first who types in a small archive', async () => {
    const store = openStore(':memory:');
    await addIssue(store, 1, ['关于加强饮用水水源管理工作的通知', '关于加强城镇燃气管理工作的通知']);
    const archive = new Archive(store);
    archive.refresh();
    const suggester = createSuggester(store, archive);
    expect(suggester.suggest('cz', 3).map(({ text }) => text)).toContain('城镇');
    expect(suggester.suggest('hnsrmzfbgt', 1)).toMatchObject([{ type: 'authority', text: '湖南省人民政府办公厅' }]);
    expect(suggester.prepare()).toBe(false);
  });

  it('finds characters at once in a larger archive, and sounds after a few more calls', async () => {
    const store = openStore(':memory:');
    await addIssue(store, 1, several(210, '饮用水水源'));
    const archive = new Archive(store);
    archive.refresh();
    const suggester = createSuggester(store, archive);
    const texts = (typed: string): string[] => suggester.suggest(typed, 5).map(({ text }) => text);
    expect(archive.documents.length).toBeGreaterThan(200);
    expect(texts('湘政办发2024¦1007')).toEqual(['湘政办发〔2024〕1007号']);
    expect(texts('水源第200批')).toEqual(['关于加强饮用水水源第200批管理工作的通知']);
    expect(texts('yys')).toEqual([]);
    let calls = 0;
    while (suggester.prepare()) calls += 1;
    expect(calls).toBeGreaterThan(5);
    expect(texts('yys').every((text) => text.includes('饮用水'))).toBe(true);
    expect(texts('yys')).toHaveLength(5);

    await addIssue(store, 2, ['关于加强城镇燃气管理工作的通知']);
    archive.refresh();
    expect(texts('镇燃气管')).toEqual(['关于加强城镇燃气管理工作的通知']);
    expect(texts('yys')).toHaveLength(5);
    expect(texts('gyjqczrq')).toEqual([]);
    while (suggester.prepare());
    expect(texts('gyjqczrq')).toEqual(['关于加强城镇燃气管理工作的通知']);
  });

  it('compares the newest of very many documents, and of those that begin with what was typed', async () => {
    const store = openStore(':memory:');
    await addIssue(store, 1, ['农村公路养护管理办法', ...several(5, '校外培训')]);
    await addIssue(store, 2, several(310, '农村公路'));
    const archive = new Archive(store);
    archive.refresh();
    const suggester = createSuggester(store, archive);
    const titles = (typed: string): string[] =>
      suggester
        .suggest(typed, 8)
        .filter(({ type }) => type === 'title')
        .map(({ text }) => text);
    for (const title of titles('关于加强')) expect(title).toMatch(/^关于加强农村公路第\d+批管理工作的通知$/u);
    expect(titles('关于加强')).toHaveLength(8);
    expect(titles('农村公路')[0]).toBe('农村公路养护管理办法');
    expect(titles('校外')).toHaveLength(5);
  });
});
