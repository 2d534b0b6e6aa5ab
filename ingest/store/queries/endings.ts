import type { Certainty, IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';
import type { FilterValue } from './filter-value.ts';
import { ALL, countRows, orderBy, readPage } from './keyset.ts';
import type { ListPage, PageEnds, SortKey } from './keyset.ts';
import { holding } from './like-pattern.ts';

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

/** What the table of endings can be narrowed by; '' is no condition. */
export interface EndingFilter {
  /** Stands in the title or number of what ended. */
  q: string;
  type: string;
  /** Of the day on which it ended. */
  year: string;
  /** Id of the document that ended it. */
  source: string;
}

export const ALL_ENDINGS: EndingFilter = { q: '', type: '', year: '', source: '' };

/** `endings` has one row for what several articles of one document say alike (migrations/004-lists.sql). */
const JOINED = `
  FROM endings n JOIN register_events e ON e.id = n.event_id JOIN register r ON r.id = n.register_id
  LEFT JOIN documents d ON d.id = n.source_document_id LEFT JOIN register s ON s.id = n.source_document_id`;

const CONDITIONS: Record<keyof EndingFilter, string> = {
  q: `n.register_id IN (SELECT id FROM register r WHERE coalesce(r.title, '') || coalesce(r.document_number, '') LIKE @q ESCAPE '\\')`,
  type: 'n.type = @type',
  year: "n.date BETWEEN @year || '-01-01' AND @year || '-12-31'",
  source: 'n.source_document_id = @source',
};

/** Those without a date come last. */
const NEWEST_FIRST: readonly SortKey[] = [
  { sql: 'n.date', descending: true },
  { sql: 'n.source_document_id', descending: false },
  { sql: 'n.source_line', descending: false },
  { sql: 'n.event_id', descending: false },
];

const COLUMNS = `n.register_id AS registerId, r.title, r.document_number AS documentNumber, r.held, n.type, n.date, e.certainty, e.quote,
  n.source_document_id AS sourceId, d.title AS sourceTitle, s.document_number AS sourceNumber,
  e.source_provision_id AS sourceProvisionId, d.issue_id AS issueId, n.source_line AS line`;

/**
 * The repeals, declarations of invalidity and revisions that one document made of another, newest first; `total` counts all
 * that pass the filter.
 */
export function listEndings(
  store: Store,
  filter: EndingFilter,
  page: ListPage = { limit: ALL, offset: 0 },
): { total: number; endings: EndingRow[] } & PageEnds {
  const names = ['q', 'type', 'year', 'source'] as const;
  const conditions = names.filter((name) => filter[name] !== '').map((name) => CONDITIONS[name]);
  const named = { ...filter, q: holding(filter.q) };
  const list = { table: 'endings n', id: 'n.event_id', keys: NEWEST_FIRST, conditions, named };
  const { ids, ...ends } = readPage(store, list, page);
  const endings = store
    .prepare<[string], EndingRow>(
      `SELECT ${COLUMNS} ${JOINED} WHERE n.event_id IN (SELECT value FROM json_each(?)) ${orderBy(NEWEST_FIRST)}`,
    )
    .all(JSON.stringify(ids));
  return { total: countRows(store, list), endings, ...ends };
}

/** An ending on a known day by a document held. */
export interface RecentEnding extends EndingRow {
  date: IsoDate;
  sourceId: string;
  sourceTitle: string;
}

/** The latest repeals and declarations of invalidity by documents held that took effect on or before a day, newest first. */
export function recentEndings(store: Store, on: IsoDate, limit: number): RecentEnding[] {
  return store
    .prepare<[IsoDate, number], RecentEnding>(
      `SELECT ${COLUMNS} ${JOINED}
       WHERE n.date <= ? AND +n.type IN ('repealed', 'declared_invalid') AND d.id IS NOT NULL ${orderBy(NEWEST_FIRST)} LIMIT ?`,
    )
    .all(on, limit);
}

/** What endings can be filtered by, with counts. */
export interface EndingFilterValues {
  types: (FilterValue & { value: EndingRow['type'] })[];
  years: FilterValue[];
  /** Documents that ended others, those that ended most first. */
  sources: (FilterValue & { label: string })[];
}

/** The kinds, years (newest first) and ending documents of all endings. */
export const endingFilterValues = oncePerVersion((store): EndingFilterValues => {
  const counted = <T extends FilterValue>(sql: string): T[] => store.prepare<[], T>(sql).all();
  return {
    types: counted('SELECT type AS value, count(*) AS count FROM endings GROUP BY 1 ORDER BY count DESC, value'),
    years: counted(
      'SELECT substr(date, 1, 4) AS value, count(*) AS count FROM endings WHERE date IS NOT NULL GROUP BY 1 ORDER BY 1 DESC',
    ),
    sources: counted(
      `SELECT n.value, coalesce(s.document_number, d.title, '') AS label, n.count
       FROM (SELECT source_document_id AS value, count(*) AS count FROM endings WHERE source_document_id IS NOT NULL GROUP BY 1) n
       LEFT JOIN documents d ON d.id = n.value LEFT JOIN register s ON s.id = n.value ORDER BY n.count DESC, n.value`,
    ),
  };
});
