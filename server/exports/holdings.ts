import { setImmediate } from 'node:timers/promises';
import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { ALL_CATALOGUES, entriesInScope } from '../../ingest/store/queries/catalogue-entries.ts';
import { documentsOfIssue } from '../../ingest/store/queries/documents.ts';
import { issuePlaces } from '../../ingest/store/queries/issues.ts';
import { apiDocument, apiDocumentFacts } from '../api/serialise/document.ts';
import { apiIssue } from '../api/serialise/issue.ts';
import { apiRelations } from '../api/serialise/relations.ts';
import { catalogueRows } from './catalogue-rows.ts';
import type { Sheet } from './sheet.ts';
import { catalogueSheet } from './sheets/catalogue-sheet.ts';
import { articleSheet, documentSheet, issueSheet, relationSheet } from './sheets/holdings-sheets.ts';
import type { HeldDocument } from './sheets/holdings-sheets.ts';

/** Which part of the archive is taken out, as of which day, and the site that its addresses lead to. */
export interface HoldingsRequest {
  /** One issue; null for the whole archive. */
  issueId: string | null;
  on: IsoDate;
  /** Scheme and host, or '' for addresses without them. */
  origin: string;
}

/** The ids of the issues that a request means, newest first; empty when the archive does not hold the one it names. */
export function issuesOf(store: Store, { issueId }: HoldingsRequest): string[] {
  return issuePlaces(store)
    .map(({ id }) => id)
    .filter((id) => issueId === null || id === issueId);
}

/** The holdings as tables: 公报, 文件, 条文, 关系, 备案目录. */
export function holdingsSheets(store: Store, request: HoldingsRequest): Sheet[] {
  const { on, origin } = request;
  const ids = issuesOf(store, request);
  const held = ids.flatMap((id) => heldDocuments(store, id, on));
  const entries = entriesInScope(store, { ...ALL_CATALOGUES, issue: request.issueId });
  return [
    issueSheet(
      ids.map((id) => apiIssue(store, id, on)),
      origin,
    ),
    documentSheet(
      held.map(({ document }) => document),
      origin,
    ),
    articleSheet(held),
    relationSheet(held, origin),
    catalogueSheet('备案目录', catalogueRows(store, entries, on), origin),
  ];
}

/** The holdings as one table of documents, for CSV. */
export async function holdingsTable(store: Store, request: HoldingsRequest): Promise<Sheet> {
  const ids = issuesOf(store, request).flatMap((id) => documentsOfIssue(store, id).map((document) => document.id));
  return documentTableOf(store, ids, request);
}

const BATCH = 20;

/**
 * Documents as a table, made a few at a time: other requests are answered in between.
 */
export async function documentTableOf(
  store: Store,
  ids: readonly string[],
  { on, origin }: Omit<HoldingsRequest, 'issueId'>,
): Promise<Sheet> {
  const sheet = documentSheet([], origin);
  for (let start = 0; start < ids.length; start += BATCH) {
    const documents = ids.slice(start, start + BATCH).map((id) => apiDocumentFacts(store, id, on));
    sheet.rows.push(...documentSheet(documents, origin).rows);
    await setImmediate();
  }
  return sheet;
}

/**
 * The holdings as JSON text, in pieces, one issue at a time, so that memory stays flat however large the archive is:
 * `{ "on": day, "issues": [{ …issue, "documents": [{ …document, "relations": […] }] }] }`.
 */
export function* holdingsJson(store: Store, request: HoldingsRequest): Generator<string> {
  yield `{"on":${JSON.stringify(request.on)},"issues":[`;
  for (const [index, id] of issuesOf(store, request).entries()) {
    const issue = apiIssue(store, id, request.on);
    const documents = heldDocuments(store, id, request.on).map(({ document, relations }) => ({
      ...document,
      relations,
    }));
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ ...issue, documents })}`;
  }
  yield '\n]}\n';
}

function heldDocuments(store: Store, issueId: string, on: IsoDate): HeldDocument[] {
  return documentsOfIssue(store, issueId).map(({ id }) => heldDocument(store, id, on));
}

/** One held document with what it says of others, as of a day. */
function heldDocument(store: Store, id: string, on: IsoDate): HeldDocument {
  return { document: apiDocument(store, id, on), relations: apiRelations(store, id).outgoing };
}
