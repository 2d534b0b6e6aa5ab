import type { Certainty, IsoDate } from '../../model/span.ts';
import type { EventType, RegisterEvent, Status, ValidityRecord } from '../../model/validity.ts';
import { statusAloneOnDay } from '../../validity/status-on-day.ts';
import type { Store } from '../open-store.ts';
import { perStore } from '../per-store.ts';
import { oncePerVersion, storeVersion } from '../store-version.ts';

/** Columns as a list: a hundred thousand objects would cost as much as reading them. */
type StatusRow = [
  id: string,
  held: number,
  promulgationDate: IsoDate | null,
  effectiveDate: IsoDate | null,
  effectiveCertainty: Certainty | null,
  expiryDate: IsoDate | null,
];

type StatusEventRow = [
  registerId: string,
  type: EventType,
  date: IsoDate | null,
  until: string | null,
  certainty: Certainty,
  provisions: string,
  sourceDocumentId: string | null,
];

/** So many entries are read between two pauses: some ten milliseconds. */
const ENTRIES_AT_A_TIME = 500;

/** From indexes that have all of it (migrations/007-days.sql). */
const select = perStore((store) => ({
  entries: store
    .prepare<[string, number], StatusRow>(
      `SELECT r.id, r.held, r.promulgation_date, d.effective_date,
       (SELECT 'presumed' FROM facts f
        WHERE f.document_id = r.id AND f.name = 'effectiveDate' AND f.certainty = 'presumed'), d.expiry_date
     FROM register r INDEXED BY register_days LEFT JOIN documents d INDEXED BY documents_days ON d.id = r.id
     WHERE r.id > ? ORDER BY r.id LIMIT ?`,
    )
    .raw(),
  events: store
    .prepare<[string, string], StatusEventRow>(
      `SELECT register_id, type, date, until, certainty, provisions, source_document_id
     FROM register_events INDEXED BY register_events_of_status
     WHERE register_id > ? AND register_id <= ?
       AND type IN ('repealed', 'declared_invalid', 'expired', 'revised', 'partly_repealed', 'extended', 'kept')`,
    )
    .raw(),
}));

/** The status of every entry on a day, without quotes; pauses by `yield` after some entries. */
function* readStatuses(store: Store, on: IsoDate): Generator<undefined, Map<string, Status>> {
  const statuses = new Map<string, Status>();
  let after = '';
  let entries = select(store).entries.all(after, ENTRIES_AT_A_TIME);
  for (let last = entries.at(-1); last !== undefined; last = entries.at(-1)) {
    const events = new Map<string, RegisterEvent[]>();
    for (const row of select(store).events.all(after, last[0])) {
      const known = events.get(row[0]);
      if (known === undefined) events.set(row[0], [bareEvent(row)]);
      else known.push(bareEvent(row));
    }
    for (const row of entries) {
      statuses.set(row[0], statusAloneOnDay(bareRecord(row, events.get(row[0]) ?? []), on));
    }
    yield;
    after = last[0];
    entries = select(store).entries.all(after, ENTRIES_AT_A_TIME);
  }
  return statuses;
}

/** The status of every entry on a day, for filters and counts: one pass over the register. */
export function statusesOn(store: Store, on: IsoDate): Map<string, Status> {
  const reading = readStatuses(store, on);
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  return step.value;
}

function bareEvent([, type, date, until, certainty, provisions, documentId]: StatusEventRow): RegisterEvent {
  return {
    type,
    date,
    until,
    quote: '',
    certainty,
    provisions: provisions === '[]' ? [] : [[0]],
    source: { documentId, documentNumber: null, title: '', provisionId: null, issueId: null, line: null },
  };
}

function bareRecord(
  [registerId, held, promulgationDate, effectiveDate, effectiveCertainty, expiryDate]: StatusRow,
  events: RegisterEvent[],
): ValidityRecord {
  return {
    registerId,
    held: held === 1,
    promulgationDate,
    effectiveDate,
    effectiveCertainty,
    expiryDate,
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
  const known = knownStatusesOn(store, on);
  if (known !== null) return known;
  const statuses = statusesOn(store, on);
  keep(store, on, statuses);
  return statuses;
}

/** Makes what keptStatusesOn would have to make, pausing by `yield` every some milliseconds. */
export function* prepareStatuses(store: Store, on: IsoDate): Generator<undefined, undefined> {
  if (knownStatusesOn(store, on) !== null) return;
  const version = storeVersion(store);
  const statuses = yield* readStatuses(store, on);
  if (storeVersion(store) === version) keep(store, on, statuses);
}

function keep(store: Store, on: IsoDate, statuses: Map<string, Status>): void {
  const days = keptDays(store);
  const [oldest] = days.keys();
  if (oldest !== undefined && days.size >= DAYS_KEPT) days.delete(oldest);
  days.set(on, statuses);
}
