/** The register in lists: search with filters, what ended, what is about to end. */
import type { Certainty, IsoDate } from '../../model/span.ts';
import type { EventType, RegisterEvent, Status, ValidityRecord } from '../../model/validity.ts';
import { statusOnDay } from '../../validity/status-on-day.ts';
import type { Store } from '../open-store.ts';
import { createCodeIssuers, isIssuedBy } from './code-issuers.ts';
import { ENTRY_COLUMNS, entryFrom } from './register.ts';
import type { RegisterEntry } from './register.ts';

/** Conditions on the list of entries; null and '' ask for nothing. */
export interface EntryFilter {
  q: string;
  authority: string | null;
  year: number | null;
  held: boolean | null;
}

type EntryRow = Omit<RegisterEntry, 'held'> & { held: number };

/**
 * Entries whose number or any title contains the text, newest first. The authority is the one stated, or for documents only
 * named the one that the code of their number lets presume.
 */
export function listEntries(store: Store, filter: EntryFilter): RegisterEntry[] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  if (filter.q !== '') {
    conditions.push("r.id IN (SELECT register_id FROM register_names WHERE value LIKE ? ESCAPE '\\')");
    values.push(`%${filter.q.replace(/[\\%_]/gu, '\\$&')}%`);
  }
  if (filter.authority !== null) {
    conditions.push(
      "('、' || r.authority || '、' LIKE ? ESCAPE '\\' OR (r.authority IS NULL AND r.number_key IS NOT NULL))",
    );
    values.push(`%、${filter.authority.replace(/[\\%_]/gu, '\\$&')}、%`);
  }
  if (filter.year !== null) {
    conditions.push('r.year = ?');
    values.push(filter.year);
  }
  if (filter.held !== null) {
    conditions.push('r.held = ?');
    values.push(filter.held ? 1 : 0);
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const entries = store
    .prepare<(string | number)[], EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM register r ${where}
       ORDER BY coalesce(r.promulgation_date, r.year || '-00-00') DESC NULLS LAST, r.title, r.id`,
    )
    .all(...values)
    .map(entryFrom);
  const { authority } = filter;
  if (authority === null) return entries;
  const issuers = createCodeIssuers(store);
  return entries.filter((entry) => isIssuedBy(entry, authority, issuers));
}

/** How many entries each authority (stated or presumed, joint ones for each of theirs) and year has, for filters; most and newest first. */
export function entryCounts(store: Store): {
  authorities: { value: string; count: number }[];
  years: { value: string; count: number }[];
} {
  return {
    authorities: authorityCounts(store),
    years: store
      .prepare<[], { value: string; count: number }>(
        'SELECT CAST(year AS TEXT) AS value, count(*) AS count FROM register WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1 DESC',
      )
      .all(),
  };
}

function authorityCounts(store: Store): { value: string; count: number }[] {
  const stated = store
    .prepare<[], { value: string; count: number }>(
      'SELECT authority AS value, count(*) AS count FROM register WHERE authority IS NOT NULL GROUP BY 1',
    )
    .all();
  const silent = store
    .prepare<[], { key: string; count: number }>(
      `SELECT min(number_key) AS key, count(*) AS count FROM register
       WHERE authority IS NULL AND held = 0 AND number_key LIKE '_%|%' GROUP BY substr(number_key, 1, instr(number_key, '|'))`,
    )
    .all();
  const issuers = createCodeIssuers(store);
  const counts = new Map<string, number>();
  const add = (names: string, count: number): void => {
    for (const name of names.split('、')) counts.set(name, (counts.get(name) ?? 0) + count);
  };
  for (const { value, count } of stated) add(value, count);
  for (const { key, count } of silent) {
    const issuer = issuers(key);
    if (issuer !== null) add(issuer.authority, count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

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
  certainty: Certainty;
  provisions: string;
  source_document_id: string | null;
}

/** The status of every entry on a day, for filters and counts: one pass over the register, without quotes. */
export function statusesOn(store: Store, on: IsoDate): Map<string, Status> {
  const events = new Map<string, RegisterEvent[]>();
  const rows = store
    .prepare<[], StatusEventRow>(
      `SELECT register_id, type, date, certainty, provisions, source_document_id FROM register_events
       WHERE type IN ('repealed', 'declared_invalid', 'expired', 'revised', 'partly_repealed')`,
    )
    .iterate();
  for (const row of rows) {
    const list = events.get(row.register_id) ?? [];
    list.push(bareEvent(row));
    events.set(row.register_id, list);
  }
  const records = store
    .prepare<[], StatusRow>(
      `SELECT r.id, r.held, r.promulgation_date, d.effective_date, d.expiry_date,
         (SELECT certainty FROM facts f WHERE f.document_id = d.id AND f.name = 'effectiveDate') AS effective_certainty
       FROM register r LEFT JOIN documents d ON d.id = r.id`,
    )
    .all();
  return new Map(records.map((row) => [row.id, statusOnDay(bareRecord(row, events.get(row.id) ?? []), on).status]));
}

function bareEvent(row: StatusEventRow): RegisterEvent {
  return {
    type: row.type,
    date: row.date,
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

/** Something that ended a document, with the clause that says so. */
export interface EndingRow {
  registerId: string;
  title: string | null;
  documentNumber: string | null;
  held: number;
  type: 'repealed' | 'declared_invalid' | 'partly_repealed' | 'revised';
  date: IsoDate | null;
  certainty: Certainty;
  quote: string;
  sourceId: string | null;
  sourceTitle: string | null;
  sourceNumber: string | null;
  sourceProvisionId: string | null;
  issueId: string | null;
  line: number | null;
}

/** Every repeal, declaration of invalidity and revision that one document made of another, newest first. */
export function listEndings(store: Store): EndingRow[] {
  return store
    .prepare<[], EndingRow>(
      `SELECT e.register_id AS registerId, r.title, r.document_number AS documentNumber, r.held, e.type, e.date, e.certainty, e.quote,
         e.source_document_id AS sourceId, d.title AS sourceTitle, s.document_number AS sourceNumber,
         e.source_provision_id AS sourceProvisionId, d.issue_id AS issueId, e.source_line AS line
       FROM register_events e JOIN register r ON r.id = e.register_id
       LEFT JOIN documents d ON d.id = e.source_document_id LEFT JOIN register s ON s.id = e.source_document_id
       WHERE e.type IN ('repealed', 'declared_invalid', 'partly_repealed', 'revised')
         AND (e.source_document_id IS NULL OR e.source_document_id <> e.register_id)
       GROUP BY e.register_id, e.type, e.date, e.source_document_id, e.provisions
       ORDER BY e.date IS NULL, e.date DESC, e.source_document_id, min(e.source_line), e.id`,
    )
    .all();
}

/** A document held whose validity runs out. `expiryDate` is its last day in force. */
export interface ExpiringRow extends EntryRow {
  expiryDate: IsoDate;
  certainty: Certainty;
  quote: string;
  line: number;
}

/** Documents whose last day in force lies between two days, both included, soonest first. */
export function listExpiring(store: Store, from: IsoDate, to: IsoDate): ExpiringRow[] {
  return store
    .prepare<[IsoDate, IsoDate], ExpiringRow>(
      `SELECT ${ENTRY_COLUMNS}, d.expiry_date AS expiryDate, f.certainty, f.raw AS quote, f.line
       FROM documents d JOIN register r ON r.id = d.id
       JOIN facts f ON f.document_id = d.id AND f.name = 'expiryDate'
       WHERE d.expiry_date BETWEEN ? AND ? ORDER BY d.expiry_date, r.id`,
    )
    .all(from, to);
}
