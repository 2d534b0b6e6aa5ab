import type { IsoDate } from '../../ingest/model/span.ts';
import type { Status } from '../../ingest/model/validity.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { validityRecord } from '../../ingest/store/queries/register.ts';
import { statusOnDay } from '../../ingest/validity/status-on-day.ts';
import type { Archive } from './archive.ts';

/** Days whose statuses are kept: today's, and a few that people ask about. */
const DAYS_KEPT = 8;

/** The statuses of one day. */
export type StatusOf = (documentId: string) => Status;

/** Statuses of known documents by day, remembered until the archive changes: facets ask for thousands of them. */
export function createStatuses(store: Store, archive: Archive): (on: IsoDate) => StatusOf {
  let version = '';
  const days = new Map<IsoDate, Map<string, Status>>();
  return (on) => {
    if (archive.version !== version) {
      days.clear();
      version = archive.version;
    }
    let statuses = days.get(on);
    if (!statuses) {
      const [oldest] = days.keys();
      if (oldest !== undefined && days.size >= DAYS_KEPT) days.delete(oldest);
      statuses = new Map();
      days.set(on, statuses);
    }
    const known = statuses;
    return (documentId) => {
      let status = known.get(documentId);
      if (status === undefined) {
        const record = validityRecord(store, documentId);
        status = record === null ? 'unknown' : statusOnDay(record, on).status;
        known.set(documentId, status);
      }
      return status;
    };
  };
}
