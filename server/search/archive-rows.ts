import type { IsoDate } from '../../ingest/model/span.ts';
import { foldText } from '../../ingest/index/fold-text.ts';
import { recordId } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { perStore } from '../../ingest/store/per-store.ts';
import { joinNames } from './name-index.ts';
import type { NamedDocument, SearchableDocument } from './searchable.ts';

export { storeVersion } from '../../ingest/store/store-version.ts';

/** What is kept of a held document; its title and number are read again when they are shown. */
export type DocumentRow = Omit<SearchableDocument, 'order'>;

interface RawDocument {
  id: string;
  title: string;
  document_number: string | null;
  document_type: string | null;
  issue_id: string;
  promulgation_date: string | null;
  authorities: string | null;
  names: string | null;
  lists: number;
  first_row: number | null;
}

const LISTED = `(SELECT count(*) FROM relations WHERE document_id = d.id AND type IN ('repeals', 'lists'))
  + (SELECT count(*) FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id WHERE c.document_id = d.id)`;

/** What a document lists makes a third of its passages, and none of them is an article. */
const LISTS = `
  EXISTS (SELECT 1 FROM relations WHERE document_id = d.id AND type IN ('repeals', 'lists')
    UNION ALL SELECT 1 FROM catalogues WHERE document_id = d.id)
  AND NOT EXISTS (SELECT 1 FROM pieces WHERE document_id = d.id AND kind = 'article')
  AND (${LISTED}) * 3 >= (SELECT count(*) FROM pieces WHERE document_id = d.id)`;

const DOCUMENTS = `
  SELECT d.id, d.title, d.document_number, d.document_type, d.issue_id, d.promulgation_date,
    (SELECT json_group_array(canonical) FROM (SELECT canonical FROM document_authorities WHERE document_id = d.id ORDER BY seq)) AS authorities,
    (SELECT json_group_array(value) FROM (SELECT value FROM register_names WHERE register_id = d.id
      UNION SELECT title FROM register WHERE id = d.id AND title IS NOT NULL)) AS names,
    ${LISTS} AS lists,
    (SELECT id FROM pieces WHERE document_id = d.id AND seq = 1) AS first_row
  FROM documents d`;

const selectDocuments = perStore((store) => ({
  one: store.prepare<[string], RawDocument>(`${DOCUMENTS} WHERE d.id = ?`),
  ofIssue: store.prepare<[string], RawDocument>(`${DOCUMENTS} WHERE d.issue_id = ? ORDER BY d.seq`),
  issues: store.prepare<[], string>('SELECT id FROM issues ORDER BY publication_date, id').pluck(),
  heading: store.prepare<[string], Heading>('SELECT title, document_number AS number FROM documents WHERE id = ?'),
}));

/** Issues, the oldest first. */
export const issueIds = (store: Store): string[] => selectDocuments(store).issues.all();

/** The held documents of an issue in their order. */
export const documentRowsOf = (store: Store, issueId: string): DocumentRow[] =>
  selectDocuments(store).ofIssue.all(issueId).map(toRow);

/** A held document; null when it is not there. */
export function documentRow(store: Store, id: string): DocumentRow | null {
  const row = selectDocuments(store).one.get(id);
  return row === undefined ? null : toRow(row);
}

export interface Heading {
  title: string;
  number: string | null;
}

/** Title and number of a held document; null when it is not there any more. */
export const headingOf = (store: Store, id: string): Heading | null => selectDocuments(store).heading.get(id) ?? null;

function toRow(row: RawDocument): DocumentRow {
  const { title, document_number: number } = row;
  return {
    id: row.id,
    title,
    number,
    type: row.document_type,
    authorities: stringList(row.authorities),
    promulgationDate: row.promulgation_date,
    issueId: row.issue_id,
    lists: row.lists === 1,
    firstRow: row.first_row,
    names: foldedNames([title, number, ...stringList(row.names)]),
  };
}

const foldedNames = (names: readonly (string | null)[]): string =>
  joinNames([...new Set(names.map((name) => foldText(name ?? '')))].filter((name) => name !== ''));

interface RawNamed {
  id: string;
  title: string | null;
  document_number: string | null;
  names: string | null;
}

/** What is kept of a document that is named and not held. */
export interface NamedRow {
  id: string;
  names: string;
}

const selectNamed = perStore((store) => ({
  next: store.prepare<[string, number], RawNamed>(
    `SELECT r.id, r.title, r.document_number,
      (SELECT json_group_array(value) FROM register_names WHERE register_id = r.id) AS names
    FROM register r WHERE r.held = 0 AND r.id > ? ORDER BY r.id LIMIT ?`,
  ),
  entry: store.prepare<[string], RegisterHeading>(
    'SELECT title, document_number AS number, authority, year FROM register WHERE id = ?',
  ),
}));

