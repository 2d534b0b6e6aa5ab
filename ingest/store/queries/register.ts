/**
 * What the register knows of one document, held or only named. For pages, API and commands: `registerEntry` and `namesOfEntry`,
 * `eventsOfEntry` (its timeline), `validityRecord` (what statusOnDay needs). Lists stand in register-entries.ts; what a person means
 * by a number or title in references.ts.
 */
import { z } from 'zod';
import type { Certainty, IsoDate } from '../../model/span.ts';
import type { EventType, RegisterEvent, ValidityRecord } from '../../model/validity.ts';
import type { Store } from '../open-store.ts';
import { perStore } from '../per-store.ts';
import { coverageTotals } from './coverage.ts';
import { redirectedId } from '../redirects.ts';
import { oncePerVersion } from '../store-version.ts';

/** One known document. `held`: its text is in the archive. */
export interface RegisterEntry {
  id: string;
  title: string | null;
  documentNumber: string | null;
  /** The number folded for comparison: 新政办发|2010|23. */
  numberKey: string | null;
  /** Who issued it by its own evidence; what its number's code lets presume is in code-issuers.ts. */
  authority: string | null;
  year: number | null;
  promulgationDate: IsoDate | null;
  held: boolean;
}

/** A number or title of an entry, with where it comes from and why it was merged into this entry. */
export interface EntryName {
  type: 'number' | 'title';
  value: string;
  origin: string;
  reason: string;
}

/** The columns of ENTRY_COLUMNS as SQLite gives them. */
export interface EntryColumns extends Omit<RegisterEntry, 'held'> {
  held: number;
}

export const ENTRY_COLUMNS = `r.id, r.title, r.document_number AS documentNumber, r.number_key AS numberKey, r.authority, r.year,
  r.promulgation_date AS promulgationDate, r.held`;

export function entryFrom(row: EntryColumns): RegisterEntry {
  return { ...row, held: row.held === 1 };
}

/** One entry by its id; null when the register has none. */
export function registerEntry(store: Store, registerId: string): RegisterEntry | null {
  const row = store
    .prepare<[string], EntryColumns>(`SELECT ${ENTRY_COLUMNS} FROM register r WHERE r.id = ?`)
    .get(registerId);
  return row === undefined ? null : entryFrom(row);
}

/** The id under which an entry of an old address stands now; null when nothing is known of it. */
export function movedEntryId(store: Store, registerId: string): string | null {
  return redirectedId(store, 'document', registerId);
}

/** All numbers and titles of an entry, numbers first. */
export function namesOfEntry(store: Store, registerId: string): EntryName[] {
  return store
    .prepare<[string], EntryName>(
      'SELECT type, value, origin, reason FROM register_names WHERE register_id = ? ORDER BY type, origin, value',
    )
    .all(registerId);
}

interface RecordRow {
  held: number;
  promulgation_date: IsoDate | null;
  effective_date: IsoDate | null;
  effective_certainty: Certainty | null;
  expiry_date: IsoDate | null;
  expiry_certainty: Certainty | null;
}

interface EventRow {
  type: EventType;
  date: IsoDate | null;
  until: string | null;
  certainty: Certainty;
  quote: string;
  provisions: string;
  documentId: string | null;
  documentNumber: string | null;
  title: string | null;
  provisionId: string | null;
  issueId: string | null;
  line: number | null;
}

const EVENTS = `
  SELECT e.type, e.date, e.until, e.certainty, e.quote, e.provisions, e.source_document_id AS documentId,
    coalesce(own.document_number, s.document_number, c.document_number) AS documentNumber,
    coalesce(s.title, ci.title) AS title, e.source_provision_id AS provisionId,
    coalesce(s.issue_id, c.issue_id) AS issueId, e.source_line AS line
  FROM register_events e
  LEFT JOIN documents s ON s.id = e.source_document_id
  LEFT JOIN register own ON own.id = e.source_document_id
  LEFT JOIN catalogue_entries l ON l.id = e.catalogue_entry_id
  LEFT JOIN catalogues c ON c.id = l.catalogue_id
  LEFT JOIN issues ci ON ci.id = c.issue_id
  WHERE e.register_id = ?
  ORDER BY e.date IS NULL, e.date, e.type, e.source_document_id, e.source_line, e.id`;

const selectEvents = perStore((store) => store.prepare<[string], EventRow>(EVENTS));

const provisionLists = z.array(z.array(z.number()));

/** Everything dated that is known of an entry, oldest first, each with its quote and where that stands. */
export function eventsOfEntry(store: Store, registerId: string): RegisterEvent[] {
  return selectEvents(store)
    .all(registerId)
    .map((row) => ({
      type: row.type,
      date: row.date,
      until: row.until,
      quote: row.quote,
      certainty: row.certainty,
      provisions: row.provisions === '[]' ? [] : provisionLists.parse(JSON.parse(row.provisions)),
      source: {
        documentId: row.documentId,
        documentNumber: row.documentNumber,
        title: row.title ?? '更正记录',
        provisionId: row.provisionId,
        issueId: row.issueId,
        line: row.line,
      },
    }));
}

const selectRecord = perStore((store) =>
  store.prepare<[string], RecordRow>(
    `SELECT r.held, r.promulgation_date, d.effective_date, d.expiry_date,
       (SELECT certainty FROM facts f WHERE f.document_id = d.id AND f.name = 'effectiveDate') AS effective_certainty,
       (SELECT certainty FROM facts f WHERE f.document_id = d.id AND f.name = 'expiryDate') AS expiry_certainty
     FROM register r LEFT JOIN documents d ON d.id = r.id WHERE r.id = ?`,
  ),
);

/** What statusOnDay needs to know of an entry; null when the register has none of this id, as of news of a meeting. */
export function validityRecord(store: Store, registerId: string): ValidityRecord | null {
  const row = selectRecord(store).get(registerId);
  if (row === undefined) return null;
  return {
    registerId,
    held: row.held === 1,
    promulgationDate: row.promulgation_date,
    effectiveDate: row.effective_date,
    effectiveCertainty: row.effective_certainty,
    expiryDate: row.expiry_date,
    expiryCertainty: row.expiry_certainty,
    events: eventsOfEntry(store, registerId),
  };
}

/** How far the archive reaches: every answer depends on it. */
export interface Coverage {
  issues: number;
  latest: IsoDate | null;
  /** 据所收录的5期公报（最近一期2024年9月15日）。 */
  sentence: string;
}

export const coverage = oncePerVersion((store): Coverage => {
  const { issues, latest } = coverageTotals(store);
  const newest = latest === null ? '' : `，最近一期为${latest}`;
  return { issues, latest, sentence: `以馆藏${issues}期公报为据${newest}；馆藏以外的废止或者修订不在其内。` };
});
