import type { Extracted, IsoDate } from '../../model/span.ts';
import { after } from './duration.ts';
import type { EffectClause } from './effect-clauses.ts';
import { byWeight } from './placed-clause.ts';
import type { PlacedClause } from './placed-clause.ts';
import { extracted } from '../evidence.ts';

/** The days that an event can mean. */
export interface EventDates {
  promulgation: IsoDate | null;
  adoption: IsoDate | null;
}

/** The effective date, or `unresolved`: a clause states one, but hangs it on an event that the file does not date. */
export interface EffectiveDate {
  value: Extracted<IsoDate> | null;
  unresolved: PlacedClause | null;
}

/** The first day that a clause of beginning means, with the days of the events it may be counted from; null when nothing dates it. */
export function firstDayOf(clause: EffectClause, events: EventDates): IsoDate | null {
  if (clause.date) return clause.date.date;
  const from = clause.event === null || clause.event === 'other' ? null : events[clause.event];
  if (from === null) return null;
  return clause.duration ? after(from, clause.duration) : from;
}

/**
 * The first day in force (施行), from the clauses that speak of the document: 本办法自2024年10月15日起施行 is stated;
 * 自印发之日起, 自公布之日起30日后 are computed from the promulgation. Null when no clause says so.
 */
export function effectiveDateOf(effect: readonly PlacedClause[], events: EventDates): EffectiveDate {
  const clauses = effect
    .filter(({ clause }) => clause.subject === 'document' && clause.side === 'begins')
    .sort(byWeight);
  for (const { statement, clause } of clauses) {
    const day = firstDayOf(clause, events);
    if (day === null) continue;
    const certainty = clause.date?.certainty ?? 'computed';
    return {
      value: extracted(day, statement.text, clause.start, clause.end, clause.rule, certainty),
      unresolved: null,
    };
  }
  return { value: null, unresolved: clauses[0] ?? null };
}
