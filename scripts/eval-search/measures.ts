/** Where the first right answer stands: 1, ½, ⅓ …; 0 when it is not there. */
export function reciprocalRank(keys: readonly string[], right: ReadonlySet<string>): number {
  const at = keys.findIndex((key) => right.has(key));
  return at < 0 ? 0 : 1 / (at + 1);
}

export function hitWithin(keys: readonly string[], right: ReadonlySet<string>, depth: number): number {
  return keys.slice(0, depth).some((key) => right.has(key)) ? 1 : 0;
}

/** Normalised discounted cumulative gain of the first ten; grades 0–3. */
export function ndcg10(keys: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (grade: number, at: number): number => (2 ** grade - 1) / Math.log2(at + 2);
  const got = keys.slice(0, 10).reduce((sum, key, at) => sum + gain(grades.get(key) ?? 0, at), 0);
  const best = [...grades.values()]
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, grade, at) => sum + gain(grade, at), 0);
  return best === 0 ? 1 : got / best;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
