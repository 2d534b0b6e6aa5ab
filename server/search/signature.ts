/** Which pairs of neighbouring characters a text has, as bits of a table: tells at once of most texts that they lack a run. */
export type Signature = Uint32Array;

/** The pairs of a run, hashed. */
export type Probe = readonly number[];

/** Two bits or more of the table for each character of the text: one pair in three looks as if it were there. */
const BITS_A_CHARACTER = 2;
const LEAST_WORDS = 8;

/** Of a folded text. An eighth of its size. */
export function signatureOf(text: string): Signature {
  let words = LEAST_WORDS;
  while (words * 32 < text.length * BITS_A_CHARACTER) words *= 2;
  const table = new Uint32Array(words);
  const mask = words * 32 - 1;
  for (let at = 1; at < text.length; at++) {
    const bit = pairHash(text, at) & mask;
    table[bit >>> 5] = (table[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return table;
}

export function probeOf(run: string): Probe {
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => pairHash(run, at + 1));
}

/** False only when the text does not have the run; a single character may always be there. */
export function mayHold(table: Signature, probe: Probe): boolean {
  const mask = table.length * 32 - 1;
  return probe.every((hash) => ((table[(hash & mask) >>> 5] ?? 0) & (1 << (hash & mask & 31))) !== 0);
}

function pairHash(text: string, at: number): number {
  const pair = Math.imul(text.charCodeAt(at - 1), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at), 0x85ebca6b);
  return (pair ^ (pair >>> 15)) >>> 0;
}
