import type { IsoDate } from '../../ingest/model/span.ts';
import type { Status } from '../../ingest/model/validity.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { keptStatusesOn, knownStatusesOn } from '../../ingest/store/queries/register-statuses.ts';
import { validityRecord } from '../../ingest/store/queries/register.ts';
import { storeVersion } from '../../ingest/store/store-version.ts';
import { statusOnDay } from '../../ingest/validity/status-on-day.ts';

/** Days whose statuses are kept: today's, and a few that people ask about. */
const DAYS_KEPT = 4;

/** The statuses of one day; null for news of a meeting, which has none and stands in no register. */
export type StatusOf = (documentId: string) => Status | null;

/** Statuses of known documents by day, remembered until the archive changes: facets ask for thousands of them. */
export interface Statuses {
  on(day: IsoDate): StatusOf;
  /** As `on`, for so many documents that it is quicker to read all of the register. */
  ofAll(day: IsoDate): StatusOf;
}

export function createStatuses(store: Store): Statuses {
  let version = '';
  const days = new Map<IsoDate, Map<string, Status | null>>();
  const knownOn = (day: IsoDate): Map<string, Status | null> => {
    const now = storeVersion(store);
    if (now !== version) {
      days.clear();
      version = now;
    }
    const known = days.get(day) ?? new Map<string, Status | null>();
    const [oldest] = days.keys();
    if (!days.has(day) && oldest !== undefined && days.size >= DAYS_KEPT) days.delete(oldest);
    days.set(day, known);
    return known;
  };
  return {
    on(day) {
      const all = knownStatusesOn(store, day);
      if (all !== null) return (documentId) => all.get(documentId) ?? null;
      const known = knownOn(day);
      return (documentId) => {
        let status = known.get(documentId);
        if (status === undefined) {
          const record = validityRecord(store, documentId);
          status = record === null ? null : statusOnDay(record, day).status;
          known.set(documentId, status);
        }
        return status;
      };
    },
    ofAll(day) {
      const statuses = keptStatusesOn(store, day);
      return (documentId) => statuses.get(documentId) ?? null;
    },
  };
}
