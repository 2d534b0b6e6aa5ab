import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { numberList } from './json-columns.ts';

/** One issue as lists show it. */
export interface IssueSummary {
  id: string;
  /** 新疆维吾尔自治区人民政府公报 2024年第17-18期. */
  title: string;
  gazette: string | null;
  publicationDate: IsoDate | null;
  year: number | null;
  issueNumbers: number[];
  serialNumbers: number[];
  /** Documents that an authority issued. */
  documents: number;
  /** News of meetings and the like, which stand apart. */
  reports: number;
  articles: number;
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

interface IssueRow {
  id: string;
  title: string;
  gazette: string | null;
  publicationDate: IsoDate | null;
  year: number | null;
  issueNumbers: string;
  serialNumbers: string;
  documents: number;
  reports: number;
  articles: number;
}

const SUMMARY = `
  SELECT i.id, i.title, i.gazette, i.publication_date AS publicationDate, i.year,
    i.issue_numbers AS issueNumbers, i.serial_numbers AS serialNumbers,
    (SELECT count(*) FROM documents d WHERE d.issue_id = i.id AND d.kind = 'act') AS documents,
    (SELECT count(*) FROM documents d WHERE d.issue_id = i.id AND d.kind = 'report') AS reports,
    (SELECT count(*) FROM documents d JOIN provisions p ON p.document_id = d.id AND p.kind = 'article'
      WHERE d.issue_id = i.id) AS articles
  FROM issues i`;

const toSummary = (row: IssueRow): IssueSummary => ({
  ...row,
  issueNumbers: numberList(row.issueNumbers),
  serialNumbers: numberList(row.serialNumbers),
});

/** Every issue held, newest first, those without a date last. */
export function listIssues(store: Store): IssueSummary[] {
  return store
    .prepare<[], IssueRow>(`${SUMMARY} ORDER BY i.publication_date IS NULL, i.publication_date DESC, i.id`)
    .all()
    .map(toSummary);
}

/** One issue, null when it is not held. */
export function issueById(store: Store, id: string): IssueSummary | null {
  const row = store.prepare<[string], IssueRow>(`${SUMMARY} WHERE i.id = ?`).get(id);
  return row ? toSummary(row) : null;
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
