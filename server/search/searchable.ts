import type { IsoDate } from '../../ingest/model/span.ts';

/** A piece as search compares it. */
export interface SearchablePiece {
  id: number;
  seq: number;
  kind: string;
  label: string | null;
  number: number[] | null;
  provisionId: string | null;
  partSeq: number;
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
  id: string;
  title: string;
  number: string | null;
  type: string | null;
  authorities: string[];
  promulgationDate: IsoDate | null;
  year: number | null;
  issueId: string;
  /** Order in the archive: issue, then place in it. */
  order: number;
  /** True of a document that is about others: a list of repealed or filed documents. */
  lists: boolean;
  /** Folded title and number, and every other name under which the register knows it, as joinNames puts them together. */
  names: string;
}

/** A document that is only named: a row of the register without a text. */
export interface NamedDocument {
  id: string;
  title: string | null;
  number: string | null;
  authority: string | null;
  year: number | null;
  /** As a held document's. */
  names: string;
}

/** A piece with its document. */
export interface Passage {
  document: SearchableDocument;
  piece: SearchablePiece;
}
