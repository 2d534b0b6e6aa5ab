/** Orders texts by their UTF-16 units, the same on every machine: ids, keys and ISO days. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
