import { lastStart } from './last-start.ts';

/** Anything with folded names. */
interface Called {
  readonly names: readonly string[];
}

/** Stands before and after each name: no folded text has it. */
const BORDER = '\n';

/**
 * Finds documents by their folded names, whole or in part, with one pass over one text of all names instead of a look at every
 * document.
 */
export class NameIndex<T extends Called> {
  readonly #text: string;
  readonly #owners: readonly T[];
  /** Where the names of each owner begin in the text. */
  readonly #starts: number[] = [];

  constructor(owners: readonly T[]) {
    const parts = [BORDER];
    let length = BORDER.length;
    for (const { names } of owners) {
      this.#starts.push(length - BORDER.length);
      for (const name of names) {
        parts.push(name, BORDER);
        length += name.length + BORDER.length;
      }
    }
    this.#text = parts.join('');
    this.#owners = owners;
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

  #find(run: string): T[] {
    const found: T[] = [];
    for (let at = this.#text.indexOf(run); at >= 0;) {
      const index = lastStart(this.#starts, at);
      const owner = this.#owners[index];
      if (owner) found.push(owner);
      const next = this.#starts[index + 1];
      at = next === undefined ? -1 : this.#text.indexOf(run, next);
    }
    return found;
  }
}
