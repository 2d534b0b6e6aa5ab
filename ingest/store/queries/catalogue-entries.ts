import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import type { FilterValue } from './filter-value.ts';
import { ALL } from './keyset.ts';
import { tallies } from './tallies.ts';
import { holding } from './like-pattern.ts';

/** One filed document. `registerId` is its entry in the register, `held` whether the archive has its text. */
export interface CatalogueEntryRow {
  id: number;
  catalogueId: number;
  groupSeq: number;
  groupName: string;
  seq: number;
  title: string;
  documentNumber: string | null;
  date: IsoDate | null;
  registerId: string | null;
  held: number;
  line: number;
  raw: string;
  issueId: string;
  year: number;
  quarter: number;
}

/** The catalogues whose entries are meant; null is all of them. */
export interface CatalogueScope {
  catalogue: number | null;
  issue: string | null;
  year: number | null;
  quarter: number | null;
}

export const ALL_CATALOGUES: CatalogueScope = { catalogue: null, issue: null, year: null, quarter: null };

export type CatalogueSort = 'print' | 'date' | '-date' | 'number' | 'title';

/** Which entries of filing catalogues a page shows and in which order; '' is no condition. */
export interface CatalogueFilter {
  group: string;
  /** Year of the entry's own date. */
  year: string;
  /** Kind of number, as `numberTypes` lists them. */
  numberType: string;
  /** Words that its title or number has. */
  q: string;
  sort: CatalogueSort;
}

/** 乌政办规〔2024〕2号, 伊财规字〔2024〕1号 → 规; 自治区人民政府令第239号 → 令; 新政发〔2024〕8号 → 其他; no number → 无文号. */
const NUMBER_TYPE = `CASE
  WHEN e.document_number IS NULL THEN '无文号'
  WHEN e.document_number GLOB '*规[〔[［（(]*' OR e.document_number GLOB '*规字[〔[［（(]*' THEN '规范性文件字号（规）'
  WHEN e.document_number GLOB '*令*' THEN '令'
  ELSE '其他字号' END`;

const COLUMNS = `e.id, e.catalogue_id AS catalogueId, e.group_seq AS groupSeq, g.name AS groupName, e.seq, e.title,
  e.document_number AS documentNumber, e.date, e.register_id AS registerId, coalesce(r.held, 0) AS held, e.line, e.raw,
  c.issue_id AS issueId, c.year, c.quarter`;

const GROUP = 'JOIN catalogue_groups g ON g.catalogue_id = e.catalogue_id AND g.seq = e.group_seq';
const ALL_JOINED = `FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id ${GROUP} LEFT JOIN register r ON r.id = e.register_id`;

/** Every entry with its catalogue. CROSS JOIN: by the order of catalogues in print, of which the entries of one page are the first. */
const BY_CATALOGUE = 'FROM catalogues c CROSS JOIN catalogue_entries e ON e.catalogue_id = c.id';
const BY_ENTRY = 'FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id';

const IN_PRINT = 'c.year DESC, c.quarter DESC, c.id, e.seq';

/** 新政办发|2024|43 by its code, year and serial as numbers: what stands behind the last and the first stroke. */
const BY_NUMBER = `e.number_key IS NULL, substr(e.number_key, 1, instr(e.number_key, '|')),
  CAST(substr(e.number_key, instr(e.number_key, '|') + 1) AS INTEGER),
  CAST(substr(e.number_key, instr(e.number_key, '|') + 1 + instr(substr(e.number_key, instr(e.number_key, '|') + 1), '|')) AS INTEGER)`;

/** Undated and unnumbered entries come last. */
const ORDERS: Record<CatalogueSort, string> = {
  print: IN_PRINT,
  date: `e.date IS NULL, e.date, ${IN_PRINT}`,
  '-date': `e.date IS NULL, e.date DESC, ${IN_PRINT}`,
  number: `${BY_NUMBER}, ${IN_PRINT}`,
  title: `e.title_key, ${IN_PRINT}`,
};

