import type { IsoDate } from '../../ingest/model/span.ts';

/** A day as the moment that feeds and calendars want: its start in UTC. */
export function dayStart(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
