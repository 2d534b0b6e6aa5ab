import { segmentsWithin } from '../../ingest/store/queries/coverage.ts';
import type { SegmentRow } from '../../ingest/store/queries/coverage.ts';
import { partsOfDocument, provisionsOfDocument } from '../../ingest/store/queries/document-text.ts';
import type { PartRow, ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import type { DocumentRow } from '../../ingest/store/queries/documents.ts';
import { factEvidenceOf } from '../../ingest/store/queries/evidence.ts';
import type { FactEvidenceRow } from '../../ingest/store/queries/evidence.ts';
import { sourceTextById } from '../../ingest/store/queries/issues.ts';
import { historyOf, relationsFrom, relationsTo } from '../../ingest/store/queries/relations.ts';
import type { HistoryRow, IncomingRelationRow, RelationRow } from '../../ingest/store/queries/relations.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { contradictionsOf } from '../../ingest/validity/contradictions.ts';
import type { Contradiction } from '../../ingest/validity/contradictions.ts';

/** All rows of one document. */
export interface DocumentRows {
  document: DocumentRow;
  facts: FactEvidenceRow[];
  parts: PartRow[];
  provisions: ProvisionRow[];
  outgoing: RelationRow[];
  incoming: IncomingRelationRow[];
  history: HistoryRow[];
  /** The segments of its passage in the source file, and the file's text. */
  segments: SegmentRow[];
  sourceText: string;
  /** What is said against its status. */
  contradictions: Contradiction[];
}

/** Reads what the page of a held document shows. */
export function documentRows(store: Store, document: DocumentRow): DocumentRows {
  return {
    document,
    facts: factEvidenceOf(store, document.id),
    parts: partsOfDocument(store, document.id),
    provisions: provisionsOfDocument(store, document.id),
    outgoing: relationsFrom(store, document.id),
    incoming: relationsTo(store, document.id),
    history: historyOf(store, document.id),
    segments: segmentsWithin(store, document.sourceId, document.spanStart, document.spanEnd),
    sourceText: sourceTextById(store, document.sourceId)?.text ?? '',
    contradictions: contradictionsOf(store, document.id),
  };
}
