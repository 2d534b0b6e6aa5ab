import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reindex } from '../../../ingest/index/reindex.ts';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { loadConfig } from '../../../server/config.ts';
import { startSearchEngine } from '../../../server/search-engine.ts';
import { SILENT_LOG } from '../../../server/search-engine/engine-log.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import type { SearchRequest } from '../../../server/search/search-types.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

const folder = mkdtempSync(join(tmpdir(), 'dibao-search-'));
const store = fixtureStore();
const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: folder }), SILENT_LOG);
const service = createSearchService({ store, engine });

const request = (q: string): SearchRequest => plainRequest(q, '2024-12-31');

const LEVELS = `湖南省人民政府公报
2024年第3期
湖南省突发事件应急响应办法
湘政办发〔2024〕3号
第一条 本办法适用于应急响应。
第二条 特别重大的，启动Ⅰ级响应。
第三条 重大的，启动Ⅱ级响应。
第四条 较大的，启动Ⅲ级响应。
第五条 一般的，启动IV级响应。
湖南省人民政府办公厅
2024年3月3日
`;

beforeAll(async () => {
  const path = '湖南-2024-3.txt';
  writeIssue(store, parseIssue(await readSource(Buffer.from(LEVELS), path)), { path });
  expect(await engine.ready(60_000)).toBe(true);
  await reindex(store, engine.nodes);
}, 90_000);

afterAll(async () => {
  await engine.stop();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('search on the real engine', () => {
  it.each([
    ['机抽查等形', 1],
    ['第三条行政执', 1],
    ['公开第四条本', 1],
    ['随机抽查 公开', 1],
    ['绿色勘查 监督检查', 1],
    ['乌政办规[2024]2号', 2],
  ])('%s: %i', async (q, least) => {
    const { query, total, hits } = await service.search(request(q));
    expect(query.mode).not.toBe('nearest');
    expect(total).toBeGreaterThanOrEqual(least);
    for (const hit of hits)
      if (hit.kind !== 'register') expect(hit.highlights.length + hit.titleHighlights.length).toBeGreaterThan(0);
  });

  it.each([
    ['I级响应', ['第二条']],
    ['Ⅰ级响应', ['第二条']],
    ['ii级响应', ['第三条']],
    ['Ⅲ级响应', ['第四条']],
    ['Ⅳ级响应', ['第五条']],
    ['启动 II级', ['第三条']],
  ])('finds %s where a text has that numeral, in one character or in letters', async (q, articles) => {
    const { hits } = await service.search(request(q));
    expect(hits.map(({ articleLabel }) => articleLabel)).toEqual(articles);
    for (const { text, highlights } of hits)
      expect(text.slice(highlights[0]?.start, highlights.at(-1)?.end)).toMatch(/^(?:启动)?(?:[Ⅰ-Ⅳ]|IV)级(?:响应)?$/u);
  });

  it('finds a passage with a wrong character, and the answer to a question', async () => {
    const wrong = await service.search(request('重点评查随即抽查'));
    expect([wrong.query.mode, wrong.hits[0]?.articleLabel]).toEqual(['nearest', '第三条']);
    const question = await service.search(request('绿色勘查有效期多久'));
    expect(
      question.hits
        .slice(0, 3)
        .map((hit) => hit.text)
        .join('\n'),
    ).toContain('有效期5年');
  });

  it('gives the same answer all through a rebuild', async () => {
    const rebuilding = { done: false };
    const rebuilt = reindex(store, engine.nodes).finally(() => {
      rebuilding.done = true;
    });
    const totals = new Set<number>();
    let asked = 0;
    while (!rebuilding.done) {
      totals.add((await service.search(request('行政执法案卷评查'))).total);
      asked += 1;
    }
    await rebuilt;
    expect(asked).toBeGreaterThan(5);
    expect([...totals]).toEqual([(await service.search(request('行政执法案卷评查'))).total]);
  });
});
