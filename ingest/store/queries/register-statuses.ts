import type { Certainty, IsoDate } from '../../model/span.ts';
import type { EventType, RegisterEvent, Status, ValidityRecord } from '../../model/validity.ts';
import { statusOnDay } from '../../validity/status-on-day.ts';
import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';

interface StatusRow {
  id: string;
  held: number;
  promulgation_date: IsoDate | null;
  effective_date: IsoDate | null;
  effective_certainty: Certainty | null;
  expiry_date: IsoDate | null;
}

interface StatusEventRow {
  register_id: string;
  type: EventType;
  date: IsoDate | null;
  until: string | null;
  certainty: Certainty;
  provisions: string;
  source_document_id: string | null;
}

/** Both in the order of the entries' ids, from indexes that have all of it (migrations/007-days.sql). */
const EVENTS = `SELECT register_id, type, date, until, certainty, provisions, source_document_id
  FROM register_events INDEXED BY register_events_of_status
  WHERE type IN ('repealed', 'declared_invalid', 'expired', 'revised', 'partly_repealed', 'extended', 'kept') ORDER BY register_id`;
const ENTRIES = `SELECT r.id, r.held, r.promulgation_date, d.effective_date, d.expiry_date,
    (SELECT 'presumed' FROM facts f WHERE f.document_id = r.id AND f.name = 'effectiveDate' AND f.certainty = 'presumed') AS effective_certainty
  FROM register r INDEXED BY register_days LEFT JOIN documents d INDEXED BY documents_days ON d.id = r.id ORDER BY r.id`;

/** The status of every entry on a day, for filters and counts: one pass over the register, without quotes. */
export function statusesOn(store: Store, on: IsoDate): Map<string, Status> {
  const statuses = new Map<string, Status>();
  const events = store.prepare<[], StatusEventRow>(EVENTS).iterate();
  let next = events.next();
  for (const entry of store.prepare<[], StatusRow>(ENTRIES).iterate()) {
    const own: RegisterEvent[] = [];
    while (next.done !== true && next.value.register_id <= entry.id) {
      if (next.value.register_id === entry.id) own.push(bareEvent(next.value));
      next = events.next();
    }
    statuses.set(entry.id, statusOnDay(bareRecord(entry, own), on).status);
  }
  events.return?.();
  return statuses;
}

function bareEvent(row: StatusEventRow): RegisterEvent {
  return {
    type: row.type,
    date: row.date,
    until: row.until,
    quote: '',
    certainty: row.certainty,
    provisions: row.provisions === '[]' ? [] : [[0]],
    source: {
      documentId: row.source_document_id,
      documentNumber: null,
      title: '',
      provisionId: null,
      issueId: null,
      line: null,
    },
  };
}

function bareRecord(row: StatusRow, events: RegisterEvent[]): ValidityRecord {
  return {
    registerId: row.id,
    held: row.held === 1,
    promulgationDate: row.promulgation_date,
    effectiveDate: row.effective_date,
    effectiveCertainty: row.effective_certainty,
    expiryDate: row.expiry_date,
    expiryCertainty: null,
    events,
  };
}

/** Days whose statuses are kept: today's, and one that somebody asks about page by page. */
const DAYS_KEPT = 2;

const keptDays = oncePerVersion(() => new Map<IsoDate, Map<string, Status>>());

/** What keptStatusesOn has for a day already; null when nobody has asked for that day yet. */
export const knownStatusesOn = (store: Store, on: IsoDate): ReadonlyMap<string, Status> | null =>
  keptDays(store).get(on) ?? null;

/** As statusesOn, kept until the archive changes. */
export function keptStatusesOn(store: Store, on: IsoDate): ReadonlyMap<string, Status> {
  const days = keptDays(store);
  const known = days.get(on);
  if (known !== undefined) return known;
  const [oldest] = days.keys();
  if (oldest !== undefined && days.size >= DAYS_KEPT) days.delete(oldest);
  const statuses = statusesOn(store, on);
  days.set(on, statuses);
  return statuses;
}
