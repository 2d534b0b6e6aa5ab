import type { Certainty, IsoDate } from '../model/span.ts';
import type { EventType } from '../model/validity.ts';
import type { Store } from '../store/open-store.ts';
import { perStore } from '../store/per-store.ts';
import { isOneOfSeveral } from './one-of-several.ts';
import type { NameOrigin, RegisterName } from './register-name.ts';
import type { InstrumentVersion } from './newest-version.ts';
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

interface NameRow {
  type: 'number' | 'title';
  key: string;
  value: string;
  origin: NameOrigin;
  reason: string;
}

/** So many entries may bear a title that still tells which of them is meant. */
const MOST_BEARERS = 64;

/** The unary + keeps SQLite from looking up by what most rows have in common, a type or a null. */
const statements = perStore((store) => ({
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
  historyOf: store.prepare<
    [string],
    InstrumentVersion
  >(`SELECT DISTINCT number_key AS numberKey, date FROM register_events
         WHERE register_id = ? AND number_key IS NOT NULL AND date IS NOT NULL ORDER BY 2, 1`),
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

/** The statements by which the register's tables are read and written: every one an indexed look-up. */
export class RegisterTable {
  readonly #sql: ReturnType<typeof statements>;

  constructor(store: Store) {
    this.#sql = statements(store);
  }

  /** Ids of the register's entries, for a pass over all of it. */
  allIds(): string[] {
    return this.#sql.allIds.all().map((row) => row.id);
  }

  entry(id: string): EntryRow | null {
    return this.#sql.entry.get(id) ?? null;
  }

  ensureEntry(id: string): void {
    this.#sql.ensureEntry.run(id);
    this.#sql.forgetRedirect.run(id);
  }

  writeEntry(row: EntryRow): void {
    this.#sql.writeEntry.run(row);
  }

  /** Deletes an entry; its address leads to `heir` from now on. */
  deleteEntry(id: string, heir: string | null): void {
    this.#sql.deleteEntry.run(id);
    if (heir === null) return;
    this.#sql.leadOn.run(id, heir);
  }

  /** Documents held under a number; two only when a number was printed over two documents. */
  holdersOfNumber(key: string): string[] {
    return this.#sql.holdersOfNumber.all(key).map((row) => row.id);
  }

  /**
   * True of a title that so many entries bear that it names none of them: 人事任免通知, 关于废止部分规范性文件的决定. What they are
   * is never read, so that the next one of them costs no more than the first.
   */
  isCommonTitle(key: string): boolean {
    return this.#sql.isCommonTitle.all(key, MOST_BEARERS + 1).length > MOST_BEARERS;
  }

  /** Entries that bear a title and have more than it: a text, or a number. */
  bearersOfTitle(key: string): TitleCandidate[] {
    const bearers = this.#sql.bearersOfTitle.all(key);
    if (bearers.length === 0) return [];
    const titles = this.#titlesBeside(key);
    return bearers.map((bearer) => ({
      ...bearer,
      oneOfSeveral: isOneOfSeveral(key, titles.get(bearer.id) ?? []),
      history: bearers.length === 1 ? [] : this.#historyOf(bearer.id),
    }));
  }

  /** The numbers under which an instrument was promulgated, amended and revised, as anybody prints them of it. */
  #historyOf(id: string): InstrumentVersion[] {
    return this.#sql.historyOf.all(id);
  }

  /** All titles of each entry that bears this one. */
  #titlesBeside(key: string): Map<string, RegisterName[]> {
    const rows = this.#sql.titlesBeside.all(key);
    const titles = new Map<string, RegisterName[]>();
    for (const { id, ...name } of rows) titles.set(id, [...(titles.get(id) ?? []), name]);
    return titles;
  }

  names(id: string): RegisterName[] {
    return this.#sql.names.all(id);
  }

  putName(id: string, { type, key, value, origin, reason }: RegisterName): void {
    this.#sql.putName.run(id, type, key, value, origin, reason);
  }

  removeName(id: string, { type, key }: RegisterName): void {
    this.#sql.removeName.run(id, type, key);
  }

  /**
   * The earliest promulgation that anybody states of it. A statement that reached a numbered entry by its title alone is left
   * out: which document a title means depends on these dates.
   */
  statedPromulgation(id: string): IsoDate | null {
    return this.#sql.statedPromulgation.get(id)?.date ?? null;
  }

  putEvent(event: EventRow): void {
    this.#sql.putEvent.run({ ...event, provisions: JSON.stringify(event.provisions) });
  }

  removeEventsOfMention(table: 'relations' | 'catalogue_entries', id: number): void {
    if (table === 'relations') this.#sql.removeEventsOfRelation.run(id);
    else this.#sql.removeEventsOfCatalogueEntry.run(id);
  }

  removeOwnEvents(documentId: string): void {
    this.#sql.removeOwnEvents.run(documentId);
  }

  removeCorrections(registerId: string): void {
    this.#sql.removeCorrections.run(registerId);
  }

  pointRelation(
    id: number,
    keys: { title: string | null; number: string | null },
    target: string | null,
    how: string,
  ): void {
    this.#sql.pointRelation.run(keys.title, keys.number, target, how, id);
  }

  pointCatalogueEntry(id: number, keys: { title: string | null; number: string | null }, target: string | null): void {
    this.#sql.pointCatalogueEntry.run(keys.title, keys.number, target, id);
  }

  /** Register entries that the rows of a document name or make. */
  entriesTouchedBy(documentId: string): string[] {
    return this.#sql.entriesTouchedBy
      .all(documentId, documentId, documentId, documentId, documentId)
      .map((row) => row.id);
  }
}
