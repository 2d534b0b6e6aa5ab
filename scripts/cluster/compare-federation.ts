/**
 * `npm run compare:federation [-- PATH… | STORE.db] [--queries N] [--nodes N]`: the same index on one Meilisearch server and on
 * several local ones, asked the same: the servers as this program joins them, and as Meilisearch's own `network` feature does.
 */
import { parseArgs } from 'node:util';
import { foldText } from '../../ingest/index/fold-text.ts';
import { reindex } from '../../ingest/index/reindex.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { loadConfig } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { phrasesOf } from '../../server/search/ways.ts';
import type { EngineQuery, EngineResult } from '../../server/search/engine-query.ts';
import { plainRequest } from '../../server/search/plain-request.ts';
import { createSearchService } from '../../server/search/search-service.ts';
import { openEvalArchive } from '../eval-search/archive.ts';
import { seededRandom } from '../seeded-random.ts';
import { startLocalNodes } from './local-nodes.ts';
import { joinNetwork } from './meilisearch-network.ts';

const LIMIT = 200;
const DAY = '2024-12-31';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { queries: { type: 'string', default: '300' }, nodes: { type: 'string', default: '3' } },
});

const archive = await openEvalArchive(positionals.length === 0 ? ['data/gazettes'] : positionals);
const local = await startLocalNodes(Number(values.nodes));
const cluster = startSearchEngine(loadConfig({ ARCHIVE_DIR: '/nonexistent', ...local.env }), SILENT_LOG);
try {
  const { store, engine } = archive;
  if (!(await cluster.ready(60_000))) throw new Error(cluster.problem() ?? 'the servers did not start');
  console.log(`one server:  ${await timed(() => reindex(store, engine.nodes))}`);
  console.log(`${local.nodes.length} servers:   ${await timed(() => reindex(store, cluster.nodes))}`);
  const network = await joinNetwork(local);
  const fragments = fragmentsOf(store, Number(values.queries));

  const asked = fragments.map(engineQuery);
  const one = await ask(asked, async (query) => (await engine.client.multiSearch({ queries: [query] })).results[0]);
  const here = await ask(asked, async (query) => (await cluster.client.multiSearch({ queries: [query] })).results[0]);
  const there = await ask(asked, network);
  console.log(`\n${fragments.length} phrases asked of the engine (${LIMIT} ids), one after the other`);
  console.table({
    'one server': { ...one.times },
    'joined by this program': { ...here.times, ...agreement(one.answers, here.answers) },
    'joined by `network`': { ...there.times, ...agreement(one.answers, there.answers) },
  });

  const single = createSearchService({ store, engine });
  const several = createSearchService({ store, engine: cluster });
  await Promise.all([single.warmUp(DAY), several.warmUp(DAY)]);
  const bySingle = await ask(fragments, (q) => single.search(plainRequest(q, DAY)));
  const bySeveral = await ask(fragments, (q) => several.search(plainRequest(q, DAY)));
  const same = bySingle.answers.filter(
    (answer, at) => JSON.stringify(answer) === JSON.stringify(bySeveral.answers[at]),
  );
  console.log(`the site's search: ${same.length} of ${fragments.length} answers are the same in everything`);
  console.table({ 'one server': bySingle.times, [`${local.nodes.length} servers`]: bySeveral.times });
} finally {
  await cluster.stop();
  await local.close();
  await archive.close();
}

async function timed(work: () => Promise<{ records: number }>): Promise<string> {
  const before = performance.now();
  const { records } = await work();
  return `${records} records indexed in ${((performance.now() - before) / 1000).toFixed(1)} s`;
}

/** Runs of 2 to 12 characters from anywhere in the texts. */
function fragmentsOf(store: Store, count: number): string[] {
  const random = seededRandom(21);
  const ids = store.prepare<[], number>('SELECT id FROM pieces WHERE length(text) > 40').pluck().all();
  const textOf = store.prepare<[number], string>('SELECT text FROM pieces WHERE id = ?').pluck();
  return Array.from({ length: count }, () => {
    const text = textOf.get(ids[Math.floor(random() * ids.length)] ?? 0) ?? '';
    const start = Math.floor(random() * (text.length - 12));
    return text.slice(start, start + 2 + Math.floor(random() * 11));
  });
}

function engineQuery(fragment: string): EngineQuery {
  return {
    indexUid: INDEX_UID,
    q: phrasesOf([foldText(fragment)]),
    attributesToSearchOn: ['headings', 'text'],
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: LIMIT,
  };
}

interface Times {
  'p50 ms': number;
  'p95 ms': number;
}

/** Asks everything twice and times the second round. */
async function ask<Q, A>(
  queries: readonly Q[],
  answer: (query: Q) => Promise<A>,
): Promise<{ answers: A[]; times: Times }> {
  for (const query of queries) await answer(query);
  const answers: A[] = [];
  const spent: number[] = [];
  for (const query of queries) {
    const before = performance.now();
    answers.push(await answer(query));
    spent.push(performance.now() - before);
  }
  spent.sort((a, b) => a - b);
  const at = (share: number): number => Number((spent[Math.floor(spent.length * share)] ?? 0).toFixed(2));
  return { answers, times: { 'p50 ms': at(0.5), 'p95 ms': at(0.95) } };
}

type Answered = EngineResult | undefined;

function agreement(
  right: readonly Answered[],
  given: readonly Answered[],
): { 'same total': string; 'same hits': string } {
  const share = (same: (a: Answered, b: Answered) => boolean): string =>
    `${right.filter((answer, index) => same(answer, given[index])).length}/${right.length}`;
  return {
    'same total': share((a, b) => a?.estimatedTotalHits === b?.estimatedTotalHits),
    'same hits': share((a, b) => (a?.hits.length ?? 0) === LIMIT || idsOf(a) === idsOf(b)),
  };
}

function idsOf(answer: Answered): string {
  const ids = (answer?.hits ?? []).map(({ id }) => String(id));
  return ids.sort().join();
}
