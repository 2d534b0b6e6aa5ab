import type { IsoDate } from '../../ingest/model/span.ts';
import { DIGIT_GAP, foldText, joinFolded } from '../../ingest/index/fold-text.ts';
import { ownText } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { documentRows, pieceRows, registerRows, storeVersion } from './archive-rows.ts';
import type { DocumentRow, PieceRow } from './archive-rows.ts';
import { copyKey } from './duplicates.ts';

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
  /** Equal for equal folded texts, 0 for one too short to be a copy (duplicates.ts). */
  copyKey: number;
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

interface Cached {
  signature: string;
  document: SearchableDocument;
}

/**
 * The archive's folded texts in memory (two bytes a character; 10 million characters are 20 MB), read from the record
 * store and kept in step with it: what search verifies, counts and ranks with. A change of the store costs the changed
 * documents, not the archive.
 */
export class Archive {
  readonly #store: Store;
  #version = '';
  #cache = new Map<string, Cached>();
  #documents: SearchableDocument[] = [];
  #named: NamedDocument[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** Changes whenever the archive does: for caches of what is computed from it. */
  get version(): string {
    return this.#version;
  }

  get documents(): readonly SearchableDocument[] {
    return this.#documents;
  }

  get named(): readonly NamedDocument[] {
    return this.#named;
  }

  document(id: string): SearchableDocument | null {
    return this.#cache.get(id)?.document ?? null;
  }

  /** Reads what has changed in the store. To be called once at the beginning of an answer, which then sees one state. */
  refresh(): void {
    const version = storeVersion(this.#store);
    if (version === this.#version) return;
    this.#store.transaction(() => {
      this.#load();
    })();
    this.#version = version;
  }

  #load(): void {
    const cache = new Map<string, Cached>();
    documentRows(this.#store).forEach((row, order) => {
      const known = this.#cache.get(row.id);
      if (known?.signature === row.signature) {
        known.document.order = order;
        cache.set(row.id, known);
      } else {
        const document = toDocument(row, order, pieceRows(this.#store, row.id));
        cache.set(row.id, { signature: row.signature, document });
      }
    });
    this.#cache = cache;
    this.#documents = Array.from(cache.values(), (cached) => cached.document);
    this.#named = registerRows(this.#store);
  }
}

function toDocument(row: DocumentRow, order: number, rows: PieceRow[]): SearchableDocument {
  const { stream, starts } = joinPieces(rows);
  const pieces = rows.map((piece, index) =>
    toPiece(piece, index, copyKey(stream.slice(starts[index], starts[index + 1]))),
  );
  return {
    id: row.id,
    title: row.title,
    number: row.number,
    numberKey: row.numberKey,
    type: row.type,
    authorities: row.authorities,
    promulgationDate: row.promulgationDate,
    dates: row.dates,
    year: row.promulgationDate === null ? null : Number(row.promulgationDate.slice(0, 4)),
    issueId: row.issueId,
    order,
    lists: row.listed > 0 && !rows.some((piece) => piece.kind === 'article') && row.listed * 3 >= rows.length,
    names: [...new Set([row.title, row.number ?? '', ...row.aliases].map(foldText))].filter((name) => name !== ''),
    pieces,
    stream,
    starts,
  };
}

function toPiece(row: PieceRow, index: number, key: number): SearchablePiece {
  const { id, seq, kind, label, number, provisionId, partSeq, path } = row;
  const headings = foldText([...path, row.heading ?? ''].join(' '));
  return { id, seq, kind, label, number, provisionId, partSeq, path, headings, index, copyKey: key };
}

/** The folded text of a piece. */
export function foldedPiece({ stream, starts }: SearchableDocument, { index }: SearchablePiece): string {
  return stream.slice(starts[index], starts[index + 1]);
}

function joinPieces(rows: PieceRow[]): { stream: string; starts: number[] } {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let last = '';
  for (const row of rows) {
    const folded = foldText(ownText(row));
    const gap = joinFolded(last.slice(-1), folded.slice(0, 1)).length > 2 ? DIGIT_GAP : '';
    parts.push(gap, folded);
    starts.push(length + gap.length);
    length += gap.length + folded.length;
    if (folded !== '') last = folded;
  }
  return { stream: parts.join(''), starts };
}
