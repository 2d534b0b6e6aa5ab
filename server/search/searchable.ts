import type { IsoDate } from '../../ingest/model/span.ts';

/** A piece as search compares it. */
export interface SearchablePiece {
  id: number;
  seq: number;
  kind: string;
  label: string | null;
  provisionId: string | null;
  path: string[];
  /** Folded headings above it and its own. */
  headings: string;
  /** Its folded text, an article's label included. */
  folded: string;
  /** Equal for equal folded texts, 0 for one too short to be a copy (text-key.ts). */
  textKey: number;
}

/** A held document as search compares it. Its passages are read when they are needed (passages.ts). */
export interface SearchableDocument {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly type: string | null;
  readonly authorities: readonly string[];
  readonly promulgationDate: IsoDate | null;
  readonly issueId: string;
  /** Order in the archive: issue, then place in it. */
  readonly order: number;
  /** Row of its first passage in the record store, behind which the others follow; null when it has none. */
  readonly firstRow: number | null;
  /** True of a document that is about others: a list of repealed or filed documents. */
  readonly lists: boolean;
  /** Folded title and number, and every other name under which the register knows it, as joinNames puts them together. */
  readonly names: string;
}

/** A document that is only named: a row of the register without a text. */
export interface NamedDocument {
  readonly id: string;
  readonly title: string | null;
  readonly number: string | null;
  readonly authority: string | null;
  readonly year: number | null;
  /** As a held document's. */
  readonly names: string;
}

/** A piece with its document. */
export interface Passage {
  document: SearchableDocument;
  piece: SearchablePiece;
}
