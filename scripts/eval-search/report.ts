import { quantile } from '../bench/measure.ts';
import type { BuildCost } from './archive.ts';
import type { GradedScore } from './graded.ts';
import type { Score } from './judge.ts';

/** What a run found out, to be printed as one table with a column for each system. */
export interface Report {
  systems: readonly string[];
  /** A list a query set, one score a system. */
  sets: readonly { name: string; queries: number; scores: readonly Score[] }[];
  graded: readonly GradedScore[];
  /** By system; those that share an index are measured once. */
  costs: ReadonlyMap<string, BuildCost>;
}

const share = (value: number): string => value.toFixed(3);
const milliseconds = (value: number): string => value.toFixed(1);

/** Markdown: a row a measure, a column a system. */
export function reportTable({ systems, sets, graded, costs }: Report): string {
  const rows = [['', ...systems], systems.map(() => '---:')].map((row, index) => (index === 1 ? ['---', ...row] : row));
  for (const { name, queries, scores } of sets) {
    const label = `${name} (${queries}): `;
    const row = (measure: string, of: (score: Score) => string): void => {
      rows.push([`${label}${measure}`, ...scores.map(of)]);
    };
    if (scores[0]?.recall !== null) {
      row('recall', ({ recall }) => share(recall ?? 0));
      if (scores.some(({ totalOffBy }) => totalOffBy !== null))
        row('total off by, of more than can be had', ({ totalOffBy }) => share(totalOffBy ?? 0));
      row('precision', ({ precision }) => share(precision ?? 0));
      row('P@10', ({ precisionAt10 }) => share(precisionAt10 ?? 0));
    } else {
      row('MRR', ({ mrr }) => share(mrr ?? 0));
      row('in the first 10', ({ hitAt10 }) => share(hitAt10 ?? 0));
    }
    row('p50 / p99 ms', ({ p50, p99 }) => `${milliseconds(p50)} / ${milliseconds(p99)}`);
    row('engine p99 ms', ({ engineP99 }) => milliseconds(engineP99));
  }
  if (sets.length > 1) rows.push(...overall(systems, sets));
  if (graded.length > 0)
    rows.push([`hand-written (${graded[0]?.queries.length ?? 0}): nDCG@10`, ...graded.map(({ ndcg }) => share(ndcg))]);
  const cost = (of: (cost: BuildCost) => string): string[] =>
    systems.map((system) => {
      const known = costs.get(system);
      return known ? of(known) : '';
    });
  if (costs.size > 0) {
    rows.push(['index, MB', ...cost(({ bytes }) => (bytes / 1e6).toFixed(1))]);
    rows.push(['indexing, s', ...cost(({ seconds }) => seconds.toFixed(1))]);
  }
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Times over all queries of all sets. */
function overall(systems: Report['systems'], sets: Report['sets']): string[][] {
  const all = systems.map((_, at) => ({
    times: sets.flatMap(({ scores }) => scores[at]?.times ?? []),
    engineTimes: sets.flatMap(({ scores }) => scores[at]?.engineTimes ?? []),
  }));
  const label = `all sets (${sets.reduce((sum, { queries }) => sum + queries, 0)}): `;
  const times = all.map(({ times: own }) => [0.5, 0.99].map((part) => milliseconds(quantile(own, part))).join(' / '));
  return [
    [`${label}p50 / p99 ms`, ...times],
    [`${label}engine p99 ms`, ...all.map(({ engineTimes }) => milliseconds(quantile(engineTimes, 0.99)))],
  ];
}

/** What went wrong in the first system, for a look at it. */
export function failureLines({ sets, graded }: Report): string[] {
  return [
    ...sets.flatMap(({ name, scores }) => (scores[0]?.failures ?? []).map((failure) => `${name}: ${failure}`)),
    ...(graded[0]?.queries ?? [])
      .filter(({ ndcg }) => ndcg < 0.95)
      .map(({ query, ndcg }) => `hand-written: ${ndcg.toFixed(3)} ${query}`),
    ...(graded[0]?.missing ?? []).map((missing) => `not in this archive: ${missing}`),
  ];
}
