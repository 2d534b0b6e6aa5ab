import type { Store } from '../store/open-store.ts';
import { foldText, joinFolded, spacedCharacters } from './fold-text.ts';
import { contentWords } from './segmenter.ts';

/** A piece as the search engine gets it. Found records are read from the record store again: nothing here is shown. */
export interface SearchRecord {
  /** `<document id>_<seq>`: the same for the same piece in every rebuild. */
  id: string;
  document: string;
  /** Headings above the piece, every character a word. Titles are the server's to compare (server/search/archive.ts). */
  headings: string;
  /** The piece, every character a word, and the beginning of the next one: a fragment across both begins here. */
  text: string;
  /** Distinct content words; as a list, so that the engine keeps no distances between them. */
  words: string[];
}

/** Folded characters of the following piece that a record repeats: no longer fragment than this crosses a border unseen. */
export const OVERLAP = 16;

interface PieceRow {
  seq: number;
  kind: string;
  label: string | null;
  path: string;
  text: string;
}

/** Key of a piece in the index and in the server. */
export const recordId = (documentId: string, seq: number): string => `${documentId}_${seq}`;

/** The document of a record id: `xinzhengbanfa-2024-43_12`. */
export const documentOf = (record: string): string => record.slice(0, record.lastIndexOf('_'));

/** The place of its piece in the document, from 1. */
export const seqOf = (record: string): number => Number(record.slice(record.lastIndexOf('_') + 1));

/** All that search finds of a piece in itself: an article's label is part of it. */
export function ownText(piece: { kind: string; label: string | null; text: string }): string {
  return piece.kind === 'article' && piece.label !== null ? `${piece.label} ${piece.text}` : piece.text;
}

/**
 * The search records of a document, made from the record store; none when the document is not there.
 */
export function searchRecordsOf(store: Store, documentId: string): SearchRecord[] {
  const pieces = store
    .prepare<[string], PieceRow>('SELECT seq, kind, label, path, text FROM pieces WHERE document_id = ? ORDER BY seq')
    .all(documentId);
  const folded = pieces.map((piece) => foldText(ownText(piece)));
  return pieces.map((piece, index) => ({
    id: recordId(documentId, piece.seq),
    document: documentId,
    headings: spacedCharacters(foldText(pathOf(piece.path).join(' '))),
    text: spacedCharacters(joinFolded(folded[index] ?? '', following(folded, index))),
    words: contentWords(ownText(piece)),
  }));
}

/** The first characters after a piece, over as many short pieces as that takes. */
function following(folded: readonly string[], index: number): string {
  let text = '';
  for (const next of folded.slice(index + 1, index + 1 + OVERLAP)) {
    if (text.length >= OVERLAP) break;
    text = joinFolded(text, next);
  }
  return Array.from(text).slice(0, OVERLAP).join('');
}

function pathOf(json: string): string[] {
  const path: unknown = JSON.parse(json);
  return Array.isArray(path) ? path.filter((part) => typeof part === 'string') : [];
}
