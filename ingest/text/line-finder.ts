/** From offsets to line numbers. */
import type { PrintedLine } from './lines.ts';

/** A function that tells the 1-based line of an offset into the source, by halving. */
export function lineFinder(lines: readonly PrintedLine[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return lines[low]?.number ?? 1;
  };
}
