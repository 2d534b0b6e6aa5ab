import type { IsoDate } from '../../ingest/model/span.ts';

const DAY_MS = 86_400_000;

/** Days from one day to another: 2026-01-01 to 2026-01-31 is 30; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
