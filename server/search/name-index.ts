import { lastStart } from './last-start.ts';

/** Stands before and after each name: no folded text has it. */
const BORDER = '\n';

/** Folded names as one text, a border around each: `\n行政处罚法\n主席令63号\n`. */
export const joinNames = (names: readonly string[]): string =>
  names.length === 0 ? '' : BORDER + names.join(BORDER) + BORDER;

/** The names that joinNames put together. */
export const splitNames = (names: string): string[] => (names === '' ? [] : names.slice(1, -1).split(BORDER));

/**
 * Finds documents by their folded names, whole or in part, with one pass over one text of all names instead of a look at every
 * document. Filled by `add`, then asked.
 */
export class NameIndex<T extends { names: string }> {
  #parts: string[] = [];
  #text: string | null = null;
  #length = 0;
  readonly #owners: T[] = [];
  /** Where the names of each owner begin in the text. */
  readonly #starts: number[] = [];

  add(owner: T): void {
    this.#owners.push(owner);
    this.#starts.push(this.#length);
    this.#parts.push(owner.names);
    this.#length += owner.names.length;
    this.#text = null;
  }

  /** Puts all names together now, not when somebody first asks. */
  settle(): void {
    this.#joined();
  }

  /** Those with a name that has `run` in it, in their order. */
  holding(run: string): T[] {
    return run === '' ? [] : this.#find(run);
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

  /** One text for all, of which each owner's names are a part: they are kept once. */
  #joined(): string {
    if (this.#text === null) {
      const text = this.#parts.join('');
      this.#owners.forEach((owner, index) => {
        owner.names = text.slice(this.#starts[index], this.#starts[index + 1]);
      });
      this.#parts = [text];
      this.#text = text;
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
}
