import { MeilisearchApiError } from 'meilisearch';
import type { EngineOrder, EngineResult } from '../search/engine-query.ts';
import { SearchUnavailable } from '../search/search-types.ts';
import type { FederatedAnswer, FederatedClient, NodeQuery, SearchNode } from './search-node.ts';

/** Milliseconds that one of several nodes may take: less than a search may (server/hardening/search-budget.ts). */
const NODE_PATIENCE = 2500;
/** The only node may take as long as the search may. */
const ONLY_NODE_PATIENCE = 30_000;
const BAD_REQUEST = 400;

/**
 * Searches all nodes at once and makes one answer of theirs, as one server with all records would give it: counts added up, hits in
 * the order of the engine's own scores, which depend on the record and the query alone.
 *
 * Meilisearch's own remote federation makes one list of all queries of a request, so it cannot be used here (docs/cluster.md).
 * @throws SearchUnavailable when no node answers.
 */
export function federate(nodes: readonly SearchNode[]): FederatedClient {
  const patience = nodes.length === 1 ? ONLY_NODE_PATIENCE : NODE_PATIENCE;
  return { multiSearch: ({ queries }) => askAll(nodes, queries, patience) };
}

async function askAll(nodes: readonly SearchNode[], queries: NodeQuery[], patience: number): Promise<FederatedAnswer> {
  const asked = nodes.length === 1 ? queries : queries.map(wholeBeginning);
  const answers = await Promise.all(nodes.map((node) => ask(node, asked, patience)));
  const lists = answers.filter((answer) => answer !== null);
  if (lists.length === 0) throw new SearchUnavailable(nodes.some(isStarting) ? 'starting' : 'down');
  const unanswered = nodes.length - lists.length;
  if (nodes.length === 1) return { results: lists.flat(), unanswered };
  const resultsOf = (index: number): EngineResult[] => lists.flatMap((list) => list[index] ?? []);
  return { results: queries.map((query, index) => mergeResults(resultsOf(index), query)), unanswered };
}

const isStarting = (node: SearchNode): boolean => node.health() !== 'down';

/** Which of a node's hits are on the page asked for is known when all nodes have answered: each gives its beginning. */
function wholeBeginning(query: NodeQuery): NodeQuery {
  const { offset = 0, ...rest } = query;
  const [order] = query.sort ?? [];
  const shown = order === undefined ? [] : [fieldOf(order)];
  return {
    ...rest,
    limit: offset + query.limit,
    showRankingScore: true,
    attributesToRetrieve: [...query.attributesToRetrieve, ...shown],
  };
}

/**
 * What a node says whose index was made by other rules than this program's, as that of another version: it has no such field to ask for. Where
 * this program may write it makes the index anew before it asks; with a search-only key others do that.
 */
const OTHER_RULES = ['invalid_search_facets', 'invalid_search_filter', 'invalid_search_sort'];

/** Whether an answer blames the question for what only this program can have done wrong. */
const isOwnFault = (error: unknown): boolean =>
  error instanceof MeilisearchApiError &&
  error.response.status === BAD_REQUEST &&
  !OTHER_RULES.includes(error.cause?.code ?? '');

/** Null when the node is known not to answer, or does not. @throws MeilisearchApiError for a fault of this program */
async function ask(node: SearchNode, queries: NodeQuery[], patience: number): Promise<EngineResult[] | null> {
  if (node.health() !== 'ok') return null;
  try {
    return (await node.multiSearch({ queries }, patience)).results;
  } catch (error) {
    if (isOwnFault(error)) throw error;
    node.missed(error);
    return null;
  }
}

/** One page of the hits of several nodes, in the order asked for or else best first; of equals, those of the first node first. */
function mergeResults(results: readonly EngineResult[], { offset = 0, limit, sort }: NodeQuery): EngineResult {
  const [order] = sort ?? [];
  const compare = order === undefined ? byScore : byField(fieldOf(order), order.endsWith(':desc'));
  const hits = results
    .flatMap((result) => result.hits)
    .sort(compare)
    .slice(offset, offset + limit);
  return {
    hits,
    estimatedTotalHits: results.reduce((sum, result) => sum + (result.estimatedTotalHits ?? 0), 0),
    facetDistribution: mergeFacets(results),
  };
}

/** The values of each facet with their counts added up. */
function mergeFacets(results: readonly EngineResult[]): Record<string, Record<string, number>> {
  const merged: Record<string, Record<string, number>> = {};
  for (const [facet, counts] of results.flatMap((result) => Object.entries(result.facetDistribution ?? {}))) {
    const sums = (merged[facet] ??= {});
    for (const [value, count] of Object.entries(counts)) sums[value] = (sums[value] ?? 0) + count;
  }
  return merged;
}

type Hit = Record<string, unknown>;

/** `date` of `date:desc`. */
const fieldOf = (order: EngineOrder): string => order.slice(0, order.indexOf(':'));

/** As the engine orders: hits without the field come last, whichever way. */
function byField(field: string, descending: boolean): (a: Hit, b: Hit) => number {
  return (a, b) => {
    const [first, second] = [a[field] ?? null, b[field] ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    const order = first === second ? 0 : isBefore(first, second) ? -1 : 1;
    return descending ? -order : order;
  };
}

const isBefore = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b);

const byScore = (a: Hit, b: Hit): number => scoreOf(b) - scoreOf(a);

const scoreOf = (hit: Record<string, unknown>): number =>
  typeof hit._rankingScore === 'number' ? hit._rankingScore : 0;
