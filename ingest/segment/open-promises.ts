/** What the printed contents promise, entry by entry, and which entries a document of the text has kept. */
import { parseDocumentNumber } from '../text/document-number.ts';
import type { DocumentNumber } from '../text/document-number.ts';
import type { ContentsPromise } from './contents/contents-promise.ts';

const SHORTEST_TITLE = 4;
const NO_CODE = 'no code';

/** Entries by a word of theirs, in print order. */
class EntriesByWord {
  readonly #entries = new Map<string, { all: number[]; next: number }>();

  add(word: string, index: number): void {
    const same = this.#entries.get(word);
    if (same) same.all.push(index);
    else this.#entries.set(word, { all: [index], next: 0 });
  }

  /** The first entry of a word that `isOpen`; what is closed stays so, and is looked at once. */
  firstOpen(word: string, isOpen: (index: number) => boolean): number | null {
    const same = this.#entries.get(word);
    if (!same) return null;
    for (let index = same.all[same.next]; index !== undefined; index = same.all[same.next]) {
      if (isOpen(index)) return index;
      same.next += 1;
    }
    return null;
  }
}

const serialWord = (kind: string, { serial, year }: DocumentNumber): string => [kind, serial, year].join(' ');

/** The words by which a number is found when its authority is printed otherwise: its form, and that it names none. */
function serialWords(number: DocumentNumber): string[] {
  const kinds = number.code === null ? [number.form, NO_CODE] : [number.form];
  return kinds.map((kind) => serialWord(kind, number));
}

export class OpenPromises {
  /** Folded titles of all entries. */
  readonly titles: ReadonlySet<string>;
  readonly count: number;
  readonly #promises: readonly ContentsPromise[];
  readonly #byKey = new EntriesByWord();
  readonly #bySerial = new EntriesByWord();
  readonly #byTitle = new EntriesByWord();
  /** The titles in the order of their characters: those that begin alike stand together. */
  readonly #sorted: readonly string[];
  readonly #kept = new Set<number>();

  constructor(promises: readonly ContentsPromise[]) {
    this.#promises = promises;
    this.count = promises.length;
    this.titles = new Set(promises.map(({ folded }) => folded).filter(({ length }) => length >= SHORTEST_TITLE));
    this.#sorted = [...this.titles].sort((a, b) => (a < b ? -1 : 1));
    promises.forEach(({ folded, documentNumber }, index) => {
      if (folded.length >= SHORTEST_TITLE) this.#byTitle.add(folded, index);
      const number = parseDocumentNumber(documentNumber ?? '');
      if (number === null) return;
      this.#byKey.add(number.key, index);
      for (const word of serialWords(number)) this.#bySerial.add(word, index);
    });
  }

  keep(index: number): void {
    this.#kept.add(index);
  }

  readonly isOpen = (index: number): boolean => !this.#kept.has(index);

  /** The folded title of an entry; empty for none. */
  titleOf(index: number | null): string {
    return index === null ? '' : (this.#promises[index]?.folded ?? '');
  }

  /** The open entry with this number; for a 令 or 公告 also one that prints its authority otherwise. */
  withNumber(number: DocumentNumber | null): number | null {
    if (number === null) return null;
    const exact = this.#byKey.firstOpen(number.key, this.isOpen);
    if (exact !== null || (number.form !== 'order' && number.form !== 'announcement')) return exact;
    const near = [number.form, NO_CODE].flatMap(
      (kind) => this.#bySerial.firstOpen(serialWord(kind, number), this.isOpen) ?? [],
    );
    return near.length === 0 ? null : Math.min(...near);
  }

  /** The open entry of a folded title. */
  withTitle(folded: string): number | null {
    return this.#byTitle.firstOpen(folded, this.isOpen);
  }

  /** Whether the title of an entry begins with folded words. */
  opensTitle(words: string): boolean {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#sorted[middle] ?? '') < words) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low]?.startsWith(words) ?? false;
  }

  /** Open entries that print no number, by their folded titles: contents without numbers promise documents by title alone. */
  unnumbered(): Map<string, number> {
    const open = new Map<string, number>();
    this.#promises.forEach(({ folded, documentNumber }, index) => {
      if (this.isOpen(index) && documentNumber === null) open.set(folded, index);
    });
    return open;
  }
}
