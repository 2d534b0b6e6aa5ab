import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reindex } from '../../../ingest/index/reindex.ts';
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

beforeAll(async () => {
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
