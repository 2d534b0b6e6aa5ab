import { quantile } from '../bench/measure.ts';
import { MOST_LISTED } from '../../server/search/search-limits.ts';
import { hitWithin, mean, reciprocalRank } from './measures.ts';
import type { EvalQuery, QuerySet } from './query-set.ts';
import type { Found, System } from './systems.ts';

/** How a system did on a query set. Recall and precision are of everything found, of sets that ask for all; recall where all can be had. */
export interface Score {
  set: string;
  system: string;
  recall: number | null;
  /** Of queries with more right results than can be had of a search: how far the total is from their number, as a share of it, in the mean. */
  totalOffBy: number | null;
  precision: number | null;
  precisionAt10: number | null;
  mrr: number | null;
  hitAt10: number | null;
  p50: number;
  p99: number;
  engineP99: number;
  /** Milliseconds of each query, as a whole and in the engine. */
  times: readonly number[];
  engineTimes: readonly number[];
  /** Queries with a miss or a wrong hit, for a look at them. */
  failures: string[];
}

/** All that is found, and what a first page costs. */
const EVERYTHING = 1_000_000;
const PAGE = 20;

/** So often a query is timed; its time is the best, which other work of the machine disturbs least. */
export const ROUNDS = 5;

/**
 * How each system does on a query set. Every query is put to all systems before the next one, each time another one first, so that
 * what else the machine does hits all alike; to gather everything that is found takes longer than any search, and comes after.
 */
export async function judge(systems: readonly System[], set: QuerySet): Promise<Score[]> {
  const pages = new Map<System, Found[]>(systems.map((system) => [system, []]));
  for (const [turn, { q }] of set.queries.entries()) {
    const answers = new Map<System, Found[]>();
    for (let at = 0; at < systems.length * ROUNDS; at++) {
      const system = systems[(turn + at) % systems.length];
      if (system) answers.set(system, [...(answers.get(system) ?? []), await system.search(q, PAGE)]);
    }
    for (const [system, found] of answers) pages.get(system)?.push(atBestTime(found));
  }
  const scores: Score[] = [];
  for (const system of systems) scores.push(await score(system, set, pages.get(system) ?? []));
  return scores;
}

/** One of the same answers, with the best of their times. */
function atBestTime(answers: readonly Found[]): Found {
  const best = (of: (found: Found) => number): number => Math.min(...answers.map(of));
  const [first = NOTHING] = answers;
  return { ...first, time: best(({ time }) => time), engineTime: best(({ engineTime }) => engineTime) };
}

const NOTHING: Found = { keys: [], documents: [], total: 0, whole: true, time: 0, engineTime: 0 };

async function score(system: System, set: QuerySet, pages: readonly Found[]): Promise<Score> {
  const all = set.judge === 'all';
  const failures: string[] = [];
  const recalls: number[] = [];
  const offBy: number[] = [];
  const precisions: number[] = [];
  const at10: number[] = [];
  const ranks: number[] = [];
  const hits: number[] = [];
  for (const [index, query] of set.queries.entries()) {
    const page = pages[index];
    if (!page) continue;
    if (all) {
      const { keys } = page.whole ? page : await system.search(query.q, EVERYTHING);
      const judged = judgeAll(keys, query);
      precisions.push(judged.precision);
      at10.push(judged.at10);
      const isListed = query.right.size <= MOST_LISTED;
      if (isListed) recalls.push(judged.recall);
      else offBy.push(Math.abs(page.total - query.right.size) / query.right.size);
      if (judged.wrong > 0 || (isListed && judged.missed > 0))
        failures.push(`${JSON.stringify(query.q)} missed ${judged.missed} wrong ${judged.wrong}`);
      continue;
    }
    const keys = ranked(page, query.right);
    const rank = reciprocalRank(keys, query.right);
    ranks.push(rank);
    hits.push(hitWithin(keys, query.right, 10));
    if (rank !== 1) failures.push(`${query.q} (rank ${rank === 0 ? 'none' : String(Math.round(1 / rank))})`);
  }
  const times = pages.map((page) => page.time);
  const engineTimes = pages.map((page) => page.engineTime);
  return {
    set: set.name,
    system: system.name,
    recall: all ? mean(recalls) : null,
    totalOffBy: offBy.length > 0 ? mean(offBy) : null,
    precision: all ? mean(precisions) : null,
    precisionAt10: all ? mean(at10) : null,
    mrr: all ? null : mean(ranks),
    hitAt10: all ? null : mean(hits),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    engineP99: quantile(engineTimes, 0.99),
    times,
    engineTimes,
    failures,
  };
}

function judgeAll(keys: readonly string[], { right, allowed }: EvalQuery) {
  const found = new Set(keys);
  const missed = [...right].filter((key) => !found.has(key)).length;
  const judged = keys.filter((key) => !allowed.has(key));
  const wrong = judged.filter((key) => !right.has(key)).length;
  const first = judged.slice(0, 10);
  return {
    recall: right.size === 0 ? 1 : 1 - missed / right.size,
    precision: judged.length === 0 ? 1 : 1 - wrong / judged.length,
    at10: first.length === 0 ? 1 : first.filter((key) => right.has(key)).length / first.length,
    missed,
    wrong,
  };
}

/** Where documents are right, any hit of the document is: systems of passages have no other. */
function ranked({ keys, documents }: Found, right: ReadonlySet<string>): string[] {
  const wantsDocuments = [...right].some((key) => key.startsWith('d'));
  return wantsDocuments ? [...new Set(documents)] : keys;
}
