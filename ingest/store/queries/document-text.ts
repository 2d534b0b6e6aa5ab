import type { PartKind } from '../../model/document.ts';
import type { TextRun } from '../../model/mapped-text.ts';
import type { ProvisionKind } from '../../model/provision.ts';
import type { Store } from '../open-store.ts';
import { numberLists } from './json-columns.ts';

/** One text inside a document: covering notice, regulation, annex. */
export interface PartRow {
  seq: number;
  kind: PartKind;
  title: string;
  spanStart: number;
  spanEnd: number;
  lineStart: number;
  lineEnd: number;
}

/** One provision of a document, in reading order; `parentSeq` points to the row above it. */
export interface ProvisionRow {
  seq: number;
  provisionId: string;
  parentSeq: number | null;
  partSeq: number;
  depth: number;
  kind: ProvisionKind;
  label: string | null;
  /** JSON [8]; null where it cannot be told. */
  number: string | null;
  heading: string | null;
  body: string;
  /** JSON [[at, source, length], …]: where the body's characters stand in the source. */
  runs: string;
  spanStart: number;
  spanEnd: number;
  lineStart: number;
  lineEnd: number;
}

const PROVISION_COLUMNS = `seq, provision_id AS provisionId, parent_seq AS parentSeq, part_seq AS partSeq, depth, kind, label, number, heading, body, runs,
  span_start AS spanStart, span_end AS spanEnd, line_start AS lineStart, line_end AS lineEnd`;

/** The parts of a document in print order. */
export function partsOfDocument(store: Store, documentId: string): PartRow[] {
  return store
    .prepare<[string], PartRow>(
      'SELECT seq, kind, title, span_start AS spanStart, span_end AS spanEnd, line_start AS lineStart, line_end AS lineEnd FROM parts WHERE document_id = ? ORDER BY seq',
    )
    .all(documentId);
}

/** Every provision of a document in reading order. */
export function provisionsOfDocument(store: Store, documentId: string): ProvisionRow[] {
  return store
    .prepare<[string], ProvisionRow>(`SELECT ${PROVISION_COLUMNS} FROM provisions WHERE document_id = ? ORDER BY seq`)
    .all(documentId);
}

/** The decoded runs of a body (model/mapped-text.ts). */
export function runsOf(json: string): TextRun[] {
  return numberLists(json).flatMap(([at, source, length]) =>
    at === undefined || source === undefined || length === undefined ? [] : [{ at, source, length }],
  );
}
