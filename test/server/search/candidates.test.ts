import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../server/search/candidates.ts';
import type { Wanted } from '../../../server/search/candidates.ts';
import type { EngineClient, EngineQuery } from '../../../server/search/engine-query.ts';
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
    seemsRare: () => false,
    ahead: () => undefined,
  });
  expect([...(candidates?.records ?? [])].sort()).toEqual(['a_1', 'a_2', 'b_1']);
  expect(candidates?.ways[0]?.total).toBe(3);
});

describe('what seems rare', () => {
  const ids = (count: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`a_${at + 1}`, 1]));

  /** An engine that has so many records with anything, of which `a_9` is the latest, and so many with it as words. */
  function engineOf(count: number, worded = count): { client: EngineClient; asked: EngineQuery[][] } {
    const asked: EngineQuery[][] = [];
    const client: EngineClient = {
      multiSearch: ({ queries }) => {
        asked.push(queries);
        return Promise.resolve({
          results: queries.map(({ facets, attributesToSearchOn }) => {
            const total = attributesToSearchOn.includes('words') ? worded : count;
            return facets === undefined
              ? { hits: [{ id: 'a_9' }, { id: 'a_8' }], estimatedTotalHits: total }
              : { hits: [], estimatedTotalHits: total, facetDistribution: { id: ids(total) } };
          }),
        });
      },
    };
    return { client, asked };
  }

  const wanted = (q: string): Wanted => ({
    alternatives: parseQuery(q).alternatives,
    within: null,
    first: 2,
    records: 10,
    names: new NameIndex<SearchableDocument>(),
    seemsRare: () => true,
    ahead: () => undefined,
  });

  it('is asked for once, with all its ids', async () => {
    const { client, asked } = engineOf(7, 5);
    const [candidates] = await findCandidates(client, wanted('案卷'));
    expect(asked).toHaveLength(1);
    expect(candidates).toMatchObject({ complete: true, records: new Set(Object.keys(ids(7))) });
    expect(candidates?.asWords).toEqual(new Set(Object.keys(ids(5))));
  });

  it('is no better for being words where nearly all of it is', async () => {
    const [candidates] = await findCandidates(engineOf(7, 6).client, wanted('案卷'));
    expect(candidates?.asWords).toEqual(new Set());
  });

  it('and is not, is listed by its latest records', async () => {
    const { client, asked } = engineOf(11);
    const [candidates] = await findCandidates(client, wanted('行政执法案卷评查'));
    expect(asked.map((queries) => queries.length)).toEqual([1, 1]);
    expect(candidates?.ways).toMatchObject([{ records: ['a_9', 'a_8'], complete: false, total: 11 }]);
    expect(candidates?.complete).toBe(false);
  });
});
