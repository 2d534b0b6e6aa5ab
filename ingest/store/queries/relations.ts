import type { Relation, RelationType } from '../../model/relation.ts';
import type { Certainty, IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';

/** A statement of one document about another, with the clause that makes it. */
export interface RelationRow {
  id: number;
  documentId: string;
  provisionId: string | null;
  type: RelationType;
  mode: Relation['mode'];
  targetTitle: string | null;
  targetNumber: string | null;
  /** JSON [[8],[9]]: the provisions of the target that are meant. */
  targetProvisions: string;
  targetId: string | null;
  /** 1 when the archive holds the target in full. */
  targetHeld: number | null;
  /** JSON: how the target was resolved, or the candidates. */
  resolution: string | null;
  effectiveDate: IsoDate | null;
  /** Of an extension: the new last day, or a length (P5Y). */
  until: string | null;
  certainty: Certainty;
  /** The citation as printed. */
  citationRaw: string;
  citationStart: number;
  citationEnd: number;
  quote: string;
  line: number;
}

/** A relation seen from its target, with the document that makes it. */
export interface IncomingRelationRow extends RelationRow {
  sourceTitle: string;
  sourceNumber: string | null;
}

const COLUMNS = `r.id, r.document_id AS documentId, r.provision_id AS provisionId, r.type, r.mode, r.target_title AS targetTitle,
  r.target_number AS targetNumber, r.target_provisions AS targetProvisions, r.target_id AS targetId, g.held AS targetHeld, r.resolution,
  r.effective_date AS effectiveDate, r.until, r.certainty, r.citation_raw AS citationRaw, r.citation_start AS citationStart, r.citation_end AS citationEnd, r.quote, r.line`;

/** What a document says about others, in text order. */
export function relationsFrom(store: Store, documentId: string): RelationRow[] {
  return store
    .prepare<[string], RelationRow>(
      `SELECT ${COLUMNS} FROM relations r LEFT JOIN register g ON g.id = r.target_id WHERE r.document_id = ? ORDER BY r.citation_start, r.id`,
    )
    .all(documentId);
}

/** What other documents say about one, newest saying first. */
export function relationsTo(store: Store, targetId: string): IncomingRelationRow[] {
  return store
    .prepare<[string], IncomingRelationRow>(
      `SELECT ${COLUMNS}, d.title AS sourceTitle, d.document_number AS sourceNumber
       FROM relations r JOIN documents d ON d.id = r.document_id LEFT JOIN register g ON g.id = r.target_id
       WHERE r.target_id = ? AND r.document_id <> r.target_id ORDER BY d.promulgation_date DESC, r.document_id, r.citation_start, r.id`,
    )
    .all(targetId);
}

/** One event of the bracketed history under a title. */
export interface HistoryRow {
  type: string;
  date: IsoDate | null;
  documentNumber: string | null;
  authority: string | null;
  raw: string;
  line: number;
}

/** What happened to a document before this print, oldest first. */
export function historyOf(store: Store, documentId: string): HistoryRow[] {
  return store
    .prepare<[string], HistoryRow>(
      'SELECT type, date, document_number AS documentNumber, authority, raw, line FROM history WHERE document_id = ? ORDER BY seq',
    )
    .all(documentId);
}
