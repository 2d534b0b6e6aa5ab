import type { ParsedIssue } from '../model/issue.ts';
import { insertRow } from './insert-row.ts';
import { issueTitleOf, issueYearOf } from './issue-id.ts';
import type { Store } from './open-store.ts';
import { compareSources } from './source-rank.ts';
import { SOURCE_COLUMNS } from './stored-source.ts';
import type { ParsedSources, SourceRecord } from './stored-source.ts';
import { writeCatalogue } from './write-catalogue.ts';

/** A row for the issue, so that files and documents can point to it; settleIssue gives it its content. */
export function ensureIssue(store: Store, issueId: string): void {
  store
    .prepare("INSERT OR IGNORE INTO issues (id, issue_numbers, serial_numbers, title) VALUES (?, '[]', '[]', '')")
    .run(issueId);
}

/**
 * Lists a file without masthead under the issue that holds its document, if it holds none itself: the saved page of a
 * document is a second source of that document's gazette. Returns the issues that lost or won a file.
 */
export function settleListing(store: Store, sourceId: number): string[] {
  const source = store
    .prepare<[number], SourceRecord>(`SELECT ${SOURCE_COLUMNS} FROM sources s WHERE s.id = ?`)
    .get(sourceId);
  if (source?.gazette !== null) return [];
  const home = store
    .prepare<[number], { issueId: string; isHolder: number }>(
      `SELECT h.own_issue_id AS issueId, a.is_holder AS isHolder FROM appearances a
         JOIN appearances b ON b.document_id = a.document_id AND b.is_holder = 1
         JOIN sources h ON h.id = b.source_id
       WHERE a.source_id = ? ORDER BY a.is_holder DESC, a.seq LIMIT 1`,
    )
    .get(sourceId);
  const issueId = home === undefined || home.isHolder === 1 ? source.ownIssueId : home.issueId;
  if (issueId === source.issueId) return [];
  ensureIssue(store, issueId);
  store.prepare('UPDATE sources SET issue_id = ? WHERE id = ?').run(issueId, sourceId);
  return [source.issueId, issueId];
}

/** What an issue's row, contents and order are made from: its best file. Deletes an issue without files. */
export function settleIssue(store: Store, issueId: string, parsed: ParsedSources): void {
  const sources = store
    .prepare<[string], SourceRecord>(`SELECT ${SOURCE_COLUMNS} FROM sources s WHERE s.issue_id = ?`)
    .all(issueId)
    .sort((a, b) => Number(a.ownIssueId !== issueId) - Number(b.ownIssueId !== issueId) || compareSources(a, b));
  const primary = sources[0];
  if (!primary) {
    store.prepare('DELETE FROM issues WHERE id = ?').run(issueId);
    return;
  }
  const mark = store.prepare('UPDATE sources SET is_primary = ? WHERE id = ?');
  for (const source of sources) mark.run(source === primary ? 1 : 0, source.id);
  if (primary.isPrimary === 0 || parsed.has(primary.id)) {
    const issue = parsed.get(primary.id);
    writeIssueRow(store, issueId, issue, primary.path);
    writeContents(store, issueId, issue);
    writeLooseCatalogues(store, issueId, issue);
  }
  renumber(store, sources);
}

function writeIssueRow(store: Store, issueId: string, issue: ParsedIssue, path: string): void {
  const { masthead } = issue;
  const date = masthead.publicationDate?.value ?? null;
  store
    .prepare(
      `UPDATE issues SET gazette = ?, publication_date = ?, year = ?, issue_numbers = ?, serial_numbers = ?, title = ?
       WHERE id = ?`,
    )
    .run(
      masthead.gazette?.value ?? null,
      date,
      issueYearOf(masthead),
      JSON.stringify(masthead.issueNumbers?.value ?? []),
      JSON.stringify(masthead.serialNumbers?.value ?? []),
      issueTitleOf(issue, path),
      issueId,
    );
}

function writeContents(store: Store, issueId: string, issue: ParsedIssue): void {
  store.prepare('DELETE FROM contents_entries WHERE issue_id = ?').run(issueId);
  issue.contents.forEach((entry, index) => {
    insertRow(store, 'contents_entries', {
      issue_id: issueId,
      seq: index + 1,
      section: entry.section,
      title: entry.title,
      document_number: entry.documentNumber,
      page: entry.page,
      appearance_seq: entry.documentIndex === null ? null : entry.documentIndex + 1,
      span_start: entry.span.start,
      span_end: entry.span.end,
    });
  });
}

/** Points the printed contents and the warnings of these files at the documents that they are about. */
export function linkDocuments(store: Store, sourceIds: Iterable<number>): void {
  const contents = store.prepare<[number, number]>(
    `UPDATE contents_entries SET document_id =
       (SELECT a.document_id FROM appearances a WHERE a.source_id = ? AND a.seq = appearance_seq)
     WHERE issue_id = (SELECT issue_id FROM sources WHERE id = ? AND is_primary = 1)`,
  );
  const pages = store.prepare<[number]>(
    `UPDATE documents SET page =
       (SELECT c.page FROM contents_entries c WHERE c.issue_id = documents.issue_id AND c.document_id = documents.id LIMIT 1)
     WHERE source_id = ?`,
  );
  const warnings = store.prepare<[number]>(
    `UPDATE warnings SET document_id =
       (SELECT a.document_id FROM appearances a WHERE a.source_id = warnings.source_id AND a.is_holder = 1
          AND ((warnings.span_start >= a.span_start AND warnings.span_start < a.span_end)
            OR (warnings.span_start IS NULL AND warnings.line BETWEEN a.line_start AND a.line_end)) LIMIT 1)
     WHERE source_id = ?`,
  );
  const ids = [...sourceIds];
  for (const id of ids) contents.run(id, id);
  for (const id of ids) pages.run(id);
  for (const id of ids) warnings.run(id);
}

/** Catalogues that stand in no document belong to the issue alone. */
function writeLooseCatalogues(store: Store, issueId: string, issue: ParsedIssue): void {
  store.prepare('DELETE FROM catalogues WHERE issue_id = ? AND document_id IS NULL').run(issueId);
  const gazette = issue.masthead.gazette?.value ?? null;
  for (const catalogue of issue.filingCatalogues) {
    const inside = issue.documents.some(
      ({ span }) => span.start <= catalogue.span.start && catalogue.span.start < span.end,
    );
    if (!inside) writeCatalogue(store, catalogue, { issueId, gazette, documentId: null });
  }
}

/** Documents in the order of their files, best file first, and of their places in them. */
function renumber(store: Store, sources: readonly SourceRecord[]): void {
  const select = store.prepare<[number], { id: string; seq: number }>(
    'SELECT id, seq FROM documents WHERE source_id = ? ORDER BY span_start',
  );
  const documents = sources.flatMap((source) => select.all(source.id));
  if (documents.every((document, index) => document.seq === index + 1)) return;
  const set = store.prepare<[number, string]>('UPDATE documents SET seq = ? WHERE id = ?');
  documents.forEach((document, index) => set.run(-(index + 1), document.id));
  documents.forEach((document, index) => set.run(index + 1, document.id));
}
