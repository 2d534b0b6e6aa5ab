import { join } from 'node:path';
import { openStore } from '../../ingest/store/open-store.ts';
import { loadConfig, storePath } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import type { SearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { findCandidates } from '../../server/search/candidates.ts';
import { parseQuery } from '../../server/search/parse-query.ts';
import { corpusIn, gazette, inFolder, searchReady, serve, SEED } from './archive.ts';
import { quantile, timed } from './measure.ts';
import { sampleQueries } from './queries.ts';
import type { BenchResult, Figure } from './report.ts';

const WARM = 50;

/**
 * Searches through the site's API, one after the other, beside the engine queries that the site makes of them, sent straight to
 * the engine; each query goes both ways in turn.
 */
export async function benchSearch(issues: number, queries: number): Promise<BenchResult> {
  return inFolder(async (folder) => {
    const gazettes = await corpusIn(folder, issues);
    const env = { ARCHIVE_DIR: join(folder, 'archive'), GAZETTE_DIR: gazettes };
    await gazette(['ingest'], env);
    return { bench: 'search', on: `${issues} issues, ${queries} queries`, figures: await measureSearch(env, queries) };
  });
}

/** The figures of search over an archive that is there and indexed. */
export async function measureSearch(env: Record<string, string>, count: number): Promise<Figure[]> {
  const store = openStore(storePath(loadConfig(env)), { readonly: true });
  const queries = sampleQueries(store, count + WARM, SEED);
  store.close();
  const site = await serve(env);
  const engine = startSearchEngine(loadConfig(env), SILENT_LOG);
  try {
    await searchReady(site.url);
    if (!(await engine.ready(60_000))) throw new Error('the search engine does not answer');
    // The first suggestion waits until the texts are read: what is measured is a site that has been up for a while.
    await (await fetch(`${site.url}/api/v1/suggest?q=xx`)).arrayBuffer();
    const own: number[] = [];
    const straight: number[] = [];
    for (const [at, q] of queries.entries()) {
      const api = await timed(() => askSite(site.url, q));
      const raw = await timed(() => askEngine(engine, q));
      if (at < WARM) continue;
      own.push(api.ms);
      straight.push(raw.ms);
    }
    const figure = (name: string, share: number, promise?: string): Figure => ({
      what: `API search ${name}`,
      value: quantile(own, share),
      unit: 'ms',
      reference: 'its engine queries sent straight',
      referenceValue: quantile(straight, share),
      ...(promise === undefined ? {} : { promise }),
    });
    return [figure('p50', 0.5, '≤ 1.3'), figure('p95', 0.95), figure('p99', 0.99, '≤ 1.5')];
  } finally {
    await engine.stop();
    await site.stop();
  }
}

async function askSite(url: string, q: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(q)}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${q}: the API answers ${response.status}`);
}

async function askEngine(engine: SearchEngine, q: string): Promise<void> {
  const { alternatives } = parseQuery(q);
  if (alternatives.length > 0) await findCandidates(engine.client, alternatives, null);
}
