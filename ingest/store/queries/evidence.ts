import type { Certainty } from '../../model/span.ts';
import type { Store } from '../open-store.ts';

/** A fact with its whole evidence: the passage, its place in the source file, the rule, and the provisions it is of. */
export interface FactEvidenceRow {
  name: string;
  value: string;
  raw: string;
  spanStart: number;
  spanEnd: number;
  line: number;
  rule: string;
  certainty: Certainty;
  /** JSON [[3],[4]]; null for a fact of the whole document. */
  provisions: string | null;
}

/** Every fact of a document in text order. */
export function factEvidenceOf(store: Store, documentId: string): FactEvidenceRow[] {
  return store
    .prepare<[string], FactEvidenceRow>(
      `SELECT name, value, raw, span_start AS spanStart, span_end AS spanEnd, line, rule, certainty, provisions
       FROM facts WHERE document_id = ? ORDER BY id`,
    )
    .all(documentId);
}
