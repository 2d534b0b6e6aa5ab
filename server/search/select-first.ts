/** So many times as many as are wanted are gathered before they are put in order and the others forgotten. */
const GATHERED = 8;

/**
 * The first `count` of `items` in order, as sorting would give them: equal ones in the order in which they come. Of many items only those
 * that come before the last of the best so far are kept.
 */
export function selectFirst<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  if (count <= 0) return [];
  const best: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    best.push(item);
    if (best.length < count * GATHERED) continue;
    best.sort(compare).length = count;
    last = best[count - 1];
  }
  return best.sort(compare).slice(0, count);
}
