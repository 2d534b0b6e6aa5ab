import { expect, it } from 'vitest';
import { findCandidates } from '../../../server/search/candidates.ts';
import type { EngineClient } from '../../../server/search/engine-query.ts';
import { NameIndex } from '../../../server/search/name-index.ts';
import { parseQuery } from '../../../server/search/parse-query.ts';
import type { SearchableDocument } from '../../../server/search/searchable.ts';

it('keeps what a server told first that does not answer when the rest is asked for', async () => {
  const client: EngineClient = {
    multiSearch: ({ queries }) =>
      Promise.resolve(
        queries.some(({ facets }) => facets?.includes('id'))
          ? { results: queries.map(() => ({ hits: [], facetDistribution: { id: { a_1: 1, a_2: 1 } } })), unanswered: 1 }
          : { results: queries.map(() => ({ hits: [{ id: 'a_1' }, { id: 'b_1' }], estimatedTotalHits: 4 })) },
      ),
  };
  const [candidates] = await findCandidates(client, {
    alternatives: parseQuery('行政执法案卷评查').alternatives,
    within: null,
    first: 2,
    records: 500,
    names: new NameIndex<SearchableDocument>(),
    ahead: () => undefined,
  });
  expect([...(candidates?.records ?? [])].sort()).toEqual(['a_1', 'a_2', 'b_1']);
  expect(candidates?.ways[0]?.total).toBe(3);
});
