import type { ParsedIssue } from '../model/issue.ts';
import { parseIssue } from '../pipeline.ts';
import { appearancesOf } from './appearances.ts';
import type { Appearance } from './appearances.ts';
import { textDigest } from './document-digest.ts';
import { insertRow } from './insert-row.ts';
import { issueIdOf } from './issue-id.ts';
import type { Store } from './open-store.ts';
import { readerVersion } from './reader-version.ts';
import { departingDocuments, writeRedirects } from './redirects.ts';
import { settleArchive } from './settle-archive.ts';
import { ensureIssue } from './settle-issues.ts';
import { sourceCounts } from './source-counts.ts';
import type { SourceCounts } from './source-counts.ts';
import { ParsedSources } from './stored-source.ts';
import type { ParseSource } from './stored-source.ts';

export interface WriteResult {
  outcome: 'added' | 'unchanged' | 'replaced';
  issueId: string;
  /** Documents that the file shows, in its order, also those whose text is held from another file. */
  documentIds: string[];
  counts: SourceCounts;
}

interface SourceRow {
  id: number;
  issue_id: string;
  content_hash: string;
  reader_version: string;
}

/** The result for a file whose bytes and reader are those of its last ingest; null when it has to be read. */
export function unchangedSource(store: Store, path: string, contentHash: string): WriteResult | null {
  const source = sourceOf(store, path);
  if (source?.content_hash !== contentHash || source.reader_version !== readerVersion()) return null;
  return resultOf(store, 'unchanged', source.id);
}

/**
 * Writes everything that was read from one file, in one transaction with the register and the outbox of the search
 * index. The same bytes under the same path change nothing; other bytes replace what the file gave before, and addresses
 * that vanish are redirected. A document that another file holds already is not written twice (settle-appearances.ts).
 * `file.path` is relative to the gazette folder where the file lies in it. `parse` reads a stored file again when its
 * documents have to stand in for those of this one.
 */
export function writeIssue(
  store: Store,
  issue: ParsedIssue,
  file: { path: string },
  parse: ParseSource = parseIssue,
): WriteResult {
  return store
    .transaction(
      () => unchangedSource(store, file.path, issue.source.contentHash) ?? write(store, issue, file.path, parse),
    )
    .immediate();
}

function write(store: Store, issue: ParsedIssue, path: string, parse: ParseSource): WriteResult {
  const old = sourceOf(store, path);
  const departing = old ? departingDocuments(store, old.id) : [];
  const appearances = appearancesOf(issue);
  const issueId = issueIdOf(issue.masthead, path);
  ensureIssue(store, issueId);
  const sourceId = writeSource(store, issue, path, issueId, old?.id ?? null);
  writeAppearances(store, sourceId, appearances);
  writeSegmentsAndWarnings(store, sourceId, issue);

  const parsed = new ParsedSources(store, parse);
  parsed.add(sourceId, issue);
  const gone = settleArchive(
    store,
    {
      baseIds: new Set([...departing.map((document) => document.baseId), ...appearances.map(({ baseId }) => baseId)]),
      rewritten: new Set(departing.filter((document) => document.isHolder).map((document) => document.documentId)),
      issueIds: new Set(old ? [old.issue_id, issueId] : [issueId]),
      sourceIds: new Set([sourceId]),
      removedSourceId: null,
    },
    parsed,
  );
  const result = resultOf(store, old ? 'replaced' : 'added', sourceId);
  writeRedirects(store, sourceId, departing, gone, old ? { from: old.issue_id, to: result.issueId } : null);
  return result;
}

function sourceOf(store: Store, path: string): SourceRow | undefined {
  return store
    .prepare<[string], SourceRow>('SELECT id, issue_id, content_hash, reader_version FROM sources WHERE path = ?')
    .get(path);
}

/** The row of the file; that of an earlier version of it is written over, and what was read from it is cleared away. */
function writeSource(store: Store, issue: ParsedIssue, path: string, issueId: string, oldId: number | null): number {
  const { source, masthead } = issue;
  const row = {
    issue_id: issueId,
    path,
    content_hash: source.contentHash,
    text_hash: textDigest(source.text),
    reader_version: readerVersion(),
    format: source.format,
    encoding: source.encoding,
    byte_length: source.byteLength,
    is_primary: 0,
    own_issue_id: issueId,
    gazette: masthead.gazette?.value ?? null,
    publication_date: masthead.publicationDate?.value ?? null,
    stated_facts: JSON.stringify(source.statedFacts),
    text: source.text,
  };
  if (oldId === null) return insertRow(store, 'sources', row);
  const assignments = Object.keys(row).map((column) => `${column} = ?`);
  store.prepare(`UPDATE sources SET ${assignments.join(', ')} WHERE id = ?`).run(...Object.values(row), oldId);
  for (const table of ['appearances', 'segments', 'warnings']) {
    store.prepare(`DELETE FROM ${table} WHERE source_id = ?`).run(oldId);
  }
  return oldId;
}

function writeAppearances(store: Store, sourceId: number, appearances: readonly Appearance[]): void {
  for (const { seq, baseId, titleKey, fingerprint, document } of appearances) {
    insertRow(store, 'appearances', {
      source_id: sourceId,
      seq,
      base_id: baseId,
      document_id: baseId,
      is_holder: 0,
      title: document.title.value,
      title_key: titleKey,
      fingerprint,
      span_start: document.span.start,
      span_end: document.span.end,
      line_start: document.lines.start,
      line_end: document.lines.end,
    });
  }
}

function writeSegmentsAndWarnings(store: Store, sourceId: number, issue: ParsedIssue): void {
  issue.segments.forEach(({ kind, rule, start, end }, index) => {
    insertRow(store, 'segments', {
      source_id: sourceId,
      seq: index + 1,
      kind,
      rule,
      span_start: start,
      span_end: end,
    });
  });
  for (const { code, message, line, span } of issue.warnings) {
    insertRow(store, 'warnings', {
      source_id: sourceId,
      code,
      message,
      line,
      span_start: span?.start ?? null,
      span_end: span?.end ?? null,
    });
  }
}

function resultOf(store: Store, outcome: WriteResult['outcome'], sourceId: number): WriteResult {
  const issueId =
    store.prepare<[number], { issue_id: string }>('SELECT issue_id FROM sources WHERE id = ?').get(sourceId)
      ?.issue_id ?? '';
  const documentIds = store
    .prepare<[number], { document_id: string }>('SELECT document_id FROM appearances WHERE source_id = ? ORDER BY seq')
    .all(sourceId)
    .map((row) => row.document_id);
  return { outcome, issueId, documentIds, counts: sourceCounts(store, sourceId) };
}
