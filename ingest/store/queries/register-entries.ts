import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';
import { createCodeIssuers } from './code-issuers.ts';
import type { FilterValue } from './filter-value.ts';
import { ALL, countRows, orderBy, readPage, whereOf } from './keyset.ts';
import type { ListPage, PageEnds, SortedList, SortKey } from './keyset.ts';
import { holding, literally } from './like-pattern.ts';
import { ENTRY_COLUMNS, entryFrom } from './register.ts';
import type { EntryColumns, RegisterEntry } from './register.ts';

/** Conditions on the list of entries; null and '' ask for nothing. */
export interface EntryFilter {
  q: string;
  authority: string | null;
  year: number | null;
  held: boolean | null;
}

const NEWEST_FIRST: readonly SortKey[] = [
  { sql: "coalesce(r.promulgation_date, r.year || '-00-00')", descending: true },
  { sql: 'r.id', descending: false },
];

/**
 * Entries that have each word of the text in their number or a title, newest first, cut to a page where one is asked for; `total` counts all
 * of them. The authority is the one stated, or for documents only named the one that the code of their number lets presume.
 * Entries in `except` are left out.
 */
export function listEntries(
  store: Store,
  filter: EntryFilter,
  { except = [], page = { limit: ALL, offset: 0 } }: { except?: readonly string[]; page?: ListPage } = {},
): { total: number; entries: RegisterEntry[] } & PageEnds {
  const list = listOf(store, filter, except);
  const { ids, ...ends } = readPage(store, list, page);
  const entries = store
    .prepare<[string], EntryColumns>(
      `SELECT ${ENTRY_COLUMNS} FROM register r WHERE r.rowid IN (SELECT value FROM json_each(?)) ${orderBy(NEWEST_FIRST)}`,
    )
    .all(JSON.stringify(ids))
    .map(entryFrom);
  return { total: countRows(store, list), entries, ...ends };
}

/** The ids of the same entries in the same order: of all of them, an index has these alone. */
export function listEntryIds(store: Store, filter: EntryFilter, except: readonly string[]): string[] {
  const { conditions, positional } = listOf(store, filter, except);
  return store
    .prepare<Value[], string>(`SELECT r.id FROM register r ${whereOf(conditions)} ${orderBy(NEWEST_FIRST)}`)
    .pluck()
    .all(...positional);
}

type Value = string | number;

function listOf(
  store: Store,
  { q, authority, year, held }: EntryFilter,
  except: readonly string[],
): SortedList & { positional: readonly Value[] } {
  const asked: { sql: string; values: Value[] }[] = [];
  for (const word of q.split(/\s+/u).filter(Boolean)) {
    const sql = "r.id IN (SELECT register_id FROM register_names WHERE value LIKE ? ESCAPE '\\')";
    asked.push({ sql, values: [holding(word)] });
  }
  if (authority !== null) {
    const codes = [...presumedIssuers(store)].filter(([, names]) => names.includes(authority)).map(([code]) => code);
    asked.push({
      sql: `('、' || r.authority || '、' LIKE ? ESCAPE '\\' OR (r.authority IS NULL AND r.held = 0
        AND substr(r.number_key, 1, instr(r.number_key, '|')) IN (SELECT value FROM json_each(?))))`,
      values: [`%、${literally(authority)}、%`, JSON.stringify(codes)],
    });
  }
  if (year !== null) asked.push({ sql: 'r.year = ?', values: [year] });
  if (held !== null) asked.push({ sql: 'r.held = ?', values: [held ? 1 : 0] });
  if (except.length > 0)
    asked.push({ sql: 'r.id NOT IN (SELECT value FROM json_each(?))', values: [JSON.stringify(except)] });
  return {
    table: 'register r',
    id: 'r.rowid',
    keys: NEWEST_FIRST,
    conditions: asked.map(({ sql }) => sql),
    positional: asked.flatMap(({ values }) => values),
  };
}

interface SilentCode {
  /** `新政办发|` */
  code: string;
  /** One of the number keys under it. */
  key: string;
  count: number;
}

/** The codes under which documents are only named, without a stated authority, with the number of these documents. */
function silentCodes(store: Store): SilentCode[] {
  return store
    .prepare<[], SilentCode>(
      `SELECT substr(number_key, 1, instr(number_key, '|')) AS code, min(number_key) AS key, count(*) AS count FROM register
       WHERE authority IS NULL AND held = 0 AND number_key LIKE '_%|%' GROUP BY 1`,
    )
    .all();
}

/** Who presumably issues under each silent code (joint issuers each by name). */
const presumedIssuers = oncePerVersion((store): ReadonlyMap<string, string[]> => {
  const issuers = createCodeIssuers(store);
  return new Map(silentCodes(store).map(({ code, key }) => [code, issuers(key)?.authority.split('、') ?? []]));
});

/** How many entries each authority (stated or presumed, joint ones for each of theirs) and year has, for filters; most and newest first. */
export const entryCounts = oncePerVersion((store): { authorities: FilterValue[]; years: FilterValue[] } => ({
  authorities: authorityCounts(store),
  years: store
    .prepare<[], FilterValue>(
      'SELECT CAST(year AS TEXT) AS value, count(*) AS count FROM register WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1 DESC',
    )
    .all(),
}));

function authorityCounts(store: Store): FilterValue[] {
  const stated = store
    .prepare<[], FilterValue>(
      'SELECT authority AS value, count(*) AS count FROM register WHERE authority IS NOT NULL GROUP BY 1',
    )
    .all();
  const presumed = presumedIssuers(store);
  const counts = new Map<string, number>();
  const add = (names: readonly string[], count: number): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + count);
  };
  for (const { value, count } of stated) add(value.split('、'), count);
  for (const { code, count } of silentCodes(store)) add(presumed.get(code) ?? [], count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
