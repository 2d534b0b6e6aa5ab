import { OVERLAP } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { highestPiece } from './archive-rows.ts';
import { drawPassages } from './passage-sample.ts';
import type { PassageSample } from './passage-sample.ts';
import type { SearchLimits } from './search-limits.ts';

/** Passages are drawn again when the archive has become so many times as large. */
const MOST_GROWTH = 1.25;

/** How many passages and documents an archive has. */
export interface ArchiveSize {
  size: number;
  documents: { readonly length: number };
}

/**
 * Tells, before the engine is asked, what few passages have: of that the engine is asked for all ids at once, which of very many would take it
 * longer than the search. Until passages are drawn, only what is looked for in few documents seems rare.
 */
export class Rarity {
  readonly #store: Store;
  readonly #limits: SearchLimits;
  #sample: PassageSample | null = null;
  #drawing: Generator<undefined, PassageSample> | null = null;
  #drawnOf = 0;

  constructor(store: Store, limits: SearchLimits) {
    this.#store = store;
    this.#limits = limits;
  }

  /**
   * Whether no more passages of some documents (null: of all) than are read at once have all of some folded texts, as far as can be told,
   * and almost surely not very many.
   */
  seemsRare(texts: readonly string[], documents: ReadonlySet<string> | null, archive: ArchiveSize): boolean {
    const { records, byDocument } = this.#limits;
    if (documents !== null && documents.size * (archive.size / archive.documents.length) <= records) return true;
    if (this.#sample === null || this.#sample.size === 0) return false;
    const drawn = this.#sample.having(texts.map((text) => text.slice(0, OVERLAP)));
    const each = archive.size / this.#sample.size;
    return drawn * each <= records && atMost(drawn) * each <= byDocument;
  }

  /** Draws passages with a pause after each lot. Ends early when `isStopped`. */
  async draw(pause: () => Promise<unknown>, isStopped: () => boolean): Promise<void> {
    this.#begin(highestPiece(this.#store));
    while (this.#drawing !== null && !isStopped()) {
      this.#drawOn();
      await pause();
    }
  }

  /** To be called when the archive may have grown: what was once drawn is drawn again between requests where it has grown much. */
  follow({ size }: ArchiveSize): void {
    if (this.#drawnOf === 0 && this.#sample === null) return;
    if (this.#drawing !== null || size <= this.#drawnOf * MOST_GROWTH) return;
    this.#begin(size);
    this.#drawLater();
  }

  #begin(size: number): void {
    this.#drawnOf = size;
    this.#drawing = drawPassages(this.#store, this.#limits.drawn);
  }

  #drawLater(): void {
    setImmediate(() => {
      if (!this.#store.open) return;
      this.#drawOn();
      if (this.#drawing !== null) this.#drawLater();
    });
  }

  #drawOn(): void {
    const step = this.#drawing?.next();
    if (step?.done !== true) return;
    this.#drawing = null;
    this.#sample = step.value;
  }
}

/** Where one in many was drawn so often, chance hides more than this twice in a hundred times when none was drawn, else three times in a thousand. */
const atMost = (drawn: number): number => drawn + 3 * Math.sqrt(drawn) + 4;
