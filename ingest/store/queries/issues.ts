import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import type { FilterValue } from './filter-value.ts';
import { numberList } from './json-columns.ts';
import { countRows, orderBy, readPage, whereOf } from './keyset.ts';
import type { ListPage, PageEnds, SortKey } from './keyset.ts';

/** What an issue is called and where it stands in its series. */
export interface IssuePlace {
  id: string;
  /** 新疆维吾尔自治区人民政府公报 2024年第17-18期. */
  title: string;
  gazette: string | null;
  year: number | null;
  issueNumbers: number[];
  serialNumbers: number[];
}

/** One issue as lists show it. */
export interface IssueSummary extends IssuePlace {
  publicationDate: IsoDate | null;
  /** Documents that an authority issued. */
  documents: number;
  /** News of meetings and the like, which stand apart. */
  reports: number;
  articles: number;
}

/** Which issues a list shows; null is no condition. */
export interface IssueFilter {
  gazette: string | null;
  year: number | null;
}

/** A file that an issue was read from. */
export interface IssueSource {
  id: number;
  path: string;
  format: string;
  encoding: string;
  byteLength: number;
  contentHash: string;
  primary: boolean;
}

/** A line of the printed contents and the held document that it became. */
export interface ContentsLine {
  seq: number;
  section: string | null;
  title: string;
  documentNumber: string | null;
  page: number | null;
  documentId: string | null;
  /** Line of the source file where it is printed. */
  spanStart: number;
}

interface PlaceRow extends Omit<IssuePlace, 'issueNumbers' | 'serialNumbers'> {
  issueNumbers: string;
  serialNumbers: string;
}

type IssueRow = PlaceRow & Omit<IssueSummary, keyof IssuePlace>;

const PLACE = `i.id, i.title, i.gazette, i.year, i.issue_numbers AS issueNumbers, i.serial_numbers AS serialNumbers`;

/** The unary + keeps SQLite from looking up by kind, which half of all documents have in common. */
const COUNTED = `
  SELECT ${PLACE}, i.publication_date AS publicationDate,
    (SELECT count(*) FROM documents d WHERE d.issue_id = i.id AND +d.kind = 'act') AS documents,
    (SELECT count(*) FROM documents d WHERE d.issue_id = i.id AND +d.kind = 'report') AS reports,
    (SELECT count(*) FROM documents d JOIN provisions p ON p.document_id = d.id AND p.kind = 'article'
      WHERE d.issue_id = i.id) AS articles
  FROM issues i`;

/** The conditions that a filter asks for, as SQL. */
function conditionsOf({ gazette, year }: IssueFilter): string[] {
  return [gazette === null ? '' : 'i.gazette = @gazette', year === null ? '' : 'i.year = @year'].filter(Boolean);
}

/** Those without a date come last. */
const NEWEST_FIRST: readonly SortKey[] = [
  { sql: 'i.publication_date', descending: true },
  { sql: 'i.id', descending: false },
];

const withNumbers = <T extends PlaceRow>(row: T): T & Pick<IssuePlace, 'issueNumbers' | 'serialNumbers'> => ({
  ...row,
  issueNumbers: numberList(row.issueNumbers),
  serialNumbers: numberList(row.serialNumbers),
});

/** One page of the issues that pass the filter, newest first, those without a date last; `total` counts all of them. */
export function listIssues(
  store: Store,
  filter: IssueFilter,
  page: ListPage,
): { total: number; issues: IssueSummary[] } & PageEnds {
  const named = { gazette: filter.gazette, year: filter.year };
  const conditions = conditionsOf(filter);
  const list = { table: 'issues i', id: 'i.rowid', keys: NEWEST_FIRST, conditions, named };
  const { ids, ...ends } = readPage(store, list, page);
  const issues = store
    .prepare<[string], IssueRow>(
      `${COUNTED} WHERE i.rowid IN (SELECT value FROM json_each(?)) ${orderBy(NEWEST_FIRST)}`,
    )
    .all(JSON.stringify(ids))
    .map(withNumbers);
  return { total: countRows(store, list), issues, ...ends };
}

/** The place of every issue in its series, newest first; of one gazette when it is named. */
export function issuePlaces(store: Store, gazette: string | null = null): IssuePlace[] {
  const filter = { gazette, year: null };
  return store
    .prepare<[IssueFilter], PlaceRow>(
      `SELECT ${PLACE} FROM issues i ${whereOf(conditionsOf(filter))} ${orderBy(NEWEST_FIRST)}`,
    )
    .all(filter)
    .map(withNumbers);
}

/** The gazettes and years of the issues held with the number of issues, for filter lists. */
export function issueFilterValues(store: Store): { gazettes: FilterValue[]; years: FilterValue[] } {
  const values = (column: string, order: string): FilterValue[] =>
    store
      .prepare<[], FilterValue>(
        `SELECT CAST(${column} AS TEXT) AS value, count(*) AS count FROM issues WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY ${order}`,
      )
      .all();
  return { gazettes: values('gazette', 'count DESC, value'), years: values('year', 'value DESC') };
}

/** One issue, null when it is not held. */
export function issueById(store: Store, id: string): IssueSummary | null {
  const row = store.prepare<[string], IssueRow>(`${COUNTED} WHERE i.id = ?`).get(id);
  return row ? withNumbers(row) : null;
}

/** The files of an issue, the one that gave its documents first. */
export function sourcesOfIssue(store: Store, issueId: string): IssueSource[] {
  return store
    .prepare<[string], Omit<IssueSource, 'primary'> & { isPrimary: number }>(
      `SELECT id, path, format, encoding, byte_length AS byteLength, content_hash AS contentHash, is_primary AS isPrimary
       FROM sources WHERE issue_id = ? ORDER BY is_primary DESC, path`,
    )
    .all(issueId)
    .map(({ isPrimary, ...source }) => ({ ...source, primary: isPrimary === 1 }));
}

/** The printed contents of an issue in print order. */
export function contentsOfIssue(store: Store, issueId: string): ContentsLine[] {
  return store
    .prepare<[string], ContentsLine>(
      `SELECT seq, section, title, document_number AS documentNumber, page, document_id AS documentId, span_start AS spanStart
       FROM contents_entries WHERE issue_id = ? ORDER BY seq`,
    )
    .all(issueId);
}

/** The text of an issue's primary file; null when the issue is not held. */
export function sourceTextOfIssue(
  store: Store,
  issueId: string,
): { sourceId: number; path: string; text: string } | null {
  return (
    store
      .prepare<[string], { sourceId: number; path: string; text: string }>(
        'SELECT id AS sourceId, path, text FROM sources WHERE issue_id = ? ORDER BY is_primary DESC, path LIMIT 1',
      )
      .get(issueId) ?? null
  );
}

/** The text of one source file; null when it is not held. */
export function sourceTextById(store: Store, sourceId: number): { path: string; text: string } | null {
  return (
    store
      .prepare<[number], { path: string; text: string }>('SELECT path, text FROM sources WHERE id = ?')
      .get(sourceId) ?? null
  );
}
