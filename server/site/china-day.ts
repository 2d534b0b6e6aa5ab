import type { IsoDate } from '../../ingest/model/span.ts';

const CHINA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in China at an instant: 2026-05-31T17:00Z → 2026-06-01. */
export function chinaDay(instant: Date): IsoDate {
  return CHINA.format(instant);
}
