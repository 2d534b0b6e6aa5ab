import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtIndex, indexFault } from '../../../ingest/index/index-state.ts';
import { nodeOf } from '../../../ingest/index/index-nodes.ts';
import { recordIds, syncIndex } from '../../../ingest/index/sync.ts';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSourceFile } from '../../../ingest/read/read-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { startLocalNodes } from '../../../scripts/cluster/local-nodes.ts';
import type { LocalNodes } from '../../../scripts/cluster/local-nodes.ts';
import { seededRandom } from '../../../scripts/seeded-random.ts';
import { loadConfig } from '../../../server/config.ts';
import { startSearchEngine } from '../../../server/search-engine.ts';
import type { SearchEngine } from '../../../server/search-engine.ts';
import { SILENT_LOG } from '../../../server/search-engine/engine-log.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import { SearchUnavailable } from '../../../server/search/search-types.ts';
import type { SearchService } from '../../../server/search/search-types.ts';

const GAZETTES = ['yili-2024.txt', 'xinjiang-2024-17-18.txt'];
const folder = mkdtempSync(join(tmpdir(), 'dibao-cluster-'));

let local: LocalNodes;
let cluster: SearchEngine;
let single: SearchEngine;
let store: Store;
let byCluster: SearchService;
let bySingle: SearchService;

const DAY = '2024-12-31';

function gazetteStore(): Promise<Store> {
  const made = openStore(':memory:');
  return GAZETTES.reduce<Promise<Store>>(async (before, name) => {
    const path = new URL(`../../../data/gazettes/${name}`, import.meta.url).pathname;
    writeIssue(await before, parseIssue(await readSourceFile(path)), { path: name });
    return made;
  }, Promise.resolve(made));
}

beforeAll(async () => {
  local = await startLocalNodes(3);
  cluster = startSearchEngine(loadConfig({ ARCHIVE_DIR: join(folder, 'cluster'), ...local.env }), SILENT_LOG);
  single = startSearchEngine(loadConfig({ ARCHIVE_DIR: join(folder, 'single') }), SILENT_LOG);
  store = await gazetteStore();
  expect([await cluster.ready(30_000), await single.ready(30_000)]).toEqual([true, true]);
  await syncIndex(store, single.nodes, join(folder, 'single.lock'));
  await syncIndex(store, cluster.nodes, join(folder, 'cluster.lock'));
  byCluster = createSearchService({ store, engine: cluster });
  bySingle = createSearchService({ store, engine: single });
}, 120_000);

