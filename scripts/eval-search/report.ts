import type { BuildCost } from './archive.ts';
import type { GradedScore } from './graded.ts';
import type { Score } from './judge.ts';
import type { QuerySet } from './query-sets.ts';

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(4)).padStart(8);
const time = (value: number): string => value.toFixed(1).padStart(8);

/** One table a query set, the systems side by side. */
export function printScores(set: QuerySet, scores: readonly Score[], failures: boolean): void {
  const heads = ['recall', 'precis.', 'P@10', 'MRR', 'hit@10', 'p50 ms', 'p99 ms', 'engine99'].map((head) =>
    head.padStart(8),
  );
  const lines = [`\n${set.name} (${set.queries.length})`, `${''.padEnd(20)}${heads.join('')}`];
  for (const score of scores) {
    const shares = [score.recall, score.precision, score.precisionAt10, score.mrr, score.hitAt10].map(share);
    lines.push(
      `${score.system.padEnd(20)}${shares.join('')}${[score.p50, score.p99, score.engineP99].map(time).join('')}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  if (failures) for (const failure of scores[0]?.failures ?? []) process.stdout.write(`  ${failure}\n`);
}

export function printCosts(product: BuildCost, raw: BuildCost): void {
  const line = (name: string, { seconds, bytes }: BuildCost): string =>
    `${name.padEnd(20)}${seconds.toFixed(1).padStart(8)} s${(bytes / 1e6).toFixed(1).padStart(10)} MB`;
  const times = `${(product.seconds / raw.seconds).toFixed(2)} × the time, ${(product.bytes / raw.bytes).toFixed(2)} × the bytes`;
  process.stdout.write(`\nindex\n${line('dibao', product)}\n${line('Meilisearch raw', raw)}\n${times}\n`);
}

export function printGraded(scores: readonly GradedScore[], failures: boolean): void {
  process.stdout.write(`\nhand-written queries, nDCG@10 (${scores[0]?.queries.length ?? 0})\n`);
  for (const { system, ndcg } of scores) process.stdout.write(`${system.padEnd(20)}${ndcg.toFixed(4).padStart(8)}\n`);
  for (const missing of scores[0]?.missing ?? []) process.stdout.write(`  not in this archive: ${missing}\n`);
  if (failures)
    for (const { query, ndcg } of scores[0]?.queries ?? [])
      if (ndcg < 0.95) process.stdout.write(`  ${ndcg.toFixed(3)} ${query}\n`);
}
