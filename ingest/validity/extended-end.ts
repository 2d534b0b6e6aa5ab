import type { IsoDate } from '../model/span.ts';
import type { RegisterEvent } from '../model/validity.ts';
import { compareText } from '../text/compare-text.ts';
import { addDays, addMonths, addYears, isIsoDate } from '../text/dates.ts';
import { readLength } from './length.ts';

/** When the validity of a document ends, and who says so: its own text, or as an `expired` event of its own the text that extended it. */
export interface ValidityEnd {
  /** First day without it. */
  since: IsoDate;
  event: RegisterEvent;
}

/** The day that lies a length behind another: P5Y behind 2021-05-12 is 2026-05-12. Null for what is no length. */
export function later(day: IsoDate, length: string): IsoDate | null {
  const read = readLength(length);
  if (read === null) return null;
  if (read.unit === 'Y') return addYears(day, read.count);
  return read.unit === 'M' ? addMonths(day, read.count) : addDays(day, read.count);
}

/** The first day without the document after an extension: 延长至2027年12月31日 → 2028-01-01; 延长五年 needs the end so far. */
function extendedSince(until: string, end: ValidityEnd | null): IsoDate | null {
  if (isIsoDate(until)) return addDays(until, 1);
  return end === null ? null : later(end.since, until);
}

/** Oldest first, undated before all; what one day brings in an order of its own. */
function orderOf({ date, until, source, quote }: RegisterEvent): string {
  return [date ?? '', until ?? '', source.documentId ?? '', quote].join(' ');
}

/** What moves the end of the whole document, in the order in which it counts. */
export function movesOf(events: readonly RegisterEvent[]): RegisterEvent[] {
  return events
    .filter(({ type, provisions }) => (type === 'extended' || type === 'kept') && provisions.length === 0)
    .sort((a, b) => compareText(orderOf(a), orderOf(b)));
}

/** Whether a declaration counts on a day: it was made by then, or in time before the end that it moves. */
function counts({ date }: RegisterEvent, on: IsoDate | null, end: ValidityEnd | null): boolean {
  return date === null || on === null || date <= on || (end !== null && date <= end.since);
}

/**
 * The end of validity after everything that moved it: 有效期延长至…, 有效期延长五年, and 继续有效 said when it had run out. `own` is the end that
 * the text itself gives, `on` the day that is asked for (null: any). Null when no end is left or known.
 */
export function extendedEnd(
  own: ValidityEnd | null,
  events: readonly RegisterEvent[],
  on: IsoDate | null,
): ValidityEnd | null {
  let end = own;
  for (const event of movesOf(events)) {
    if (!counts(event, on, end)) continue;
    if (event.until === null) {
      if (end !== null && event.date !== null && end.since <= event.date) end = null;
      continue;
    }
    const since = extendedSince(event.until, end);
    if (since === null || (end !== null && since <= end.since)) continue;
    const certainty = isIsoDate(event.until) ? 'stated' : 'computed';
    end = { since, event: { ...event, type: 'expired', date: since, certainty } };
  }
  return end;
}
