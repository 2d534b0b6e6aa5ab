import type { IsoDate } from '../../ingest/model/span.ts';
import { foldText } from '../../ingest/index/fold-text.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { perStore } from '../../ingest/store/per-store.ts';
import type { NamedDocument } from './searchable.ts';

export { storeVersion } from '../../ingest/store/store-version.ts';

export interface DocumentRow {
  id: string;
  title: string;
  number: string | null;
  numberKey: string | null;
  type: string | null;
  issueId: string;
  promulgationDate: IsoDate | null;
  authorities: string[];
  aliases: string[];
  dates: IsoDate[];
  /** Other documents that it repeals or lists. */
  listed: number;
  /** Differs when anything that search reads of the document does. */
  signature: string;
}

export interface PieceRow {
  id: number;
  seq: number;
  kind: string;
  label: string | null;
  number: number[] | null;
  provisionId: string | null;
  partSeq: number;
  heading: string | null;
  path: string[];
  text: string;
}

interface RawDocument {
  id: string;
  title: string;
  document_number: string | null;
  number_key: string | null;
  document_type: string | null;
  issue_id: string;
  adoption_date: string | null;
  promulgation_date: string | null;
  effective_date: string | null;
  expiry_date: string | null;
  authorities: string | null;
  aliases: string | null;
  listed: number;
  content_hash: string;
  reader_version: string;
  pieces: string | null;
}

interface RawPiece {
  id: number;
  seq: number;
  kind: string;
  label: string | null;
  number: string | null;
  provision_id: string | null;
  part_seq: number;
  heading: string | null;
  path: string;
  text: string;
}

const DOCUMENTS = `
  SELECT d.id, d.title, d.document_number, d.number_key, d.document_type, d.issue_id,
    d.adoption_date, d.promulgation_date, d.effective_date, d.expiry_date,
    (SELECT json_group_array(canonical) FROM (SELECT canonical FROM document_authorities WHERE document_id = d.id ORDER BY seq)) AS authorities,
    (SELECT json_group_array(value) FROM (SELECT value FROM register_names WHERE register_id = d.id
      UNION SELECT title FROM register WHERE id = d.id AND title IS NOT NULL)) AS aliases,
    (SELECT count(*) FROM relations WHERE document_id = d.id AND type IN ('repeals', 'lists'))
      + (SELECT count(*) FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id WHERE c.document_id = d.id) AS listed,
    s.content_hash, s.reader_version,
    (SELECT min(id) || '-' || max(id) || '-' || count(*) FROM pieces WHERE document_id = d.id) AS pieces
  FROM documents d JOIN sources s ON s.id = d.source_id JOIN issues i ON i.id = d.issue_id`;

/** Every held document, oldest issue first. */
export function documentRows(store: Store): DocumentRow[] {
  return store.prepare<[], RawDocument>(`${DOCUMENTS} ORDER BY i.publication_date, i.id, d.seq`).all().map(toRow);
}

/** The next held documents after one, in the order in which they were written; `after` is 0 at the beginning. */
export function nextDocumentRows(
  store: Store,
  after: number,
  count: number,
): { rows: DocumentRow[]; last: number | null } {
  const places = store
    .prepare<[number, number], { place: number }>(
      'SELECT rowid AS place FROM documents WHERE rowid > ? ORDER BY rowid LIMIT ?',
    )
    .all(after, count);
  const last = places.at(-1)?.place ?? null;
  if (last === null) return { rows: [], last };
  const rows = store
    .prepare<[number, number], RawDocument>(`${DOCUMENTS} WHERE d.rowid > ? AND d.rowid <= ?`)
    .all(after, last)
    .map(toRow);
  return { rows, last };
}

function toRow(row: RawDocument): DocumentRow {
  return {
    id: row.id,
    title: row.title,
    number: row.document_number,
    numberKey: row.number_key,
    type: row.document_type,
    issueId: row.issue_id,
    promulgationDate: row.promulgation_date,
    authorities: stringList(row.authorities),
    aliases: stringList(row.aliases),
    dates: [row.promulgation_date, row.effective_date, row.expiry_date, row.adoption_date].filter(
      (date) => date !== null,
    ),
    listed: row.listed,
    signature: JSON.stringify(row),
  };
}

const selectPieces = perStore((store) =>
  store.prepare<[string], RawPiece>(
    'SELECT id, seq, kind, label, number, provision_id, part_seq, heading, path, text FROM pieces WHERE document_id = ? ORDER BY seq',
  ),
);

/** The pieces of a document in reading order. */
export function pieceRows(store: Store, documentId: string): PieceRow[] {
  return selectPieces(store)
    .all(documentId)
    .map((row) => ({
      id: row.id,
      seq: row.seq,
      kind: row.kind,
      label: row.label,
      number: numberList(row.number),
      provisionId: row.provision_id,
      partSeq: row.part_seq,
      heading: row.heading,
      path: stringList(row.path),
      text: row.text,
    }));
}

interface RawRegister {
  id: string;
  title: string | null;
  document_number: string | null;
  number_key: string | null;
  authority: string | null;
  year: number | null;
  names: string | null;
}

/** Documents that are named and not held, with every name under which they are known. */
export function registerRows(store: Store): NamedDocument[] {
  return store
    .prepare<[], RawRegister>(
      `SELECT r.id, r.title, r.document_number, r.number_key, r.authority, r.year,
        (SELECT json_group_array(value) FROM register_names WHERE register_id = r.id) AS names
      FROM register r WHERE r.held = 0 ORDER BY r.year DESC, r.id`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      title: row.title,
      number: row.document_number,
      numberKey: row.number_key,
      authority: row.authority,
      year: row.year,
      names: [row.title ?? '', row.document_number ?? '', ...stringList(row.names)]
        .map(foldText)
        .filter((name) => name !== ''),
    }));
}

function stringList(json: string | null): string[] {
  const value: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function numberList(json: string | null): number[] | null {
  const value: unknown = json === null ? null : JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : null;
}
