import { MeilisearchApiError } from 'meilisearch';
import { expect, it } from 'vitest';
import { federate } from '../../../server/search-engine/federated-client.ts';
import type { SearchNode } from '../../../server/search-engine/search-node.ts';
import { SearchUnavailable } from '../../../server/search/search-types.ts';

const QUERY = {
  indexUid: 'dibao_pieces',
  q: '"行 政"',
  attributesToSearchOn: ['text'],
  attributesToRetrieve: ['id'],
  limit: 0,
};

/** A node that refuses every question with a code, and what it was told of that. */
function refusing(code: string): SearchNode & { told: unknown[] } {
  const told: unknown[] = [];
  const fault = { message: `refused: ${code}`, code, type: 'invalid_request', link: '' };
  return {
    told,
    health: () => 'ok',
    multiSearch: () => Promise.reject(new MeilisearchApiError(new Response(null, { status: 400 }), fault)),
    missed: (error) => void told.push(error),
  };
}

const ask = (node: SearchNode) => federate([node]).multiSearch({ queries: [{ ...QUERY, matchingStrategy: 'all' }] });

it.each(['invalid_search_facets', 'invalid_search_filter', 'invalid_search_sort'])(
  'does without a server whose index was made by other rules: %s',
  async (code) => {
    const node = refusing(code);
    await expect(ask(node)).rejects.toThrow(SearchUnavailable);
    expect(node.told).toHaveLength(1);
  },
);

it('does not hide a question that is wrong', async () => {
  const node = refusing('invalid_search_limit');
  await expect(ask(node)).rejects.toThrow(MeilisearchApiError);
  expect(node.told).toEqual([]);
});
