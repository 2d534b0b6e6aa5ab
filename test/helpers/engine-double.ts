import { searchRecordsOf } from '../../ingest/index/search-record.ts';
import type { SearchRecord } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { EngineQuery, EngineResult } from '../../server/search/candidates.ts';
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
    .flatMap(({ id }) => searchRecordsOf(store, id));
  const answer = ({ q, attributesToSearchOn, limit, filter, facets = [] }: EngineQuery): EngineResult => {
    const phrases = [...q.matchAll(/"([^"]*)"/gu)].map((match) => match[1] ?? '');
    const wanted = phrases.length > 0 ? phrases : q.split(' ');
    const found = records.filter(
      (record) =>
        (filter?.includes(`"${record.document}"`) ?? true) &&
        (options.wrong === true || wanted.every((phrase) => hasPhrase(record, attributesToSearchOn, phrase))),
    );
    const counts: Record<string, number> = {};
    for (const { document } of found) counts[document] = (counts[document] ?? 0) + 1;
    return {
      hits: found.slice(0, limit).map(({ id }) => ({ id })),
      estimatedTotalHits: found.length,
      ...(facets.includes('document') ? { facetDistribution: { document: counts } } : {}),
    };
  };
  return {
    health: () => options.health ?? 'ok',
    client: { multiSearch: ({ queries }) => Promise.resolve({ results: queries.map(answer) }) },
  };
}

function hasPhrase(record: SearchRecord, attributes: readonly string[], phrase: string): boolean {
  return attributes.some((attribute) => {
    if (attribute === 'words') return record.words.includes(phrase);
    const text = attribute === 'headings' ? record.headings : record.text;
    return ` ${text} `.includes(` ${phrase} `);
  });
}
