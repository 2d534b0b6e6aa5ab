/** Index of the last of some ascending starts that lies at or before an offset, looked for from `from` on. */
export function lastStart(starts: ArrayLike<number>, at: number, from = 0): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
