/** A count with its word: `1 document`, `6 documents`, `0 catalogue entries`. `many` where the word does not just take an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
