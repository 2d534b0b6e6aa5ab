import { lastStart } from './last-start.ts';

/** Stands before and after each name: no folded text has it. */
const BORDER = '\n';

/** Folded names as one text, a border around each: `\n行政处罚法\n主席令63号\n`. */
export const joinNames = (names: readonly string[]): string =>
  names.length === 0 ? '' : BORDER + names.join(BORDER) + BORDER;

/** The names that joinNames put together. */
export const splitNames = (names: string): string[] => (names === '' ? [] : names.slice(1, -1).split(BORDER));

/** Names are put together in lots of so many owners. */
const LOT = 2000;

/** Bits of which each name sets one: half a megabyte, of a hundred thousand names one in forty others has its bit set too. */
const BITS = 1 << 22;

/** The answers kept for those who ask again: of one search, several do. */
const ANSWERS = 4;

/**
 * Finds documents by their folded names, whole or in part, with one pass over one text of all names instead of a look at every
 * document. Filled by `add`, then asked.
 */
export class NameIndex<T> {
  #parts: string[] = [];
  #lots: string[] = [];
  #text: string | null = null;
  #length = 0;
  readonly #owners: T[] = [];
  /** Where the names of each owner begin in the text. */
  readonly #starts: number[] = [];
  readonly #bits = new Uint32Array(BITS / 32);
  readonly #answers = new Map<string, readonly T[]>();

  /** @param names as joinNames puts them together */
  add(owner: T, names: string): void {
    this.#owners.push(owner);
    this.#starts.push(this.#length);
    this.#length += names.length;
    this.#parts.push(names);
    if (this.#parts.length === LOT) this.#closeLot();
    this.#text = null;
    this.#answers.clear();
    for (const name of splitNames(names)) {
      const bit = bitOf(name);
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** The names of the owner that was added so many others before. */
  namesOf(index: number): string {
    return this.#joined().slice(this.#starts[index], this.#starts[index + 1]);
  }

  /** Puts all names together now, not when somebody first asks. */
  settle(): void {
    this.#joined();
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

  /** Those with exactly this name: most of what is typed is no name, and is not looked for. */
  called(name: string): T[] {
    const bit = bitOf(name);
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0 ? [] : this.#find(BORDER + name + BORDER);
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

  #closeLot(): void {
    this.#lots.push(this.#parts.join(''));
    this.#parts = [];
  }

  #joined(): string {
    if (this.#text === null) {
      this.#closeLot();
      this.#text = this.#lots.join('');
      this.#lots = [this.#text];
    }
    return this.#text;
  }

  #find(run: string): T[] {
    const text = this.#joined();
    const found: T[] = [];
    for (let at = text.indexOf(run); at >= 0;) {
      const index = lastStart(this.#starts, at);
      const owner = this.#owners[index];
      if (owner) found.push(owner);
      const next = this.#starts[index + 1];
      at = next === undefined ? -1 : text.indexOf(run, next);
    }
    return found;
  }

  #findLast(run: string, most: number): T[] {
    const text = this.#joined();
    const found: T[] = [];
    // To look from the end takes longer than to learn that there is nothing.
    let at = text.includes(run) ? text.lastIndexOf(run) : -1;
    while (at >= 0 && found.length < most) {
      const index = lastStart(this.#starts, at);
      const owner = this.#owners[index];
      if (owner) found.push(owner);
      const start = this.#starts[index] ?? 0;
      at = start === 0 ? -1 : text.lastIndexOf(run, start - 1);
    }
    return found;
  }
}

/** FNV-1a of a name, as the number of a bit. */
function bitOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}
