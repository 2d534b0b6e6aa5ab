import { pinyin } from 'pinyin-pro';
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
  /** What is counted of very many records: the document's authorities, type, year of promulgation and issue. */
  authority: string[];
  type: string | null;
  year: string | null;
  issue: string;
  /** What very many are listed by: day of promulgation (20241231) and number (sortableNumber). */
  date: number | null;
  number: string | null;
  /** From 0 to LOTS - 1, evenly drawn: records with a lot under some limit are a sample of all. */
  lot: number;
}

/** Of so many lots a sample is made. */
export const LOTS = 1024;

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

interface DocumentRow {
  type: string | null;
  date: string | null;
  issue: string;
  numberKey: string | null;
  authorities: string;
}

/**
 * The search records of a document, made from the record store; none when the document is not there.
 */
export function searchRecordsOf(store: Store, documentId: string): SearchRecord[] {
  const pieces = store
    .prepare<[string], PieceRow>('SELECT seq, kind, label, path, text FROM pieces WHERE document_id = ? ORDER BY seq')
    .all(documentId);
  const folded = pieces.map((piece) => foldText(ownText(piece)));
  const counted = countedBy(store, documentId);
  if (counted === null) return [];
  return pieces.map((piece, index) => ({
    id: recordId(documentId, piece.seq),
    document: documentId,
    ...counted,
    lot: lotOf(recordId(documentId, piece.seq)),
    headings: spacedCharacters(foldText(textList(piece.path).join(' '))),
    text: spacedCharacters(joinFolded(folded[index] ?? '', following(folded, index))),
    words: contentWords(ownText(piece)),
  }));
}

/** What all records of a document share. */
function countedBy(
  store: Store,
  documentId: string,
): Pick<SearchRecord, 'authority' | 'type' | 'year' | 'issue' | 'date' | 'number'> | null {
  const row = store
    .prepare<[string], DocumentRow>(
      `SELECT document_type AS type, promulgation_date AS date, issue_id AS issue, number_key AS numberKey,
         (SELECT json_group_array(canonical) FROM
           (SELECT canonical FROM document_authorities WHERE document_id = d.id ORDER BY seq)) AS authorities
       FROM documents d WHERE id = ?`,
    )
    .get(documentId);
  if (row === undefined) return null;
  const { type, date, issue, numberKey } = row;
  return {
    authority: [...new Set(textList(row.authorities))],
    type,
    year: date?.slice(0, 4) ?? null,
    issue,
    date: date === null ? null : Number(date.replaceAll('-', '')),
    number: numberKey === null ? null : sortableNumber(numberKey),
  };
}

/** By agency as it sounds, year and serial: 新政办发|2024|43 → `xin zheng ban fa 00002024 00000043`. */
export function sortableNumber(key: string): string {
  const parts = key.split('|').map((part) => (/^\d+$/u.test(part) ? part.padStart(8, '0') : soundOf(part)));
  return parts.join(' ');
}

const soundOf = (text: string): string => pinyin(text, { toneType: 'none', v: true, nonZh: 'consecutive' });

/** FNV-1a of a record's id, mixed once more since ids are much alike, as a lot. */
function lotOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash >>> 16) % LOTS;
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

function textList(json: string): string[] {
  const values: unknown = JSON.parse(json);
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
