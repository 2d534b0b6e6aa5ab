import type { DocumentKind } from '../../model/document.ts';
import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';
import type { FilterValue } from './filter-value.ts';
import { countRows, orderBy, readPage } from './keyset.ts';
import type { ListPage, PageEnds, SortKey } from './keyset.ts';

/** A document as lists show it. */
export interface DocumentSummary {
  id: string;
  issueId: string;
  issueTitle: string;
  seq: number;
  kind: DocumentKind;
  title: string;
  documentNumber: string | null;
  documentType: string | null;
  section: string | null;
  promulgationDate: IsoDate | null;
  page: number | null;
  /** First and last line of the document in the source file. */
  lineStart: number;
  lineEnd: number;
  /** As signed, 、 between them; empty when unknown. */
  authorities: string;
}

/** A document with its place in the source file. */
export interface DocumentRow extends DocumentSummary {
  sourceId: number;
  publicationDate: IsoDate | null;
  effectiveDate: IsoDate | null;
  expiryDate: IsoDate | null;
  spanStart: number;
  spanEnd: number;
}

/** Which documents a list shows; null is no condition. */
export interface DocumentFilter {
  issue: string | null;
  authority: string | null;
  type: string | null;
  year: number | null;
  kind: DocumentKind | null;
}

export const NO_FILTER: DocumentFilter = { issue: null, authority: null, type: null, year: null, kind: null };

const SUMMARY_COLUMNS = `
  d.id, d.issue_id AS issueId, i.title AS issueTitle, d.seq, d.kind, d.title, d.document_number AS documentNumber,
  d.document_type AS documentType, d.section, d.promulgation_date AS promulgationDate, d.page, d.line_start AS lineStart, d.line_end AS lineEnd,
  coalesce((SELECT group_concat(name, '、') FROM (SELECT name FROM document_authorities WHERE document_id = d.id ORDER BY seq)), '') AS authorities`;

const CONDITIONS: Record<keyof DocumentFilter, string> = {
  issue: 'd.issue_id = @issue',
  type: 'd.document_type = @type',
  kind: 'd.kind = @kind',
  year: "d.listed_date BETWEEN @year || '-01-01' AND @year || '-12-31'",
  authority: 'd.id IN (SELECT document_id FROM document_authorities WHERE canonical = @authority)',
};

/** The conditions that a filter asks for, as SQL. */
function conditionsOf(filter: DocumentFilter): string[] {
  const names = ['issue', 'type', 'kind', 'year', 'authority'] as const;
  return names.filter((name) => filter[name] !== null).map((name) => CONDITIONS[name]);
}

const NEWEST_FIRST: readonly SortKey[] = [
  { sql: 'd.listed_date', descending: true },
  { sql: 'd.issue_id', descending: true },
  { sql: 'd.seq', descending: false },
];

/** Documents that pass the filter, newest first; `total` counts all of them. */
export function listDocuments(
  store: Store,
  filter: DocumentFilter,
  page: ListPage,
): { total: number; documents: DocumentSummary[] } & PageEnds {
  const conditions = conditionsOf(filter);
  const list = { table: 'documents d', id: 'd.rowid', keys: NEWEST_FIRST, conditions, named: { ...filter } };
  const { ids, ...ends } = readPage(store, list, page);
  const documents = store
    .prepare<[string], DocumentSummary>(
      `SELECT ${SUMMARY_COLUMNS} FROM documents d JOIN issues i ON i.id = d.issue_id
       WHERE d.rowid IN (SELECT value FROM json_each(?)) ${orderBy(NEWEST_FIRST)}`,
    )
    .all(JSON.stringify(ids));
  return { total: countRows(store, list), documents, ...ends };
}

/** The documents of an issue in print order. */
export function documentsOfIssue(store: Store, issueId: string): DocumentSummary[] {
  return store
    .prepare<[string], DocumentSummary>(
      `SELECT ${SUMMARY_COLUMNS} FROM documents d JOIN issues i ON i.id = d.issue_id WHERE d.issue_id = ? ORDER BY d.seq`,
    )
    .all(issueId);
}

/** One held document; null when the archive does not hold it (it may still be in the register). */
export function documentById(store: Store, id: string): DocumentRow | null {
  return (
    store
      .prepare<[string], DocumentRow>(
        `SELECT ${SUMMARY_COLUMNS}, d.source_id AS sourceId, i.publication_date AS publicationDate,
           d.effective_date AS effectiveDate, d.expiry_date AS expiryDate,
           d.span_start AS spanStart, d.span_end AS spanEnd
         FROM documents d JOIN issues i ON i.id = d.issue_id WHERE d.id = ?`,
      )
      .get(id) ?? null
  );
}

/** What the documents held can be filtered by, with counts. */
export interface DocumentFilterValues {
  authorities: FilterValue[];
  types: FilterValue[];
  years: FilterValue[];
}

/** The authorities and types (most first) and years of all documents held, for the filter lists. */
export const documentFilterValues = oncePerVersion((store): DocumentFilterValues => {
  const values = (sql: string): FilterValue[] => store.prepare<[], FilterValue>(sql).all();
  return {
    authorities: values(
      'SELECT canonical AS value, count(DISTINCT document_id) AS count FROM document_authorities GROUP BY canonical ORDER BY count DESC, value',
    ),
    types: values(
      'SELECT document_type AS value, count(*) AS count FROM documents WHERE document_type IS NOT NULL GROUP BY document_type ORDER BY count DESC, value',
    ),
    years: values(
      'SELECT substr(listed_date, 1, 4) AS value, count(*) AS count FROM documents WHERE value IS NOT NULL GROUP BY value ORDER BY value DESC',
    ),
  };
});
