import ical from 'ical-generator';
import type { Certainty, IsoDate } from '../../ingest/model/span.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import { CERTAINTY_LABELS } from '../pages/certainty-label.ts';
import { dayStart } from '../site/day-start.ts';

/** A document with a last day. */
export interface ExpiryEvent {
  registerId: string;
  title: string;
  documentNumber: string | null;
  /** Last day in force: 2026-06-30. */
  lastDay: IsoDate;
  certainty: Certainty;
  /** The clause that says so: 本规则自2024年7月1日起实施，有效期2年。 */
  quote: string;
  promulgationDate: IsoDate | null;
  /** Absolute address of its page. */
  url: string;
}

/**
 * Writes an iCalendar file (RFC 5545) with an all-day event on each document's last day in force. The same archive gives
 * the same file: stamps are the documents' own days.
 */
export function expiryCalendar(events: readonly ExpiryEvent[]): string {
  const calendar = ical({
    name: '规范性文件有效期届满',
    description: '馆藏公报所载文件的有效期届满日',
    prodId: { company: 'dibao', product: 'expiring', language: 'ZH' },
  });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.registerId}-${event.lastDay}@dibao`,
      start: dayStart(event.lastDay),
      stamp: dayStart(event.promulgationDate ?? event.lastDay),
      allDay: true,
      summary: `有效期届满：${citeDocument(event.title, event.documentNumber) ?? event.registerId}`,
      description: `${CERTAINTY_LABELS[event.certainty]}的最后有效日。原文：“${event.quote}”`,
      url: event.url,
    });
  }
  return calendar.toString();
}
