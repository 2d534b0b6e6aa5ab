/**
 * `npm run eval:search [-- PATH… --fragments N --only SET --failures]`: measures search on an archive made of the given files and
 * folders (default: data/gazettes) beside raw Meilisearch and SQLite FTS5 on the same texts in the same run.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { EngineClient } from '../server/search/candidates.ts';
import { createSearchService } from '../server/search/search-service.ts';
import type { SearchRequest } from '../server/search/search-types.ts';
import { buildProductIndex, buildRawIndex, openEvalArchive } from './eval-search/archive.ts';
import { gradedQueries, judgeGraded } from './eval-search/graded.ts';
import { judge } from './eval-search/judge.ts';
import { makeQuerySets } from './eval-search/query-sets.ts';
import { printCosts, printGraded, printScores } from './eval-search/report.ts';
import { fts5System, productSystem, rawMeilisearch } from './eval-search/systems.ts';
import { Truth } from './eval-search/truth.ts';

const RAW_UID = 'raw';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fragments: { type: 'string', default: '2000' },
    only: { type: 'string' },
    failures: { type: 'boolean', default: false },
    'product-only': { type: 'boolean', default: false },
  },
});

const REQUEST: SearchRequest = {
  q: '',
  on: '2024-12-31',
  status: [],
  authority: [],
  type: [],
  year: [],
  issue: [],
  document: null,
  sort: 'relevance',
  inForceFirst: true,
  limit: 20,
  offset: 0,
};

const archive = await openEvalArchive(positionals.length === 0 ? ['data/gazettes'] : positionals);
try {
  const { store, engine } = archive;
  const [node] = engine.nodes;
  if (node === undefined) throw new Error('no search engine');
  const truth = new Truth(store);
  process.stdout.write(`${truth.streams.length} documents, ${truth.pieces.length} pieces\n`);
  const product = await buildProductIndex(store, engine.nodes);
  const timer = timedClient(engine.client);
  const service = createSearchService({ store, engine: { client: timer.client, health: () => engine.health() } });
  await service.search({ ...REQUEST, q: '应当' });
  const systems = [productSystem(service, REQUEST, timer.take)];
  if (!values['product-only']) {
    const records = truth.pieces.map(({ id, documentId, printed, title, number }) => ({
      id,
      document: documentId,
      title,
      number,
      text: printed,
    }));
    const raw = await buildRawIndex(node, RAW_UID, records);
    printCosts(product, raw);
    systems.push(rawMeilisearch(node, RAW_UID, 'last'), rawMeilisearch(node, RAW_UID, 'all'));
    systems.push(fts5System(truth, 'trigram'), fts5System(truth, 'unigram'));
  }
  const graded = gradedQueries(readFileSync(new URL('../test/search-relevance.json', import.meta.url), 'utf8'));
  for (const set of makeQuerySets(store, truth, Number(values.fragments))) {
    if (values.only !== undefined && !set.name.includes(values.only)) continue;
    const scores = [];
    for (const system of systems) scores.push(await judge(system, set));
    printScores(set, scores, values.failures);
  }
  if (values.only === undefined || values.only === 'graded') {
    const scores = [];
    for (const system of systems) scores.push(await judgeGraded(system, graded, truth));
    printGraded(scores, values.failures);
  }
} finally {
  await archive.close();
}

/** The engine's client with a stopwatch: `take` gives the milliseconds since it was last asked. */
function timedClient(client: EngineClient): { client: EngineClient; take: () => number } {
  let spent = 0;
  const multiSearch: EngineClient['multiSearch'] = async (request) => {
    const before = performance.now();
    try {
      return await client.multiSearch(request);
    } finally {
      spent += performance.now() - before;
    }
  };
  return {
    client: { multiSearch },
    take: () => {
      const taken = spent;
      spent = 0;
      return taken;
    },
  };
}
