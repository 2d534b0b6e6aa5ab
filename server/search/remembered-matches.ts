import type { FoundPassage } from './found.ts';
import type { Alternative } from './query.ts';

/** So many passages are remembered together, some 150 bytes each. */
const MOST_PASSAGES = 300_000;

/**
 * What was found for words that very many passages have, which takes a look through all texts: remembered, the latest last, until
 * the archive changes. Turning the page, choosing a facet or sorting asks the same again.
 */
export class RememberedMatches {
  readonly #found = new Map<string, FoundPassage[]>();
  #size = 0;

  /** What was found for an alternative before, or now by `find`. Not to be changed by the caller. */
  of(alternative: Alternative, find: () => FoundPassage[]): FoundPassage[] {
    const key = keyOf(alternative);
    const known = this.#found.get(key);
    const found = known ?? find();
    if (known) this.#found.delete(key);
    else this.#size += found.length;
    this.#found.set(key, found);
    for (const [oldest, passages] of this.#found) {
      if (this.#size <= MOST_PASSAGES || oldest === key) break;
      this.#found.delete(oldest);
      this.#size -= passages.length;
    }
    return found;
  }

  clear(): void {
    this.#found.clear();
    this.#size = 0;
  }
}

/** `+应当 -可以`: folded terms have no spaces. */
function keyOf({ all, none }: Alternative): string {
  return [...all.map((term) => `+${term.folded}`), ...none.map((term) => `-${term.folded}`)].join(' ');
}
