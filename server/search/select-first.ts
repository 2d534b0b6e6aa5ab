/** So many times as long as the part that is wanted, a list is not sorted as a whole. */
const WORTH_SELECTING = 8;

/**
 * The first `count` of `items` in order, as sorting would give them: equal ones in the order in which they come. Of a long list
 * each item is compared with the last of the best so far, and put in its place only if it comes before that.
 */
export function selectFirst<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (items.length < count * WORTH_SELECTING) return [...items].sort(compare).slice(0, count);
  const best: T[] = [];
  for (const item of items) {
    const last = best[count - 1];
    if (last !== undefined && compare(item, last) >= 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = best[middle];
      if (other === undefined || compare(item, other) < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}