afterAll(async () => {
  await Promise.all([cluster.stop(), single.stop()]);
  await local.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const piecesIn = (): string[] =>
  store
    .prepare<[], { id: string }>("SELECT document_id || '_' || seq AS id FROM pieces ORDER BY 1")
    .all()
    .map(({ id }) => id);

/** Fragments cut anywhere out of the texts, some of them in pairs. */
function queries(count: number): string[] {
  const random = seededRandom(8);
  const texts = store.prepare<[], { text: string }>('SELECT text FROM pieces WHERE length(text) > 40').all();
  const fragment = (): string => {
    const text = texts[Math.floor(random() * texts.length)]?.text ?? '';
    const length = 2 + Math.floor(random() * 12);
    const start = Math.floor(random() * (text.length - length));
    return text.slice(start, start + length);
  };
  return Array.from({ length: count }, (_, index) => (index % 4 === 0 ? `${fragment()} ${fragment()}` : fragment()));
}

describe('an index on three servers', () => {
  it('has every record once, all of a document on the server that its id says', async () => {
    const byNode = await Promise.all(cluster.nodes.map((node) => recordIds([node])));
    expect(byNode.flat().sort()).toEqual(piecesIn().sort());
    byNode.forEach((ids, index) => {
      expect(ids.length).toBeGreaterThan(20);
      expect(ids.filter((id) => nodeOf(id.slice(0, id.lastIndexOf('_')), 3) !== index)).toEqual([]);
    });
    expect(await indexFault(store, cluster.nodes)).toBeNull();
  });

  it('gives the answers of one server: total, hits in their order, marks, facets', async () => {
    const asked = [...queries(60), '举报奖励', '行政执法 监督', '应当', '新政办发〔2024〕43号', '第十条', '有效期'];
    const modes = new Set<string | undefined>();
    for (const q of asked) {
      const [whole, one] = await Promise.all(
        [byCluster, bySingle].map((service) => service.search(plainRequest(q, DAY))),
      );
      expect([q, whole]).toEqual([q, one]);
      modes.add(one?.query.mode);
    }
    expect([...modes]).toEqual(expect.arrayContaining(['exact', 'terms', 'number', 'article', 'nearest']));
  });

  it.each<[string, { sort?: ['date:desc' | 'number:asc'] }]>([
    ['any', {}],
    ['date', { sort: ['date:desc'] }],
    ['number', { sort: ['number:asc'] }],
  ])('gives each page of a long list in the order of %s once, as one server does', async (field, order) => {
    const query = {
      indexUid: 'dibao_pieces',
      q: '',
      attributesToSearchOn: ['text'],
      attributesToRetrieve: ['id', field],
    };
    const seen: Record<string, unknown>[] = [];
    for (let offset = 0; ; offset += 50) {
      const page = { ...query, ...order, matchingStrategy: 'all' as const, limit: 50, offset };
      const { results } = await cluster.client.multiSearch({ queries: [page] });
      expect(results[0]?.estimatedTotalHits).toBe(piecesIn().length);
      if (results[0]?.hits.length === 0) break;
      seen.push(...(results[0]?.hits ?? []));
    }
    expect(seen.map(({ id }) => String(id)).sort()).toEqual(piecesIn().sort());
    const all = { ...query, ...order, matchingStrategy: 'all' as const, limit: 10_000 };
    const { results } = await single.client.multiSearch({ queries: [all] });
    expect(seen.map((hit) => hit[field])).toEqual(results[0]?.hits.map((hit) => hit[field]));
  });

  it('is known by its servers and their order: others are another index', async () => {
    const [first, second, third] = cluster.nodes;
    if (!first || !second || !third) throw new Error('three nodes');
    expect(await indexFault(store, [second, first, third])).toBe('foreign');
    expect(await indexFault(store, [first, second])).toBe('foreign');
    expect(builtIndex(store)?.birth.split(' ')).toHaveLength(3);
  });

  it('takes a document that is gone out of the server that has it', async () => {
    const [id] = store
      .prepare<[], string>('SELECT document_id FROM pieces GROUP BY 1 ORDER BY count(*) DESC')
      .pluck()
      .all();
    store.pragma('foreign_keys = OFF');
    const rows = store.prepare<[string], object>('SELECT * FROM pieces WHERE document_id = ?').all(id ?? '');
    const before = (await recordIds(cluster.nodes)).length;
    store.prepare('DELETE FROM pieces WHERE document_id = ?').run(id);
    const note = store.prepare("INSERT INTO outbox (operation, document_id) VALUES ('upsert', ?)");
    note.run(id);
    await syncIndex(store, cluster.nodes, join(folder, 'cluster.lock'));
    expect((await recordIds(cluster.nodes)).length).toBe(before - rows.length);
    const names = Object.keys(rows[0] ?? {});
    const insert = store.prepare(
      `INSERT INTO pieces (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
    );
    for (const row of rows) insert.run(row);
    note.run(id);
    await syncIndex(store, cluster.nodes, join(folder, 'cluster.lock'));
    expect((await recordIds(cluster.nodes)).length).toBe(before);
  });

  it('tells which server is missing, and has it again when it is back', async () => {
    const [, second] = local.nodes;
    if (!second) throw new Error('three nodes');
    await second.stop();
    const query = { indexUid: 'dibao_pieces', q: '', attributesToSearchOn: ['text'], attributesToRetrieve: ['id'] };
    const ask = () => cluster.client.multiSearch({ queries: [{ ...query, matchingStrategy: 'all', limit: 1 }] });
    const started = performance.now();
    const partial = await ask();
    expect(performance.now() - started).toBeLessThan(2500);
    expect(partial.unanswered).toBe(1);
    expect(partial.results[0]?.estimatedTotalHits).toBeLessThan(piecesIn().length);
    expect([cluster.health(), cluster.isWhole()]).toEqual(['ok', false]);
    expect(cluster.nodeCounts()).toEqual({ all: 3, answering: 2 });
    expect(cluster.problem()).toContain(second.url);
    expect(cluster.problem()).not.toContain(local.masterKey);
    await second.start();
    await until(() => cluster.isWhole());
    expect((await ask()).unanswered).toBe(0);
  });

  it('is unavailable when no server answers', async () => {
    await Promise.all(local.nodes.map((node) => node.stop()));
    await expect(byCluster.search(plainRequest('举报奖励', DAY))).rejects.toBeInstanceOf(SearchUnavailable);
    await until(() => cluster.health() === 'down');
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await sleep(25);
  }
}