/** The entries that pass, sorted, cut to a page where one is asked for; `total` counts all that pass. */
export function listCatalogueEntries(
  store: Store,
  scope: CatalogueScope,
  filter: CatalogueFilter,
  { limit, offset } = { limit: ALL, offset: 0 },
): { total: number; entries: CatalogueEntryRow[] } {
  const { where, values } = conditions(scope, filter);
  const group = filter.group === '' ? '' : GROUP;
  const from = filter.sort === 'print' ? BY_CATALOGUE : BY_ENTRY;
  const order = ORDERS[filter.sort];
  const ids = store
    .prepare<(string | number)[], number>(`SELECT e.id ${from} ${group} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .pluck()
    .all(...values, limit, offset);
  const entries = store
    .prepare<[string], CatalogueEntryRow>(
      `SELECT ${COLUMNS} ${ALL_JOINED} WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY ${order}`,
    )
    .all(JSON.stringify(ids));
  return {
    total: where === '' ? tallies(store).catalogueEntries : count(store, `${from} ${group} ${where}`, values),
    entries,
  };
}

const count = (store: Store, rows: string, values: readonly (string | number)[]): number =>
  store
    .prepare<(string | number)[], number>(`SELECT count(*) ${rows}`)
    .pluck()
    .get(...values) ?? 0;

const NO_FILTER: CatalogueFilter = { group: '', year: '', numberType: '', q: '', sort: 'print' };

/** All entries in scope, in print order. */
export function entriesInScope(store: Store, scope: CatalogueScope): CatalogueEntryRow[] {
  return listCatalogueEntries(store, scope, NO_FILTER).entries;
}

/** What entries can be filtered by, with counts, in the order of their first appearance in print. */
export interface CatalogueFilterValues {
  groups: FilterValue[];
  years: FilterValue[];
  numberTypes: FilterValue[];
}

/** The groups (most entries first), years (newest first) and kinds of number of the entries in scope. */
export function catalogueFilterValues(store: Store, scope: CatalogueScope): CatalogueFilterValues {
  const { where, values } = conditions(scope, null);
  const counted = (value: string, order: string): FilterValue[] =>
    store
      .prepare<(string | number)[], FilterValue>(
        `SELECT * FROM (SELECT ${value} AS value, count(*) AS count ${BY_ENTRY} ${GROUP} ${where} GROUP BY 1) WHERE value IS NOT NULL ORDER BY ${order}`,
      )
      .all(...values);
  return {
    groups: counted('g.name', 'count DESC, value'),
    years: counted('substr(e.date, 1, 4)', 'value DESC'),
    numberTypes: counted(NUMBER_TYPE, 'count DESC, value'),
  };
}

function conditions(
  scope: CatalogueScope,
  filter: CatalogueFilter | null,
): { where: string; values: (string | number)[] } {
  const asked: [string, string | number | null][] = [
    ['c.id = ?', scope.catalogue],
    ['c.issue_id = ?', scope.issue],
    ['c.year = ?', scope.year],
    ['c.quarter = ?', scope.quarter],
    ['g.name = ?', filter?.group || null],
    ['substr(e.date, 1, 4) = ?', filter?.year || null],
    [`${NUMBER_TYPE} = ?`, filter?.numberType || null],
    ...(filter?.q ?? '')
      .split(/\s+/u)
      .filter(Boolean)
      .map((word): [string, string] => [
        "(e.title || ' ' || coalesce(e.document_number, '')) LIKE ? ESCAPE '\\'",
        holding(word),
      ]),
  ];
  const given = asked.flatMap(([sql, value]) => (value === null ? [] : [{ sql, value }]));
  return {
    where: given.length === 0 ? '' : `WHERE ${given.map(({ sql }) => sql).join(' AND ')}`,
    values: given.map(({ value }) => value),
  };
}
