import { lastStart } from './last-start.ts';

/** Stands before and after each name: no folded text has it. */
const BORDER = '\n';

/** Folded names as one text, a border around each: `\n行政处罚法\n主席令63号\n`. */
export const joinNames = (names: readonly string[]): string =>
  names.length === 0 ? '' : BORDER + names.join(BORDER) + BORDER;

/** The names that joinNames put together. */
export const splitNames = (names: string): string[] => (names === '' ? [] : names.slice(1, -1).split(BORDER));

/** The names of so many owners are put together in one text. */
const LOT = 2000;

/** Bits of which each two neighbouring characters of a lot set one: in a lot of full titles one in four is set. */
const PAIRS = 1 << 16;

/** The answers kept for those who ask again: of one search, several do. */
const ANSWERS = 4;

/** The names of some owners. */
interface Lot {
  text: string;
  /** Where the names of each begin in the text. */
  starts: readonly number[];
  pairs: Uint32Array;
}

/**
 * Finds documents by their folded names, whole or in part, with one pass over the texts of names that can hold what is looked for, instead
 * of a look at every document: most of what people paste has two characters beside each other that no name of a lot has.
 * Filled by `add`, then asked.
 */
export class NameIndex<T> {
  readonly #size: number;
  readonly #lots: Lot[] = [];
  /** The names that fill no lot yet; they are a lot as long as nothing is added to them. */
  #open: string[] = [];
  #openLot: Lot | null = null;
  readonly #owners: T[] = [];
  readonly #answers = new Map<string, readonly T[]>();

  /** @param size owners of a lot */
  constructor(size = LOT) {
    this.#size = size;
  }

  /** @param names as joinNames puts them together */
  add(owner: T, names: string): void {
    this.#owners.push(owner);
    this.#open.push(names);
    this.#openLot = null;
    this.#answers.clear();
    if (this.#open.length < this.#size) return;
    this.#lots.push(lotOf(this.#open));
    this.#open = [];
  }

  /** The names of the owner that was added so many others before. */
  namesOf(index: number): string {
    const lot = this.#lots[Math.floor(index / this.#size)];
    const at = index % this.#size;
    return lot === undefined ? (this.#open[at] ?? '') : lot.text.slice(lot.starts[at], lot.starts[at + 1]);
  }

  /** Those with a name that has `run` in it, in their order. */
  holding(run: string): readonly T[] {
    if (run === '') return [];
    const known = this.#answers.get(run);
    if (known !== undefined) return known;
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= ANSWERS) this.#answers.delete(oldest);
    const found = this.#find(run);
    this.#answers.set(run, found);
    return found;
  }

  /** Those with exactly this name. */
  called(name: string): T[] {
    return this.#find(BORDER + name + BORDER);
  }

  /** Those with a name that ends so. */
  ending(end: string): T[] {
    return this.#find(end + BORDER);
  }

  /** Those with a name that begins so. */
  beginning(start: string): T[] {
    return this.#find(BORDER + start);
  }

  /** The last `most` of those with a name that has `run` in it, the last first: what is wanted of very many. */
  lastHolding(run: string, most: number): T[] {
    return run === '' ? [] : this.#findLast(run, most);
  }

  /** The last `most` of those with a name that begins so, the last first. */
  lastBeginning(start: string, most: number): T[] {
    return this.#findLast(BORDER + start, most);
  }

  #find(run: string): T[] {
    const pairs = pairsIn(run);
    const found: T[] = [];
    for (let lot = 0; lot <= this.#lots.length; lot++) this.#findIn(lot, run, pairs, found);
    return found;
  }

  #findLast(run: string, most: number): T[] {
    const pairs = pairsIn(run);
    const found: T[] = [];
    for (let lot = this.#lots.length; lot >= 0 && found.length < most; lot--) {
      const inLot: T[] = [];
      this.#findIn(lot, run, pairs, inLot);
      found.push(...inLot.reverse());
    }
    return found.slice(0, most);
  }

  #findIn(number: number, run: string, wanted: readonly number[], found: T[]): void {
    const { text, starts, pairs } = this.#lots[number] ?? (this.#openLot ??= lotOf(this.#open));
    if (!wanted.every((bit) => ((pairs[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0)) return;
    for (let at = text.indexOf(run); at >= 0;) {
      const index = lastStart(starts, at);
      const owner = this.#owners[number * this.#size + index];
      if (owner) found.push(owner);
      const next = starts[index + 1];
      at = next === undefined ? -1 : text.indexOf(run, next);
    }
  }
}

function lotOf(names: readonly string[]): Lot {
  let length = 0;
  const starts = names.map((name) => (length += name.length) - name.length);
  const text = names.join('');
  const pairs = new Uint32Array(PAIRS / 32);
  for (const bit of pairsIn(text)) pairs[bit >>> 5] = (pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
  return { text, starts, pairs };
}

/** The bits of the neighbouring characters of a text; none of a single one. */
function pairsIn(text: string): number[] {
  const bits: number[] = [];
  for (let at = 1; at < text.length; at++) {
    bits.push((Math.imul(text.charCodeAt(at - 1), 0x9e35) ^ Math.imul(text.charCodeAt(at), 0x5f1b)) & (PAIRS - 1));
  }
  return bits;
}
