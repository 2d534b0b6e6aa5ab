/** What the printed contents promise, entry by entry, and which entries a document of the text has kept. */
import { parseDocumentNumber } from '../text/document-number.ts';
import type { DocumentNumber } from '../text/document-number.ts';
import type { ContentsPromise } from './contents/contents-promise.ts';

const SHORTEST_TITLE = 4;
/** Characters of a title by which it is looked up; 大事记 / （五月份） stand on two lines. */
export const BEGINNING = 2;

export class OpenPromises {
  /** Folded titles of all entries. */
  readonly titles: ReadonlySet<string>;
  readonly count: number;
  readonly #promises: readonly ContentsPromise[];
  readonly #numbers: (DocumentNumber | null)[];
  readonly #kept = new Set<number>();

  constructor(promises: readonly ContentsPromise[]) {
    this.#promises = promises;
    this.count = promises.length;
    this.titles = new Set(promises.map(({ folded }) => folded).filter(({ length }) => length >= SHORTEST_TITLE));
    this.#numbers = promises.map(({ documentNumber }) => parseDocumentNumber(documentNumber ?? ''));
  }

  keep(index: number): void {
    this.#kept.add(index);
  }

  isOpen(index: number): boolean {
    return !this.#kept.has(index);
  }

  /** The folded title of an entry; empty for none. */
  titleOf(index: number | null): string {
    return index === null ? '' : (this.#promises[index]?.folded ?? '');
  }

  /** The open entry with this number; for a 令 or 公告 also one that prints its authority otherwise. */
  withNumber(number: DocumentNumber | null): number | null {
    if (number === null) return null;
    const open = this.#numbers.map((wanted, index) => (this.isOpen(index) ? wanted : null));
    const exact = open.findIndex((wanted) => wanted?.key === number.key);
    if (exact >= 0) return exact;
    if (number.form !== 'order' && number.form !== 'announcement') return null;
    const near = open.findIndex(
      (wanted) =>
        (wanted?.form === number.form || wanted?.code === null) &&
        wanted.serial === number.serial &&
        wanted.year === number.year,
    );
    return near < 0 ? null : near;
  }

  /** Open entries that print no number, by their folded titles: contents without numbers promise documents by title alone. */
  unnumbered(): Map<string, number> {
    const open = new Map<string, number>();
    this.#promises.forEach(({ folded, documentNumber }, index) => {
      if (this.isOpen(index) && documentNumber === null) open.set(folded, index);
    });
    return open;
  }

  /** Open entries by the first characters of their folded titles. */
  openByBeginning(): Map<string, number[]> {
    const open = new Map<string, number[]>();
    this.#promises.forEach(({ folded }, index) => {
      if (!this.isOpen(index) || folded.length < SHORTEST_TITLE) return;
      const key = folded.slice(0, BEGINNING);
      open.set(key, [...(open.get(key) ?? []), index]);
    });
    return open;
  }
}
