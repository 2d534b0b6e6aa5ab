import type { Extracted, IsoDate } from '../../model/span.ts';
import { lastDayOf } from './duration.ts';
import type { EventDates } from './effective-date.ts';
import { byWeight } from './placed-clause.ts';
import type { PlacedClause } from './placed-clause.ts';
import { extracted } from '../evidence.ts';

/** The end of validity as printed: a last day, or 长期有效. */
export interface Expiry {
  expiryDate: Extracted<IsoDate> | null;
  validWithoutEnd: Extracted<true> | null;
}

/**
 * The last day in force: 有效期至2020年12月31日 is that day; 执行至2025年底 is computed, the last day of the year, and so is
 * 自2021年1月1日起失效, the day before, and 有效期5年, the fifth anniversary of the effective date (or of the event named with it)
 * minus one day. Null when the text states none, or states a length without a beginning.
 */
export function expiryOf(effect: readonly PlacedClause[], effectiveDate: IsoDate | null, events: EventDates): Expiry {
  const clauses = effect.filter(({ clause }) => clause.subject === 'document' && clause.side === 'ends').sort(byWeight);
  for (const { statement, clause } of clauses) {
    const { start, end, rule } = clause;
    if (clause.withoutEnd)
      return { expiryDate: null, validWithoutEnd: extracted<true>(true, statement.text, start, end, rule) };
    if (clause.date?.date) {
      const { date, certainty } = clause.date;
      return { expiryDate: extracted(date, statement.text, start, end, rule, certainty), validWithoutEnd: null };
    }
    const named = clause.fromEvent && clause.event !== null && clause.event !== 'other' ? events[clause.event] : null;
    const from = clause.fromEvent ? named : effectiveDate;
    if (!clause.duration || from === null) continue;
    const last = lastDayOf(from, clause.duration);
    return { expiryDate: extracted(last, statement.text, start, end, rule, 'computed'), validWithoutEnd: null };
  }
  return { expiryDate: null, validWithoutEnd: null };
}
