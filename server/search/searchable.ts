import type { IsoDate } from '../../ingest/model/span.ts';
import type { Signature } from './signature.ts';

/** A piece as search compares it. Its printed text stays in the record store. */
export interface SearchablePiece {
  id: number;
  seq: number;
  kind: string;
  label: string | null;
  number: number[] | null;
  provisionId: string | null;
  partSeq: number;
  /** Folded headings above it and its own. */
  headings: string;
  path: string[];
  /** Place in the document's `pieces`. */
  index: number;
  /** Equal for equal folded texts, 0 for one too short to be a copy (text-key.ts). */
  textKey: number;
}

/** A held document as search compares it. */
export interface SearchableDocument {
  id: string;
  title: string;
  number: string | null;
  numberKey: string | null;
  type: string | null;
  authorities: string[];
  promulgationDate: IsoDate | null;
  /** Every date that the document states for itself, for a search by day. */
  dates: IsoDate[];
  year: number | null;
  issueId: string;
  /** Order in the archive: issue, then place in it. */
  order: number;
  /** True of a document that is about others: a list of repealed or filed documents. */
  lists: boolean;
  /** Folded title and number, and every other name under which the register knows it. */
  names: string[];
  pieces: SearchablePiece[];
  /** Folded text of all pieces, one after the other. */
  stream: string;
  /** Pairs of characters of `stream`. */
  signature: Signature;
  /** Where each piece begins in `stream`. */
  starts: number[];
}

/** A document that is only named: a row of the register without a text. */
export interface NamedDocument {
  id: string;
  title: string | null;
  number: string | null;
  numberKey: string | null;
  authority: string | null;
  year: number | null;
  names: string[];
}

/** The folded text of a piece. */
export function foldedPiece({ stream, starts }: SearchableDocument, { index }: SearchablePiece): string {
  return stream.slice(starts[index], starts[index + 1]);
}
