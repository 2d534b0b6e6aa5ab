import { STATUS_LABELS } from '../../ingest/model/validity.ts';
import { endedCitations } from '../../ingest/validity/ended-citations.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { eventEvidence } from './status-banner.ts';
import type { EvidenceView } from './evidence.ts';
import { documentUrl, knownDocumentUrl, sourceLineUrl } from './urls.ts';

/** A citation of something that had ended by the day of the citing document. */
export interface EndedCitationView {
  href: string;
  name: string;
  endedOn: string;
  how: string;
  placeHref: string;
  line: number;
  evidence: EvidenceView;
}

/** What a document cites although it had ended on the document's own day. */
export function endedCitationList(store: Store, documentId: string): EndedCitationView[] {
  return endedCitations(store, documentId).map(({ entry, endedOn, ending, line, provisionId }) => ({
    href: knownDocumentUrl(entry.id, entry.held),
    name: entry.title ?? entry.documentNumber ?? entry.id,
    endedOn,
    how: STATUS_LABELS[ending.status],
    placeHref: provisionId === null ? sourceLineUrl(documentId, line) : documentUrl(documentId, provisionId),
    line,
    evidence: eventEvidence(ending.event),
  }));
}
