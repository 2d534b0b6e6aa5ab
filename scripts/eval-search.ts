/**
 * `npm run eval:search [-- PATH… --fragments N --only SET --failures]`: measures search on an archive made of the given files and
 * folders (default: data/gazettes) beside raw Meilisearch and SQLite FTS5 on the same texts in the same run.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { plainRequest } from '../server/search/plain-request.ts';
import { createSearchService } from '../server/search/search-service.ts';
import { buildIndexes, openEvalArchive } from './eval-search/archive.ts';
import { gradedQueries, judgeGraded } from './eval-search/graded.ts';
import { ROUNDS, judge } from './eval-search/judge.ts';
import { makeQuerySets } from './eval-search/query-sets.ts';
import { failureLines, reportTable } from './eval-search/report.ts';
import { fts5System, productSystem, rawMeilisearch } from './eval-search/systems.ts';
import { timedClient } from './eval-search/timed-client.ts';
import { Truth } from './eval-search/truth.ts';

const RAW_UID = 'raw';
/** Queries of a set that each system answers before its times are taken. */
const WARM_UP = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    nodes: { type: 'string', default: '1' },
    fragments: { type: 'string', default: '2000' },
    only: { type: 'string' },
    failures: { type: 'boolean', default: false },
  },
});

const REQUEST = plainRequest('', '2024-12-31');

const graded = gradedQueries(readFileSync(new URL('../test/search-relevance.json', import.meta.url), 'utf8'));
const progress = (line: string): void =>
  void process.stderr.write(`${Math.round(performance.now() / 1000)} s  ${line}\n`);
const isWanted = (name: string): boolean => values.only === undefined || name.includes(values.only);

const archive = await openEvalArchive(positionals.length === 0 ? ['data/gazettes'] : positionals, Number(values.nodes));
try {
  const { store, engine } = archive;
  const [node] = engine.nodes;
  if (node === undefined) throw new Error('no search engine');
  const truth = new Truth(store);
  process.stdout.write(`${truth.streams.length} documents, ${truth.pieces.length} pieces\n\n`);
  progress('building the indexes');
  const { product, raw } = await buildIndexes(store, engine.nodes, node, RAW_UID, truth.records());
  const timer = timedClient(engine.client);
  const services = [];
  for (let round = 0; round < ROUNDS; round++) {
    const service = createSearchService({ store, engine: { client: timer.client, health: () => engine.health() } });
    await service.warmUp(REQUEST.on);
    services.push(service);
  }
  const [last, all] = [rawMeilisearch(node, RAW_UID, 'last'), rawMeilisearch(node, RAW_UID, 'all')];
  const [trigram, unigram] = [fts5System(truth, 'trigram'), fts5System(truth, 'unigram')];
  const systems = [productSystem(services, REQUEST, timer.take), last, all, trigram.system, unigram.system];
  const costs = new Map([
    ['dibao', product],
    [last.name, raw],
    [trigram.system.name, trigram.cost],
    [unigram.system.name, unigram.cost],
  ]);
  const sets = [];
  for (const set of makeQuerySets(store, truth, Number(values.fragments)).filter(({ name }) => isWanted(name))) {
    progress(`${set.name}: ${set.queries.length} queries`);
    for (const system of systems)
      for (const { q } of set.queries.slice(0, WARM_UP)) await system.search(q, REQUEST.limit);
    sets.push({ name: set.name, queries: set.queries.length, scores: await judge(systems, set) });
  }
  progress('hand-written queries');
  const judged = [];
  if (isWanted('hand-written')) for (const system of systems) judged.push(await judgeGraded(system, graded, truth));
  const report = { systems: systems.map(({ name }) => name), sets, graded: judged, costs };
  process.stdout.write(`${reportTable(report)}\n`);
  if (values.failures) process.stdout.write(`\n${failureLines(report).join('\n')}\n`);
  progress('done');
} finally {
  await archive.close();
}
