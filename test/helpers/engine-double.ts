import { searchRecordsOf } from '../../ingest/index/search-record.ts';
import type { SearchRecord } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { EngineOrder, EngineQuery, EngineResult } from '../../server/search/engine-query.ts';
import type { SearchEngineHandle } from '../../server/search/search-service.ts';
import type { SearchHealth } from '../../server/search/search-types.ts';

/**
 * Answers as Meilisearch does for the queries that search sends: phrases over spaced characters, all of them, without ranking.
 * `wrong` adds records that do not have what was asked, as the real engine sometimes does.
 */
export function engineDouble(
  store: Store,
  options: { health?: SearchHealth; wrong?: boolean } = {},
): SearchEngineHandle {
  const records = store
    .prepare<[], { id: string }>('SELECT id FROM documents ORDER BY id')
    .all()
    .flatMap(({ id }) => searchRecordsOf(store, id))
    .map((record) => ({ ...record, headings: ` ${record.headings} `, text: ` ${record.text} ` }));
  const answer = ({ q, attributesToSearchOn, limit, offset = 0, filter, facets, sort }: EngineQuery): EngineResult => {
    const phrases = [...q.matchAll(/"([^"]*)"/gu)].map((match) => match[1] ?? '');
    const wanted = phrases.length > 0 ? phrases : q.split(' ');
    const passes = filterOf(filter);
    const found = inOrder(
      records.filter(
        (record) =>
          passes(record) &&
          (options.wrong === true || wanted.every((phrase) => hasPhrase(record, attributesToSearchOn, phrase))),
      ),
      sort?.[0],
    );
    return {
      hits: found.slice(offset, offset + limit).map(({ id }) => ({ id })),
      estimatedTotalHits: found.length,
      ...(facets ? { facetDistribution: Object.fromEntries(facets.map((facet) => [facet, count(found, facet)])) } : {}),
    };
  };
  return {
    health: () => options.health ?? 'ok',
    client: { multiSearch: ({ queries }) => Promise.resolve({ results: queries.map(answer) }) },
  };
}

/** @param record its texts between spaces */
function hasPhrase(record: SearchRecord, attributes: readonly string[], phrase: string): boolean {
  return attributes.some((attribute) => {
    if (attribute === 'words') return record.words.includes(phrase);
    const text = attribute === 'headings' ? record.headings : record.text;
    return text.includes(` ${phrase} `);
  });
}

/** `document IN ["a", "b"] AND lot < 12` */
function filterOf(filter = ''): (record: SearchRecord) => boolean {
  const parts = filter.split(' AND ').filter((part) => part !== '');
  const tests = parts.map((part) => {
    const [, under] = /^lot < (\d+)$/u.exec(part) ?? [];
    if (under !== undefined) return (record: SearchRecord) => record.lot < Number(under);
    const [field = '', list = ''] = part.split(' IN ');
    const values = new Set([...list.matchAll(/"([^"]*)"/gu)].map((match) => match[1]));
    return (record: SearchRecord) => valuesOf(record, field).some((value) => values.has(value));
  });
  return (record) => tests.every((test) => test(record));
}

function valuesOf(record: SearchRecord, field: string): string[] {
  const { id, document, authority, type, year, issue } = record;
  const values: Record<string, (string | null)[]> = {
    id: [id],
    document: [document],
    authority,
    type: [type],
    year: [year],
    issue: [issue],
  };
  return (values[field] ?? []).filter((value) => value !== null);
}

function count(found: readonly SearchRecord[], facet: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of found) for (const value of valuesOf(record, facet)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Records without the field come last, equal ones as they are. */
function inOrder(found: SearchRecord[], order: EngineOrder | undefined): SearchRecord[] {
  if (order === 'date:desc') return found.toSorted((a, b) => (b.date ?? 0) - (a.date ?? 0));
  if (order !== 'number:asc') return found;
  return found.toSorted((a, b) => ((a.number ?? '\uffff') < (b.number ?? '\uffff') ? -1 : 1));
}
