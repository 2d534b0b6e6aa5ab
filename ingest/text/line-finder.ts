/** From offsets to line numbers. */

import { lineSpans } from './line-spans.ts';

/** Tells the 1-based line of an offset. */
export type LineFinder = (offset: number) => number;

/** The lines of a text that was read into lines. */
export function lineFinder(lines: readonly { number: number; start: number }[]): LineFinder {
  return (offset) => lines[lastAt(lines.length, (at) => lines[at]?.start ?? 0, offset)]?.number ?? 1;
}

/** The lines of a text as it stands. */
export function lineFinderIn(text: string): LineFinder {
  const starts = Uint32Array.from(lineSpans(text), ({ start }) => start);
  return (offset) => lastAt(starts.length, (at) => starts[at] ?? 0, offset) + 1;
}

/** The last of `count` lines that begins at or before an offset, by halving; the first when none does. */
function lastAt(count: number, startOf: (at: number) => number, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
