import type { RegisterEvent } from '../../ingest/model/validity.ts';
import type { Contradiction } from '../../ingest/validity/contradictions.ts';
import type { KnownStatus } from '../site/statuses.ts';
import { CERTAINTY_LABELS } from './certainty-label.ts';
import { contradictionRow } from './contradiction-list.ts';
import type { ContradictionRow } from './contradiction-list.ts';
import { evidenceView } from './evidence.ts';
import type { EvidenceView } from './evidence.ts';
import { statusBadge, suspensionBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { statusChanges } from './status-changes.ts';
import type { StatusChange } from './status-changes.ts';

/** The status of a document on a day with the clause that decides it. */
export interface StatusBanner {
  badge: StatusBadge;
  /** Beside the badge, when another text puts it out of use on the day. */
  suspension: StatusBadge | null;
  on: string;
  reason: string;
  certainty: string;
  evidence: EvidenceView | null;
  /** Other events that ended it as well. */
  others: EvidenceView[];
  /** What the texts say against it. */
  doubts: ContradictionRow[];
  changes: StatusChange[];
}

/** What the banner over a document, an article or a register entry says; `address` is that page's own, without a day. */
export function statusBanner(
  { record, status }: KnownStatus,
  address: string,
  contradictions: readonly Contradiction[],
): StatusBanner {
  return {
    badge: statusBadge(status.status),
    suspension: suspensionBadge(record, status),
    on: status.on,
    reason: status.reason,
    certainty: CERTAINTY_LABELS[status.certainty],
    evidence: status.decidedBy === null ? null : eventEvidence(status.decidedBy),
    others: status.otherEndings.map(eventEvidence),
    doubts: contradictions.map(contradictionRow),
    changes: statusChanges(record, status.on, address),
  };
}

/** The quoted clause of an event, named by the document that says it. */
export function eventEvidence(event: RegisterEvent): EvidenceView {
  const { source } = event;
  return evidenceView({
    quote: event.quote,
    certainty: event.certainty,
    documentId: source.documentId,
    documentLabel: source.documentNumber ?? `《${source.title}》`,
    provisionId: source.provisionId,
    issueId: source.issueId,
    line: source.line,
  });
}
