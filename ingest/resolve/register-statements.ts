import type { Certainty, IsoDate } from '../model/span.ts';
import type { EventType } from '../model/validity.ts';
import { perStore } from '../store/per-store.ts';
import type { NameOrigin } from './register-name.ts';
import type { TitleCandidate } from './resolve-title.ts';

/** A row of `register`. */
export interface EntryRow {
  id: string;
  title: string | null;
  document_number: string | null;
  number_key: string | null;
  authority: string | null;
  year: number | null;
  promulgation_date: IsoDate | null;
  held: number;
}

/** A row of `register_events` to be written. */
export interface EventRow {
  registerId: string;
  type: EventType;
  date: IsoDate | null;
  certainty: Certainty;
  quote: string;
  provisions: number[][];
  /** Of a history: the number under which it happened. */
  numberKey: string | null;
  /** Of an extension: the new last day, or a length (P5Y). */
  until: string | null;
  sourceDocumentId: string | null;
  sourceProvisionId: string | null;
  sourceLine: number | null;
  relationId: number | null;
  catalogueEntryId: number | null;
}

/** A row of `register_names`. */
export interface NameRow {
  type: 'number' | 'title';
  key: string;
  value: string;
  origin: NameOrigin;
  reason: string;
}

/** The unary + keeps SQLite from looking up by what most rows have in common, a type or a null. */
export const registerStatements = perStore((store) => ({
  allIds: store.prepare<[], { id: string }>('SELECT id FROM register ORDER BY id'),
  entry: store.prepare<[string], EntryRow>('SELECT * FROM register WHERE id = ?'),
  ensureEntry: store.prepare('INSERT INTO register (id, held) VALUES (?, 0) ON CONFLICT DO NOTHING'),
  forgetRedirect: store.prepare("DELETE FROM redirects WHERE kind = 'document' AND from_id = ?"),
  writeEntry:
    store.prepare(`UPDATE register SET title = @title, document_number = @document_number, number_key = @number_key,
           authority = @authority, year = @year, promulgation_date = @promulgation_date, held = @held WHERE id = @id`),
  deleteEntry: store.prepare('DELETE FROM register WHERE id = ?'),
  leadOn: store.prepare(
    "INSERT INTO redirects (kind, from_id, to_id) VALUES ('document', ?, ?) ON CONFLICT DO UPDATE SET to_id = excluded.to_id",
  ),
  holdersOfNumber: store.prepare<
    [string],
    { id: string }
  >(`SELECT r.id FROM register_names n JOIN register r ON r.id = n.register_id
         WHERE n.type = 'number' AND n.key = ? AND n.origin = 'document' AND r.held = 1 ORDER BY r.id`),
  isCommonTitle: store.prepare<[string, number]>(
    `SELECT 1 FROM register_names n JOIN register r ON r.id = n.register_id
     WHERE n.type = 'title' AND n.key = ? AND (r.held = 1 OR r.number_key IS NOT NULL) LIMIT ?`,
  ),
  bearersOfTitle: store.prepare<
    [string],
    Omit<TitleCandidate, 'oneOfSeveral' | 'history'>
  >(`SELECT r.id, r.held, r.number_key AS numberKey, r.authority, r.promulgation_date AS promulgationDate, r.year,
           (SELECT min(e.date) FROM register_events e LEFT JOIN relations l ON l.id = e.relation_id
            WHERE e.register_id = r.id AND +e.type IN ('repealed', 'declared_invalid', 'revised', 'expired')
              AND NOT (e.type = 'revised' AND e.source_document_id = r.id)
              AND NOT (e.type = 'expired' AND EXISTS (SELECT 1 FROM register_events x WHERE x.register_id = r.id AND +x.type = 'extended'))
              AND (e.relation_id IS NULL OR l.target_number_key IS NOT NULL)) AS endedOn
         FROM register_names n JOIN register r ON r.id = n.register_id
         WHERE n.type = 'title' AND n.key = ? AND (r.held = 1 OR r.number_key IS NOT NULL) ORDER BY r.id`),
  titlesBeside: store.prepare<
    [string],
    NameRow & { id: string }
  >(`SELECT t.register_id AS id, t.type, t.key, t.value, t.origin, t.reason
         FROM register_names n CROSS JOIN register_names t ON t.register_id = n.register_id AND t.type = 'title'
         WHERE n.type = 'title' AND n.key = ? ORDER BY t.register_id, t.key`),
  names: store.prepare<[string], NameRow>(
    'SELECT type, key, value, origin, reason FROM register_names WHERE register_id = ? ORDER BY type, key',
  ),
  putName:
    store.prepare(`INSERT INTO register_names (register_id, type, key, value, origin, reason) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET value = excluded.value, origin = excluded.origin, reason = excluded.reason`),
  removeName: store.prepare('DELETE FROM register_names WHERE register_id = ? AND type = ? AND key = ?'),
  statedPromulgation: store.prepare<
    [string],
    { date: IsoDate | null }
  >(`SELECT min(e.date) AS date FROM register_events e LEFT JOIN catalogue_entries c ON c.id = e.catalogue_entry_id
             LEFT JOIN relations l ON l.id = e.relation_id
           WHERE e.register_id = ? AND +e.type = 'promulgated'
             AND (coalesce(c.number_key, l.target_number_key) IS NOT NULL OR coalesce(c.id, l.id) IS NULL
               OR e.register_id LIKE 't-%')`),
  putEvent:
    store.prepare(`INSERT INTO register_events (register_id, type, date, certainty, quote, provisions, number_key, until, source_document_id,
           source_provision_id, source_line, relation_id, catalogue_entry_id)
         VALUES (@registerId, @type, @date, @certainty, @quote, @provisions, @numberKey, @until, @sourceDocumentId, @sourceProvisionId, @sourceLine,
           @relationId, @catalogueEntryId)`),
  removeEventsOfRelation: store.prepare('DELETE FROM register_events WHERE relation_id = ?'),
  removeEventsOfCatalogueEntry: store.prepare('DELETE FROM register_events WHERE catalogue_entry_id = ?'),
  removeOwnEvents: store.prepare(
    'DELETE FROM register_events WHERE source_document_id = ? AND +relation_id IS NULL AND +catalogue_entry_id IS NULL',
  ),
  removeCorrections: store.prepare(`DELETE FROM register_events WHERE register_id = ? AND +source_document_id IS NULL
           AND +relation_id IS NULL AND +catalogue_entry_id IS NULL`),
  pointRelation: store.prepare(
    'UPDATE relations SET target_title_key = ?, target_number_key = ?, target_id = ?, resolution = ? WHERE id = ?',
  ),
  pointCatalogueEntry: store.prepare(
    'UPDATE catalogue_entries SET title_key = coalesce(?, title_key), number_key = ?, register_id = ? WHERE id = ?',
  ),
  entriesTouchedBy: store.prepare<
    [string, string, string, string, string],
    { id: string }
  >(`SELECT id FROM register WHERE id = ?
         UNION SELECT target_id FROM relations WHERE document_id = ? AND target_id IS NOT NULL
         UNION SELECT e.register_id FROM catalogues c JOIN catalogue_entries e ON e.catalogue_id = c.id
           WHERE c.document_id = ? AND e.register_id IS NOT NULL
         UNION SELECT e.register_id FROM documents d JOIN catalogues c ON c.issue_id = d.issue_id AND c.document_id IS NULL
           JOIN catalogue_entries e ON e.catalogue_id = c.id WHERE d.id = ? AND e.register_id IS NOT NULL
         UNION SELECT register_id FROM register_events WHERE source_document_id = ?`),
}));

export type RegisterStatements = ReturnType<typeof registerStatements>;
