import { hitWithin, mean, percentile, reciprocalRank } from './measures.ts';
import type { QuerySet } from './query-sets.ts';
import type { Found, System } from './systems.ts';

/** How a system did on a query set. Recall and precision are of everything found, of sets that ask for all. */
export interface Score {
  set: string;
  system: string;
  recall: number | null;
  precision: number | null;
  precisionAt10: number | null;
  mrr: number | null;
  hitAt10: number | null;
  p50: number;
  p99: number;
  engineP99: number;
  /** Queries with a miss or a wrong hit, for a look at them. */
  failures: string[];
}

/** All that is found, and what a first page costs. */
const EVERYTHING = 1_000_000;
const PAGE = 20;

export async function judge(system: System, set: QuerySet): Promise<Score> {
  const times: number[] = [];
  const engineTimes: number[] = [];
  const recalls: number[] = [];
  const precisions: number[] = [];
  const at10: number[] = [];
  const ranks: number[] = [];
  const hits: number[] = [];
  const failures: string[] = [];
  // Times first and apart: to hold everything that is found costs more than any search.
  const pages: Found[] = [];
  for (const query of set.queries) {
    const page = await system.search(query.q, PAGE);
    times.push(page.time);
    engineTimes.push(page.engineTime);
    pages.push(page);
  }
  for (const [index, query] of set.queries.entries()) {
    const page = pages[index];
    if (!page) continue;
    if (set.judge === 'item') {
      const keys = ranked(page, query.right);
      ranks.push(reciprocalRank(keys, query.right));
      hits.push(hitWithin(keys, query.right, 10));
      if (ranks.at(-1) !== 1)
        failures.push(`${query.q} (rank ${ranks.at(-1) === 0 ? 'none' : String(Math.round(1 / (ranks.at(-1) ?? 1)))})`);
      continue;
    }
    const { keys } = await system.search(query.q, EVERYTHING);
    const found = new Set(keys);
    const missed = [...query.right].filter((key) => !found.has(key)).length;
    const judged = keys.filter((key) => !query.allowed.has(key));
    const wrong = judged.filter((key) => !query.right.has(key)).length;
    const first = judged.slice(0, 10);
    recalls.push(query.right.size === 0 ? 1 : 1 - missed / query.right.size);
    precisions.push(judged.length === 0 ? 1 : 1 - wrong / judged.length);
    at10.push(first.length === 0 ? 1 : first.filter((key) => query.right.has(key)).length / first.length);
    if (missed > 0 || wrong > 0) failures.push(`${JSON.stringify(query.q)} missed ${missed} wrong ${wrong}`);
  }
  const all = set.judge === 'all';
  return {
    set: set.name,
    system: system.name,
    recall: all ? mean(recalls) : null,
    precision: all ? mean(precisions) : null,
    precisionAt10: all ? mean(at10) : null,
    mrr: all ? null : mean(ranks),
    hitAt10: all ? null : mean(hits),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    engineP99: percentile(engineTimes, 0.99),
    failures,
  };
}

/** Where documents are right, any hit of the document is: systems of passages have no other. */
function ranked({ keys, documents }: Found, right: ReadonlySet<string>): string[] {
  const wantsDocuments = [...right].some((key) => key.startsWith('d'));
  return wantsDocuments ? [...new Set(documents)] : keys;
}
