import type { ProvisionKind } from '../../model/provision.ts';
import type { Store } from '../open-store.ts';

/** A node of a document's text, as a row in reading order; `parentSeq` points to the row above it. */
export interface ProvisionNodeRow {
  seq: number;
  parentSeq: number | null;
  partSeq: number;
  provisionId: string;
  kind: ProvisionKind;
  label: string | null;
  /** JSON [8]; null where it cannot be told. */
  number: string | null;
  heading: string | null;
  body: string;
  lineStart: number;
  lineEnd: number;
}

/** Every provision of a document in reading order. */
export function provisionNodesOf(store: Store, documentId: string): ProvisionNodeRow[] {
  return store
    .prepare<[string], ProvisionNodeRow>(
      `SELECT seq, parent_seq AS parentSeq, part_seq AS partSeq, provision_id AS provisionId, kind, label, number, heading,
         body, line_start AS lineStart, line_end AS lineEnd
       FROM provisions WHERE document_id = ? ORDER BY seq`,
    )
    .all(documentId);
}
