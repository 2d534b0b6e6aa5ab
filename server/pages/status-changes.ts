import type { IsoDate } from '../../ingest/model/span.ts';
import type { ValidityRecord } from '../../ingest/model/validity.ts';
import { addDays } from '../../ingest/text/dates.ts';
import { endingsOf } from '../../ingest/validity/endings.ts';
import { statusOnDay } from '../../ingest/validity/status-on-day.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { withQuery } from './urls.ts';

/** A day from which a document has another status than the day before. */
export interface StatusChange {
  day: IsoDate;
  badge: StatusBadge;
  /** The same page as of that day. */
  href: string;
  /** True for the status of the chosen day. */
  current: boolean;
}

/**
 * The days on which the status of a document changes, oldest first, so that a reader need not guess which day to ask for:
 * 新发改规〔2024〕4号 is pending from 2024-05-30, in force from 2024-07-01 and expired from 2029-07-01. `address` is the page's own.
 */
export function statusChanges(record: ValidityRecord, on: IsoDate, address: string): StatusChange[] {
  const changes: StatusChange[] = [];
  const days = changeDays(record);
  const [first] = days;
  let before = first === undefined ? null : statusOnDay(record, addDays(first, -1)).status;
  for (const day of days) {
    const { status } = statusOnDay(record, day);
    const isPromulgation = day === record.promulgationDate;
    if (status !== before || (isPromulgation && status === 'pending')) {
      changes.push({ day, badge: statusBadge(status), href: withQuery(address, { on: day }), current: false });
    }
    before = status;
  }
  const current = changes.findLast(({ day }) => day <= on);
  return changes.map((change) => ({ ...change, current: change === current }));
}

/** Every day on which something can begin or end, each once, oldest first. */
function changeDays(record: ValidityRecord): IsoDate[] {
  const { promulgationDate, effectiveDate, events } = record;
  const ends = endingsOf(record).map(({ since }) => since);
  const days = [promulgationDate, effectiveDate, ...events.map(({ date }) => date), ...ends];
  return [...new Set(days.filter((day) => day !== null))].sort();
}
