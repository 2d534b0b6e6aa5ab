import type { IsoDate } from '../../ingest/model/span.ts';
import type { StatusOnDay, ValidityRecord } from '../../ingest/model/validity.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { validityRecord } from '../../ingest/store/queries/register.ts';
import { statusOnDay } from '../../ingest/validity/status-on-day.ts';

/** The status of one known document on the chosen day, with the record it was told from. */
export interface KnownStatus {
  record: ValidityRecord;
  status: StatusOnDay;
}

/** Looks up statuses by register id for one request: each record is read once. Null for an id that nobody knows. */
export type Statuses = (registerId: string) => KnownStatus | null;

export function createStatuses(store: Store, on: IsoDate): Statuses {
  const known = new Map<string, KnownStatus | null>();
  return (registerId) => {
    const before = known.get(registerId);
    if (before !== undefined) return before;
    const record = validityRecord(store, registerId);
    const found = record === null ? null : { record, status: statusOnDay(record, on) };
    known.set(registerId, found);
    return found;
  };
}
