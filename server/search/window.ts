/** A stretch of text that has each of several terms. */
export interface Window {
  start: number;
  /** Its length less the terms themselves. */
  spread: number;
}

/**
 * The shortest stretch over one place of each term, the first of equals.
 * @param places where each term begins, ascending; @param lengths of the terms.
 */
export function shortestWindow(places: readonly (readonly number[])[], lengths: readonly number[]): Window {
  if (places.length < 2) return { start: places[0]?.[0] ?? 0, spread: 0 };
  const events = places
    .flatMap((list, term) => list.map((at) => ({ at, end: at + (lengths[term] ?? 0), term })))
    .sort((a, b) => a.at - b.at);
  const counts = places.map(() => 0);
  let missing = places.length;
  let left = 0;
  let best = { start: 0, length: Number.POSITIVE_INFINITY };
  for (const event of events) {
    const count = counts[event.term] ?? 0;
    if (count === 0) missing -= 1;
    counts[event.term] = count + 1;
    for (let first = events[left]; missing === 0 && first; first = events[left]) {
      if (event.end - first.at < best.length) best = { start: first.at, length: event.end - first.at };
      counts[first.term] = (counts[first.term] ?? 0) - 1;
      if (counts[first.term] === 0) missing += 1;
      left += 1;
    }
  }
  return { start: best.start, spread: Math.max(0, best.length - lengths.reduce((sum, length) => sum + length, 0)) };
}
