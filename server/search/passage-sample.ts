import { foldText } from '../../ingest/index/fold-text.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { highestPiece, pieceFrom } from './archive-rows.ts';

/** So many passages are read between two pauses: some milliseconds. */
const AT_A_TIME = 100;
/** What one passage alone has is not kept, which is so of half of all pairs. */
const LEAST_KEPT = 2;

/**
 * Some passages, drawn evenly from all, of which it is kept in which of them two characters stand beside each other: that tells about how
 * many passages have what is asked before the engine is asked.
 */
export class PassageSample {
  /** How many passages were drawn. */
  readonly size: number;
  readonly #pairs = new Map<number, number>();
  /** Where in `#passages` those of each pair begin, and those of the last one end. */
  readonly #starts: Uint32Array;
  /** For each pair the passages that have it, in rising order. */
  readonly #passages: Uint16Array;

  /** @param byPair for each two characters the passages that have them, in rising order, each below 65,536 */
  constructor(size: number, byPair: ReadonlyMap<number, readonly number[]>) {
    const kept = [...byPair].filter(([, passages]) => passages.length >= LEAST_KEPT);
    this.size = size;
    this.#starts = new Uint32Array(kept.length + 1);
    for (const [at, [pair, passages]] of kept.entries()) {
      this.#pairs.set(pair, at);
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + passages.length;
    }
    this.#passages = Uint16Array.from(kept.flatMap(([, passages]) => passages));
  }

  /** How many of the drawn passages can have all of some folded terms, at most: those with every two neighbouring characters of them. */
  having(terms: readonly string[]): number {
    const lists: Uint16Array[] = [];
    for (const pair of new Set(terms.flatMap((term) => [...pairsOf(term)]))) {
      const at = this.#pairs.get(pair);
      if (at === undefined) return LEAST_KEPT - 1;
      lists.push(this.#passages.subarray(this.#starts[at], this.#starts[at + 1]));
    }
    const [fewest, ...others] = lists.sort((a, b) => a.length - b.length);
    if (fewest === undefined) return this.size;
    return others.reduce((left, list) => left.filter((passage) => has(list, passage)), fewest).length;
  }
}

/** Draws passages from a store, `most` at most, pausing by `yield` after every lot. */
export function* drawPassages(store: Store, most: number): Generator<undefined, PassageSample> {
  const last = highestPiece(store);
  const size = Math.min(most, last);
  const byPair = new Map<number, number[]>();
  for (let index = 0; index < size; index++) {
    const piece = pieceFrom(store, Math.floor((index * last) / size) + 1);
    for (const pair of pairsOf(foldText(piece))) {
      const known = byPair.get(pair);
      if (known === undefined) byPair.set(pair, [index]);
      else known.push(index);
    }
    if (index % AT_A_TIME === 0) yield;
  }
  return new PassageSample(size, byPair);
}

/** Each two neighbouring characters of a text as one small integer: texts of two for each would be most of the memory that drawing takes. */
function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1));
  return pairs;
}

/** Whether a list in rising order has a number. */
function has(list: Uint16Array, wanted: number): boolean {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? wanted) < wanted) from = middle + 1;
    else to = middle;
  }
  return list[from] === wanted;
}
