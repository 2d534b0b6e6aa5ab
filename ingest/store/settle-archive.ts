import { registerIssue, unregisterIssue } from '../resolve/register-issue.ts';
import { regionOf } from '../text/authority-names.ts';
import type { ParsedIssue } from '../model/issue.ts';
import { lineFinderIn } from '../text/line-finder.ts';
import type { Store } from './open-store.ts';
import { enqueue } from './outbox.ts';
import { settleAppearances, withRelatives } from './settle-appearances.ts';
import type { Holder } from './settle-appearances.ts';
import { linkDocuments, settleIssue, settleListing } from './settle-issues.ts';
import type { ParsedSources } from './stored-source.ts';
import { writeDocument } from './write-document.ts';

/** What changed in the files: everything that hangs on these ids is decided anew. */
export interface Change {
  baseIds: Set<string>;
  /** Documents whose text may differ although their id and place stay the same: those of a file that was replaced. */
  rewritten: Set<string>;
  issueIds: Set<string>;
  /** Files that were read just now, or are to be taken out. */
  sourceIds: Set<number>;
  removedSourceId: number | null;
}

interface Held {
  id: string;
  sourceId: number;
  appearanceSeq: number;
}

/**
 * Makes documents, issues, register and outbox agree with the files again after a change, inside the caller's
 * transaction. Returns the ids of documents that are gone. Everything not named by the change stays untouched.
 */
export function settleArchive(store: Store, change: Change, parsed: ParsedSources): string[] {
  const baseIds = withRelatives(store, change.baseIds);
  const before = heldDocuments(store, baseIds, change.rewritten);
  const holders = settleAppearances(store, baseIds);
  const now = new Map(holders.map((holder) => [holder.documentId, holder]));
  const stays = (document: Held): boolean => {
    const holder = now.get(document.id);
    return (
      !change.rewritten.has(document.id) &&
      holder?.sourceId === document.sourceId &&
      holder.appearanceSeq === document.appearanceSeq
    );
  };
  const staying = new Set([...before.values()].filter(stays).map((document) => document.id));
  const leaving = [...before.keys()].filter((id) => !staying.has(id)).sort();
  const written = holders.filter((holder) => !staying.has(holder.documentId));

  const left = unregisterIssue(store, leaving);
  const remove = store.prepare<[string]>('DELETE FROM documents WHERE id = ?');
  for (const id of leaving) remove.run(id);
  if (change.removedSourceId !== null) store.prepare('DELETE FROM sources WHERE id = ?').run(change.removedSourceId);

  const touched = new Set([...change.sourceIds, ...touchedSources(store, holders)]);
  for (const sourceId of touched) for (const id of settleListing(store, sourceId)) change.issueIds.add(id);
  for (const holder of written) change.issueIds.add(writeHolder(store, holder, parsed));
  for (const issueId of [...change.issueIds].sort()) settleIssue(store, issueId, parsed);
  linkDocuments(store, touched);

  const writtenIds = written.map((holder) => holder.documentId);
  const gone = leaving.filter((id) => !now.has(id));
  registerIssue(store, writtenIds, left);
  enqueue(store, 'delete', gone);
  enqueue(store, 'upsert', writtenIds);
  return gone;
}

function heldDocuments(store: Store, baseIds: readonly string[], rewritten: ReadonlySet<string>): Map<string, Held> {
  const select = store.prepare<[string], Held>(
    `SELECT d.id, d.source_id AS sourceId, coalesce(a.seq, 0) AS appearanceSeq FROM documents d
       LEFT JOIN appearances a ON a.source_id = d.source_id AND a.document_id = d.id AND a.is_holder = 1
     WHERE d.id = ?`,
  );
  const byBase = store.prepare<[string], { document_id: string }>(
    'SELECT DISTINCT document_id FROM appearances WHERE base_id = ?',
  );
  const ids = new Set(rewritten);
  for (const baseId of baseIds) for (const row of byBase.all(baseId)) ids.add(row.document_id);
  const held = new Map<string, Held>();
  for (const id of ids) {
    const row = select.get(id);
    if (row) held.set(id, row);
  }
  return held;
}

/** The files that show one of these documents. */
function touchedSources(store: Store, holders: readonly Holder[]): number[] {
  const select = store.prepare<[string], { source_id: number }>(
    'SELECT DISTINCT source_id FROM appearances WHERE document_id = ?',
  );
  return [...new Set(holders.flatMap((holder) => select.all(holder.documentId).map((row) => row.source_id)))];
}

const counters = new WeakMap<ParsedIssue, (offset: number) => number>();

/** The lines of a source are counted once for all its documents. */
function linesOf(issue: ParsedIssue): (offset: number) => number {
  const counter = counters.get(issue) ?? lineFinderIn(issue.source.text);
  counters.set(issue, counter);
  return counter;
}

function writeHolder(store: Store, holder: Holder, parsed: ParsedSources): string {
  const issue = parsed.get(holder.sourceId);
  const document = issue.documents[holder.appearanceSeq - 1];
  if (!document) throw new Error(`source ${holder.sourceId} gives other documents than when it was ingested`);
  const source = store
    .prepare<[number], { issue_id: string }>('SELECT issue_id FROM sources WHERE id = ?')
    .get(holder.sourceId);
  if (!source) throw new Error(`no source ${holder.sourceId} in the record store`);
  const gazette = issue.masthead.gazette?.value ?? null;
  const catalogues = issue.filingCatalogues.filter(
    ({ span }) => document.span.start <= span.start && span.start < document.span.end,
  );
  const seq = -(holder.sourceId * 100_000 + holder.appearanceSeq);
  writeDocument(
    store,
    { id: holder.documentId, seq, document, catalogues },
    {
      issueId: source.issue_id,
      sourceId: holder.sourceId,
      gazette,
      home: gazette === null ? null : regionOf(gazette),
      lineOf: linesOf(issue),
    },
  );
  return source.issue_id;
}
