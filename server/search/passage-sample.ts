import { foldText } from '../../ingest/index/fold-text.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { highestPiece, pieceFrom } from './archive-rows.ts';
import { lastStart } from './last-start.ts';

/** So many passages are read between two pauses: some milliseconds. */
const AT_A_TIME = 100;
/** What one passage alone has is not kept, which is so of half of all pairs. */
const LEAST_KEPT = 2;
/** Above the number of a passage, in one number with it, stands the pair that it has. */
const PASSAGES = 2 ** 16;

/**
 * Some passages, drawn evenly from all, of which it is kept in which of them two characters stand beside each other: that tells about how
 * many passages have what is asked before the engine is asked. All in plain arrays of numbers: maps of lists would take ten times as much.
 */
export class PassageSample {
  /** How many passages were drawn. */
  readonly size: number;
  /** In rising order. */
  readonly #pairs: Float64Array;
  /** Where in `#passages` those of each pair begin, and those of the last one end. */
  readonly #starts: Uint32Array;
  /** For each pair the passages that have it, in rising order. */
  readonly #passages: Uint16Array;

  /** @param places every pair of every passage: the pair times 65,536 and the number of the passage, in any order and as often as it stands there */
  constructor(size: number, places: Float64Array) {
    this.size = size;
    places.sort();
    const pairs: number[] = [];
    const starts: number[] = [];
    const passages = new Uint16Array(places.length);
    let end = 0;
    for (let at = 0; at < places.length;) {
      const pair = pairAt(places, at);
      const start = end;
      for (; at < places.length && pairAt(places, at) === pair; at++) {
        if (places[at] !== places[at - 1]) passages[end++] = (places[at] ?? 0) % PASSAGES;
      }
      if (end - start < LEAST_KEPT) end = start;
      else {
        pairs.push(pair);
        starts.push(start);
      }
    }
    this.#pairs = Float64Array.from(pairs);
    this.#starts = Uint32Array.from([...starts, end]);
    this.#passages = passages.slice(0, end);
  }

  /** How many of the drawn passages can have all of some folded terms, at most: those with every two neighbouring characters of them. */
  having(terms: readonly string[]): number {
    const lists: Uint16Array[] = [];
    for (const pair of new Set(terms.flatMap((term) => [...pairsOf(term)]))) {
      const at = lastStart(this.#pairs, pair);
      if (this.#pairs[at] !== pair) return LEAST_KEPT - 1;
      lists.push(this.#passages.subarray(this.#starts[at], this.#starts[at + 1]));
    }
    const [fewest, ...others] = lists.sort((a, b) => a.length - b.length);
    if (fewest === undefined) return this.size;
    return others.reduce((left, list) => left.filter((passage) => list[lastStart(list, passage)] === passage), fewest)
      .length;
  }
}

/** Draws passages from a store, `most` and 65,536 at most, pausing by `yield` after every lot. */
export function* drawPassages(store: Store, most: number): Generator<undefined, PassageSample> {
  const last = highestPiece(store);
  const size = Math.min(most, last, PASSAGES);
  let places = new Float64Array(PASSAGES);
  let length = 0;
  for (let index = 0; index < size; index++) {
    const folded = foldText(pieceFrom(store, Math.floor((index * last) / size) + 1));
    if (length + folded.length > places.length) {
      const more = new Float64Array((length + folded.length) * 2);
      more.set(places);
      places = more;
    }
    for (const pair of pairsOf(folded)) places[length++] = pair * PASSAGES + index;
    if (index % AT_A_TIME === 0) yield;
  }
  return new PassageSample(size, places.subarray(0, length));
}

const pairAt = (places: Float64Array, at: number): number => Math.floor((places[at] ?? 0) / PASSAGES);

/** Each two neighbouring characters of a text, as one number. */
function* pairsOf(text: string): Generator<number, undefined> {
  for (let at = 0; at + 1 < text.length; at++) yield text.charCodeAt(at) * 2 ** 16 + text.charCodeAt(at + 1);
}
