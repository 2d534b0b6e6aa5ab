import type { Certainty, IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';
import type { FilterValue } from './filter-value.ts';

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

const ENDED = `
  FROM register_events e JOIN register r ON r.id = e.register_id
  LEFT JOIN documents d ON d.id = e.source_document_id LEFT JOIN register s ON s.id = e.source_document_id
  WHERE e.type IN ('repealed', 'declared_invalid', 'partly_repealed', 'revised')
    AND (e.source_document_id IS NULL OR e.source_document_id <> e.register_id)`;

/** One statement of several articles that end the same on one day is one ending. */
const ONE_EACH = 'GROUP BY e.register_id, e.type, e.date, e.source_document_id, e.provisions';

const CONDITIONS: Record<keyof EndingFilter, string> = {
  q: "coalesce(r.title, '') || coalesce(r.document_number, '') LIKE @q ESCAPE '\\'",
  type: 'e.type = @type',
  year: 'substr(e.date, 1, 4) = @year',
  source: 'e.source_document_id = @source',
};

/**
 * The repeals, declarations of invalidity and revisions that one document made of another, newest first; `total` counts all
 * that pass the filter.
 */
export function listEndings(
  store: Store,
  filter: EndingFilter,
  page: { limit: number; offset: number } | null = null,
): { total: number; endings: EndingRow[] } {
  const names = ['q', 'type', 'year', 'source'] as const;
  const conditions = names.filter((name) => filter[name] !== '').map((name) => `AND ${CONDITIONS[name]}`);
  const passing = `${ENDED} ${conditions.join(' ')} ${ONE_EACH}`;
  const values = { ...filter, q: `%${filter.q.replace(/[\\%_]/gu, '\\$&')}%` };
  const total =
    store.prepare<[EndingFilter], { n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${passing})`).get(values)?.n ?? 0;
  const endings = store
    .prepare<[EndingFilter & { limit: number; offset: number }], EndingRow>(
      `SELECT e.register_id AS registerId, r.title, r.document_number AS documentNumber, r.held, e.type, e.date, e.certainty, e.quote,
         e.source_document_id AS sourceId, d.title AS sourceTitle, s.document_number AS sourceNumber,
         e.source_provision_id AS sourceProvisionId, d.issue_id AS issueId, e.source_line AS line
       ${passing}
       ORDER BY e.date IS NULL, e.date DESC, e.source_document_id, min(e.source_line), e.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit: page?.limit ?? -1, offset: page?.offset ?? 0 });
  return { total, endings };
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
  const counted = <T extends FilterValue>(columns: string, order: string): T[] =>
    store
      .prepare<[], T>(
        `SELECT ${columns}, count(*) AS count FROM
           (SELECT e.type, e.date, e.source_document_id, coalesce(s.document_number, d.title, '') AS source_name ${ENDED} ${ONE_EACH})
         GROUP BY value HAVING value IS NOT NULL ORDER BY ${order}`,
      )
      .all();
  return {
    types: counted('type AS value', 'count DESC, value'),
    years: counted('substr(date, 1, 4) AS value', 'value DESC'),
    sources: counted('source_document_id AS value, source_name AS label', 'count DESC, value'),
  };
});
