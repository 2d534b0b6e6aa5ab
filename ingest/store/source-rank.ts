import { compareText } from '../text/compare-text.ts';

/** What decides which of several files gives a document its text. */
export interface RankedSource {
  path: string;
  gazette: string | null;
  publicationDate: string | null;
  /** How many documents the file holds. */
  documents: number;
}

const LATE = '9999-12-31';

/**
 * The better source first: a gazette before a page (what the gazette prints is the standard text), the earlier issue
 * before a reprint, the file of the whole issue before one of a part; at last the path, so that the order never
 * depends on which file came first.
 */
export function compareSources(a: RankedSource, b: RankedSource): number {
  return (
    Number(a.gazette === null) - Number(b.gazette === null) ||
    compareText(a.publicationDate ?? LATE, b.publicationDate ?? LATE) ||
    b.documents - a.documents ||
    compareText(a.path, b.path)
  );
}
