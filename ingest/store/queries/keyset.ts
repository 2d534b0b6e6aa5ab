/**
 * Pages of a long list by the place where the last one ended. A page that begins at a place costs the same wherever it lies: an index is
 * entered there, where an OFFSET walks over all rows before it.
 */
import { z } from 'zod';
import type { Store } from '../open-store.ts';

type Value = string | number | null;

/** A place in a list: the sort keys of the row that stands there. It stays the same place whatever comes or goes before it. */
export type Cursor = readonly Value[];

/** The limit of a page that has the whole list. */
export const ALL = 2 ** 31;

/** A page before which `offset` rows stand, or the rows that follow or precede a place. */
export type ListPage =
  { limit: number; offset: number } | { limit: number; after: Cursor } | { limit: number; before: Cursor };

/** The places of the first and last row of a page, from which its neighbours are read; null where nothing stands before or after it. */
export interface PageEnds {
  before: Cursor | null;
  after: Cursor | null;
}

/** What a list is sorted by. As SQLite has it, NULL is less than every value: where `descending`, last. */
export interface SortKey {
  sql: string;
  descending: boolean;
}

/** A sorted list of which a page is read. Its last key is different for each row. */
export interface SortedList {
  /** `documents d` */
  table: string;
  /** The column by which the rows are read afterwards: `d.rowid`. */
  id: string;
  keys: readonly SortKey[];
  /** Conditions that a row has to pass; none for all rows. */
  conditions: readonly string[];
  /** Values of the `?` of the conditions, and of their named parameters. */
  positional?: readonly Value[];
  named?: Readonly<Record<string, Value>>;
}

/** `ORDER BY d.listed_date DESC, d.seq` */
export function orderBy(keys: readonly SortKey[], backward = false): string {
  return `ORDER BY ${keys.map(({ sql, descending }) => (descending === backward ? sql : `${sql} DESC`)).join(', ')}`;
}

/** How many rows the whole list has. */
export function countRows(store: Store, { table, conditions, positional = [], named = {} }: SortedList): number {
  const sql = `SELECT count(*) FROM ${table} ${whereOf(conditions)}`;
  return (
    store
      .prepare<unknown[], number>(sql)
      .pluck()
      .get(...positional, named) ?? 0
  );
}

/** `WHERE d.kind = @kind AND d.document_type = @type`; '' for no condition. */
export const whereOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

/** The ids of the rows of one page, in the order of the list. A place of another list, which has other keys, begins at the first row. */
export function readPage(store: Store, list: SortedList, page: ListPage): { ids: Value[] } & PageEnds {
  const { limit } = page;
  const place = 'offset' in page ? null : 'after' in page ? page.after : page.before;
  if (place?.length !== list.keys.length) {
    const offset = 'offset' in page ? page.offset : 0;
    return pageOf(
      readRows(store, list, `LIMIT @limit OFFSET @offset`, { limit: limit + 1, offset }),
      limit,
      offset > 0,
    );
  }
  const backward = 'before' in page;
  const rows: Row[] = [];
  for (const beyond of stepsFrom(list.keys, place, backward)) {
    if (rows.length > limit) break;
    const named = { ...namedKeys(place), limit: limit + 1 - rows.length };
    rows.push(
      ...readRows(store, { ...list, conditions: [...list.conditions, ...beyond] }, 'LIMIT @limit', named, backward),
    );
  }
  return backward ? pageBefore(rows, limit) : pageOf(rows, limit, true);
}

/** The id, then the keys. */
type Row = [Value, ...Value[]];

const placeOf = (row: Row | undefined): Cursor | null => row?.slice(1) ?? null;

/** A page of rows that may have one too many, which then tells that others follow. */
function pageOf(rows: readonly Row[], limit: number, hasPrevious: boolean): { ids: Value[] } & PageEnds {
  const shown = rows.slice(0, limit);
  return {
    ids: shown.map(([id]) => id),
    before: hasPrevious ? placeOf(shown[0]) : null,
    after: rows.length > limit ? placeOf(shown.at(-1)) : null,
  };
}

function pageBefore(rows: readonly Row[], limit: number): { ids: Value[] } & PageEnds {
  const shown = rows.slice(0, limit).reverse();
  return {
    ids: shown.map(([id]) => id),
    before: rows.length > limit ? placeOf(shown[0]) : null,
    after: placeOf(shown.at(-1)),
  };
}

function readRows(
  store: Store,
  { table, id, keys, conditions, positional = [], named = {} }: SortedList,
  limit: string,
  values: Readonly<Record<string, Value>>,
  backward = false,
): Row[] {
  const columns = [id, ...keys.map(({ sql }) => sql)].join(', ');
  return store
    .prepare<unknown[], Row>(
      `SELECT ${columns} FROM ${table} ${whereOf(conditions)} ${orderBy(keys, backward)} ${limit}`,
    )
    .raw()
    .all(...positional, { ...named, ...values });
}

const namedKeys = (place: Cursor): Record<string, Value> =>
  Object.fromEntries(place.map((value, nth) => [`key${nth}`, value]));

/**
 * What lies beyond a place, as conditions that enter an index one after the other: the rows that share all keys but the last with it, then
 * all but the last two, and so on. One after the other they are in the order of the list.
 */
function stepsFrom(keys: readonly SortKey[], place: Cursor, backward: boolean): string[][] {
  const steps = keys.map((key, nth) => {
    const shared = keys.slice(0, nth).map(({ sql }, before) => sameAs(sql, before, place[before] ?? null));
    return beyondKey(key, nth, place[nth] ?? null, backward).map((beyond) => [...shared, beyond]);
  });
  return steps.reverse().flat();
}

function sameAs(sql: string, nth: number, value: Value): string {
  return value === null ? `${sql} IS NULL` : `${sql} = @key${nth}`;
}

/** Less than every number and text: so an index is entered behind its NULLs, which IS NOT NULL does not do. */
const LEAST = '-9e999';

function beyondKey({ sql, descending }: SortKey, nth: number, value: Value, backward: boolean): string[] {
  if (descending === backward) return [value === null ? `${sql} > ${LEAST}` : `${sql} > @key${nth}`];
  return value === null ? [] : [`${sql} < @key${nth}`, `${sql} IS NULL`];
}

const CURSOR = z
  .array(z.union([z.string().max(1000), z.number(), z.null()]))
  .min(1)
  .max(8);

/** A place as an address can carry it: letters, digits, - and _. */
export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Reads what `cursorText` wrote; null for anything else. */
export function readCursor(text: string): Cursor | null {
  try {
    return CURSOR.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
