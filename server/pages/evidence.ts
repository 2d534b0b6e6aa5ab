import type { Certainty } from '../../ingest/model/span.ts';
import { CERTAINTY_LABELS } from './certainty-label.ts';
import { documentUrl, issueSourceUrl, sourceLineUrl } from './urls.ts';

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
  /** The held document that says it; null for a correction by hand. */
  documentId: string | null;
  documentLabel: string;
  provisionId: string | null;
  /** The issue whose file prints it, for a passage outside any document. */
  issueId: string | null;
  line: number | null;
}): EvidenceView {
  return {
    quote: passage.quote,
    certainty: passage.certainty === null ? null : CERTAINTY_LABELS[passage.certainty],
    documentUrl: passage.documentId === null ? null : documentUrl(passage.documentId, passage.provisionId),
    documentLabel: passage.documentLabel,
    sourceUrl: sourceUrlOf(passage),
    line: passage.line,
  };
}

function sourceUrlOf(passage: {
  documentId: string | null;
  issueId: string | null;
  line: number | null;
}): string | null {
  const { documentId, issueId, line } = passage;
  if (line === null) return null;
  if (documentId !== null) return sourceLineUrl(documentId, line);
  return issueId === null ? null : issueSourceUrl(issueId, line);
}
