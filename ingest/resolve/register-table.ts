import type { IsoDate } from '../model/span.ts';
import type { Store } from '../store/open-store.ts';
import { instrumentHistory } from './instrument-history.ts';
import { isOneOfSeveral } from './one-of-several.ts';
import type { RegisterName } from './register-name.ts';
import { registerStatements } from './register-statements.ts';
import type { EntryRow, EventRow, RegisterStatements } from './register-statements.ts';
import type { TitleCandidate } from './resolve-title.ts';

/** So many entries may bear a title that still tells which of them is meant. */
const MOST_BEARERS = 64;

/** The statements by which the register's tables are read and written: every one an indexed look-up. */
export class RegisterTable {
  readonly #store: Store;
  readonly #sql: RegisterStatements;

  constructor(store: Store) {
    this.#store = store;
    this.#sql = registerStatements(store);
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
      history: bearers.length === 1 ? [] : instrumentHistory(this.#store, bearer.id),
    }));
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
