import type { Certainty } from '../../ingest/model/span.ts';
import { CERTAINTY_LABELS } from './certainty-label.ts';
import { documentUrl, sourceLineUrl } from './urls.ts';

/** A quoted passage with the way to it, for the partial `evidence`. */
export interface EvidenceView {
  quote: string;
  certainty: string | null;
  documentUrl: string | null;
  documentLabel: string;
  sourceUrl: string | null;
  line: number | null;
}

/** Quotes a passage of a held document: `documentLabel` is what people know it by, its number or title. */
export function evidenceView(passage: {
  quote: string;
  certainty: Certainty | null;
  documentId: string;
  documentLabel: string;
  provisionId: string | null;
  line: number | null;
}): EvidenceView {
  return {
    quote: passage.quote,
    certainty: passage.certainty === null ? null : CERTAINTY_LABELS[passage.certainty],
    documentUrl: documentUrl(passage.documentId, passage.provisionId),
    documentLabel: passage.documentLabel,
    sourceUrl: passage.line === null ? null : sourceLineUrl(passage.documentId, passage.line),
    line: passage.line,
  };
}
