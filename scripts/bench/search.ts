import { join } from 'node:path';
import { openStore } from '../../ingest/store/open-store.ts';
import { loadConfig, storePath } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { plainRequest } from '../../server/search/plain-request.ts';
import { createSearchService } from '../../server/search/search-service.ts';
import { timedClient } from '../eval-search/timed-client.ts';
import { corpusIn, gazette, inFolder, searchReady, serve, SEED } from './archive.ts';
import type { Running } from './archive.ts';
import { quantile, timed } from './measure.ts';
import { sampleQueries } from './queries.ts';
import type { BenchResult, Figure } from './report.ts';
import { startStock } from './stock.ts';
import type { StockSearch } from './stock.ts';

const WARM = 50;
/** Later than every made-up issue. */
const ON = '2026-01-01';

/** Milliseconds of each query, asked in three ways. */
export interface SearchTimes {
  api: number[];
  /** The same query asked of a stock Meilisearch, for the same answer. */
  stock: number[];
  /** What the engine takes for the queries that the site makes of it: they bring ids and counts, of which the site makes its answer. */
  engine: number[];
}

/** Searches through the site's API, each query beside its two references in turn, on a new archive. */
export async function benchSearch(issues: number, queries: number): Promise<BenchResult> {
  return inFolder(async (folder) => {
    const gazettes = await corpusIn(folder, issues);
    const env = { ARCHIVE_DIR: join(folder, 'archive'), GAZETTE_DIR: gazettes };
    await gazette(['ingest'], env);
    const site = await serve(env);
    try {
      const times = await measureSearch(site, env, queries);
      return { bench: 'search', on: `${issues} issues, ${queries} queries`, figures: searchFigures(times) };
    } finally {
      await site.stop();
    }
  });
}

/**
 * Searches of a running site over an archive that is indexed, one after the other, each put to both references before the next.
 * The stock index is made in the folder `stock` of the archive and kept there.
 */
export async function measureSearch(site: Running, env: { ARCHIVE_DIR: string }, count: number): Promise<SearchTimes> {
  const store = openStore(storePath(loadConfig(env)), { readonly: true });
  const engine = startSearchEngine(loadConfig(env), SILENT_LOG);
  let stock: StockSearch | null = null;
  try {
    const queries = sampleQueries(store, count + WARM, SEED);
    stock = await startStock(join(env.ARCHIVE_DIR, 'stock'), store, ON);
    await searchReady(site.url);
    if (!(await engine.ready(60_000))) throw new Error('the search engine does not answer');
    const timer = timedClient(engine.client);
    const service = createSearchService({ store, engine: { client: timer.client, health: () => engine.health() } });
    await service.warmUp(ON);
    const engineTime: Way = async (q) => {
      timer.take();
      await service.search({ ...plainRequest(q, ON), keywords: false });
      return timer.take();
    };
    const { ask } = stock;
    const ways = [byClock(askSite(site.url)), byClock(ask), engineTime];
    const [api = [], stockTimes = [], engineTimes = []] = await askInTurn(queries, ways, WARM);
    return { api, stock: stockTimes, engine: engineTimes };
  } finally {
    await stock?.stop();
    await engine.stop();
    store.close();
  }
}

/** A row for each quantile and reference. */
export function searchFigures({ api, stock, engine }: SearchTimes): Figure[] {
  const rows = (reference: string, times: readonly number[]): Figure[] => {
    const row = (name: string, share: number): Figure => ({
      what: `API search ${name}`,
      value: quantile(api, share),
      unit: 'ms',
      reference,
      referenceValue: quantile(times, share),
    });
    return [{ ...row('p50', 0.5), promise: '≤ 1.3' }, row('p95', 0.95), { ...row('p99', 0.99), promise: '≤ 1.5' }];
  };
  return [
    ...rows('stock Meilisearch: same query, same answer', stock),
    ...rows("the engine's share: the site's own queries", engine),
  ];
}

/** Asks a query in one way and returns how many milliseconds that took. */
export type Way = (q: string) => Promise<number>;

const byClock =
  (ask: (q: string) => Promise<unknown>): Way =>
  async (q) =>
    (await timed(() => ask(q))).ms;

/**
 * Puts each query to all ways before the next query, each time another way first: the first to ask finds fewer pages of the index in
 * memory. Returns the milliseconds of each way, without those of the first `warm` queries.
 */
export async function askInTurn(queries: readonly string[], ways: readonly Way[], warm: number): Promise<number[][]> {
  const times = ways.map((): number[] => []);
  for (const [turn, q] of queries.entries()) {
    for (const step of ways.keys()) {
      const at = (turn + step) % ways.length;
      const ms = await ways[at]?.(q);
      if (turn >= warm && ms !== undefined) times[at]?.push(ms);
    }
  }
  return times;
}

const askSite =
  (url: string) =>
  async (q: string): Promise<void> => {
    // As the reference is asked: to pack and unpack an answer is not a part of the search.
    const headers = { 'Accept-Encoding': 'identity' };
    const response = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(q)}`, { headers });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${q}: the API answers ${response.status}`);
  };