/** The next documents after one that are named and not held, by their ids; `after` is '' at the beginning. */
export function nextNamedRows(store: Store, after: string, count: number): NamedRow[] {
  return selectNamed(store)
    .next.all(after, count)
    .map(({ id, title, document_number: number, names }) => ({
      id,
      names: foldedNames([title, number, ...stringList(names)]),
    }));
}

export type RegisterHeading = Pick<NamedDocument, 'title' | 'number' | 'authority' | 'year'>;

/** What the register says of an entry; null when it is not there any more. */
export const registerHeadingOf = (store: Store, id: string): RegisterHeading | null =>
  selectNamed(store).entry.get(id) ?? null;

const selectIds = perStore((store) => ({
  numbered: store
    .prepare<[string, string], string>(
      `SELECT id FROM documents WHERE number_key = ?
       UNION ALL SELECT id FROM register WHERE number_key = ? AND held = 0`,
    )
    .pluck(),
  promulgated: store
    .prepare<[string, string], string>('SELECT id FROM documents WHERE promulgation_date BETWEEN ? AND ?')
    .pluck(),
  ofDay: store
    .prepare<[string, string, string, string], string>(
      `SELECT id FROM documents WHERE promulgation_date = ? UNION SELECT id FROM documents WHERE effective_date = ?
       UNION SELECT id FROM documents WHERE expiry_date = ? UNION SELECT id FROM documents WHERE adoption_date = ?`,
    )
    .pluck(),
}));

/** Documents with a number of this key (新政办发|2024|43), held ones first. */
export const idsNumbered = (store: Store, key: string): string[] => selectIds(store).numbered.all(key, key);

/** Documents that state a day for themselves, whatever for. */
export const idsOfDay = (store: Store, day: IsoDate): string[] => selectIds(store).ofDay.all(day, day, day, day);

/** Documents promulgated from one day to another. */
export const idsPromulgated = (store: Store, from: IsoDate, to: IsoDate): string[] =>
  selectIds(store).promulgated.all(from, to);

interface PieceKey {
  document_id: string;
  seq: number;
}

const selectArticles = perStore((store) => ({
  anywhere: store.prepare<[string, number], PieceKey>(
    "SELECT document_id, seq FROM pieces WHERE kind = 'article' AND number = ? ORDER BY id DESC LIMIT ?",
  ),
  within: store.prepare<[string, string, number], PieceKey>(
    `SELECT p.document_id, p.seq FROM json_each(?) d CROSS JOIN pieces p ON p.document_id = d.value
     WHERE p.kind = 'article' AND p.number = ? LIMIT ?`,
  ),
}));

/** Search records of the articles of a number ([8]) in some documents, or in all (null), those written last first; `most` of them. */
export function articleRecords(
  store: Store,
  number: readonly number[],
  documentIds: readonly string[] | null,
  most: number,
): string[] {
  const { anywhere, within } = selectArticles(store);
  const key = JSON.stringify(number);
  const rows = documentIds === null ? anywhere.all(key, most) : within.all(JSON.stringify(documentIds), key, most);
  return rows.map((row) => recordId(row.document_id, row.seq));
}

const selectProvision = perStore((store) =>
  store.prepare<[string, string]>('SELECT 1 FROM provisions WHERE document_id = ? AND provision_id = ?'),
);

/** Whether a held document has a provision, by its id: art-8/para-2. */
export const hasProvision = (store: Store, documentId: string, provisionId: string): boolean =>
  selectProvision(store).get(documentId, provisionId) !== undefined;

/** How many passages there are, as far as `most`. */
export const countPieces = (store: Store, most: number): number =>
  store.prepare<[number], number>('SELECT count(*) FROM (SELECT 1 FROM pieces LIMIT ?)').pluck().get(most) ?? 0;

/** A number that no archive has fewer passages than by much: replaced ones count too. */
export const highestPiece = (store: Store): number =>
  store.prepare<[], number | null>('SELECT max(id) FROM pieces').pluck().get() ?? 0;

const selectPiece = perStore((store) =>
  store
    .prepare<[number], string>(
      "SELECT path || ' ' || coalesce(heading, '') || ' ' || text FROM pieces WHERE id >= ? LIMIT 1",
    )
    .pluck(),
);

/** The headings and the text of the first passage that is written at a place in the store or behind it; '' behind the last one. */
export const pieceFrom = (store: Store, id: number): string => selectPiece(store).get(id) ?? '';

export function stringList(json: string | null): string[] {
  const value: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
