import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { EventSource, RegisterEvent, StatusOnDay } from '../../../ingest/model/validity.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { validityRecord } from '../../../ingest/store/queries/register.ts';
import { statusOnDay } from '../../../ingest/validity/status-on-day.ts';
import { documentUrl, issueSourceUrl, sourceLineUrl } from '../../pages/urls.ts';
import type { DecidingEvent, StatusShape } from '../schemas/validity.ts';

type ApiStatus = z.infer<typeof StatusShape>;
type ApiEvent = z.infer<typeof DecidingEvent>;

/** The status of a known document on a day; null for one that the register does not have, such as news of a meeting. */
export function apiStatusOf(store: Store, registerId: string, on: IsoDate): ApiStatus | null {
  const record = validityRecord(store, registerId);
  return record === null ? null : apiStatus(statusOnDay(record, on));
}

/** A status as the API gives it: every event with the address of its clause. */
export function apiStatus(status: StatusOnDay): ApiStatus {
  const { on, label, since, until, certainty, reason } = status;
  return {
    on,
    status: status.status,
    label,
    since,
    until,
    decidedBy: status.decidedBy === null ? null : apiEvent(status.decidedBy),
    certainty,
    reason,
    otherEndings: status.otherEndings.map(apiEvent),
  };
}

/** An event with its clause and where that stands: 《…》(新政办发〔2010〕23号)同时废止 in /documents/xinzhengbanfa-2024-36#art-20. */
export function apiEvent(event: RegisterEvent): ApiEvent {
  const { documentId, documentNumber, title } = event.source;
  return {
    type: event.type,
    documentId,
    documentNumber,
    title,
    effectiveDate: event.date,
    quote: event.quote,
    url: passageUrl(event.source),
  };
}

/** Where a quoted clause can be read on the site; null for a correction, which stands in no gazette. */
export function passageUrl({
  documentId,
  provisionId,
  issueId,
  line,
}: Pick<EventSource, 'documentId' | 'provisionId' | 'issueId' | 'line'>): string | null {
  if (documentId === null) return issueId === null ? null : issueSourceUrl(issueId, line);
  return provisionId === null && line !== null ? sourceLineUrl(documentId, line) : documentUrl(documentId, provisionId);
}
