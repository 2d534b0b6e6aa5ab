import type { RelationType } from '../../model/relation.ts';
import type { Certainty, IsoDate } from '../../model/span.ts';
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

/** A relation with its citation as printed, its resolution, and both documents. */
export interface RelationEvidenceRow {
  type: RelationType;
  mode: 'amended' | 'revised' | 'repealed' | 'declared_invalid' | null;
  provisionId: string | null;
  citationRaw: string;
  targetTitle: string | null;
  targetNumber: string | null;
  /** JSON [[8],[9]]. */
  targetProvisions: string;
  targetId: string | null;
  /** JSON: how it was resolved, or the candidates. */
  resolution: string | null;
  effectiveDate: IsoDate | null;
  certainty: Certainty;
  quote: string;
  line: number;
  sourceId: string;
  sourceTitle: string;
  sourceNumber: string | null;
}

const RELATIONS = `
  SELECT r.type, r.mode, r.provision_id AS provisionId, r.citation_raw AS citationRaw, r.target_title AS targetTitle,
    r.target_number AS targetNumber, r.target_provisions AS targetProvisions, r.target_id AS targetId, r.resolution,
    r.effective_date AS effectiveDate, r.certainty, r.quote, r.line,
    d.id AS sourceId, d.title AS sourceTitle, d.document_number AS sourceNumber
  FROM relations r JOIN documents d ON d.id = r.document_id`;

/** What a document says of others, in text order. */
export function relationEvidenceFrom(store: Store, documentId: string): RelationEvidenceRow[] {
  return store
    .prepare<[string], RelationEvidenceRow>(`${RELATIONS} WHERE r.document_id = ? ORDER BY r.citation_start, r.id`)
    .all(documentId);
}

/** What other documents say of one, newest first. */
export function relationEvidenceTo(store: Store, registerId: string): RelationEvidenceRow[] {
  return store
    .prepare<[string], RelationEvidenceRow>(
      `${RELATIONS} WHERE r.target_id = ? AND r.document_id <> r.target_id
       ORDER BY d.promulgation_date DESC, d.id, r.citation_start, r.id`,
    )
    .all(registerId);
}
