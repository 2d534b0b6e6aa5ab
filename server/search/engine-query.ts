import { engineFilter } from '../../ingest/index/engine-filter.ts';
import type { Conditions } from '../../ingest/index/engine-filter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';

/** A query as the engine takes it. */
export interface EngineQuery {
  indexUid: string;
  q: string;
  attributesToSearchOn: string[];
  /** The others leave out words by how frequent they are, which each server of a cluster would judge by its own records. */
  matchingStrategy: 'all';
  attributesToRetrieve: string[];
  limit: number;
  offset?: number;
  filter?: string;
  facets?: string[];
  /** Of several servers only lists by one field can be put together. */
  sort?: [EngineOrder];
}

/** What the engine can list by (ingest/index/search-record.ts): records without it come last. */
export type EngineOrder = 'date:desc' | 'number:asc';

/** The answer to one query: ids of records, how many there are by the engine's own count, and of which values. */
export interface EngineResult {
  hits: Record<string, unknown>[];
  estimatedTotalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

/** One result for each query. `unanswered`: servers of a cluster whose hits are missing; none of a single one. */
export interface EngineAnswer {
  results: EngineResult[];
  unanswered?: number;
}

/** The part of the engine's client (Meilisearch, or several of them as one) that search needs. */
export interface EngineClient {
  multiSearch(request: { queries: EngineQuery[] }): Promise<EngineAnswer>;
}

/** What differs from query to query. */
export interface QueryParts {
  q: string;
  attributes: string[];
  limit: number;
  offset?: number;
  conditions?: Conditions;
  facets?: readonly string[];
  order?: EngineOrder | null;
}

/** A query for ids of records that have all of `q`. */
export function engineQuery({ q, attributes, limit, offset, conditions = {}, facets, order }: QueryParts): EngineQuery {
  const filter = engineFilter(conditions);
  return {
    indexUid: INDEX_UID,
    q,
    attributesToSearchOn: attributes,
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit,
    ...(offset === undefined ? {} : { offset }),
    ...(filter === undefined ? {} : { filter }),
    ...(facets === undefined ? {} : { facets: [...facets] }),
    ...(order === undefined || order === null ? {} : { sort: [order] }),
  };
}

/** The ids of an answer's records. */
export const recordIds = (result: EngineResult | undefined): string[] =>
  (result?.hits ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

/** Asks for the ids of all records as a facet, which takes the engine a fifth of handing them out where they are not very many. */
export const ALL_IDS = { limit: 0, facets: ['id'] } as const satisfies Partial<QueryParts>;

/** The ids of an answer to a query for all of them, in no order. */
export const countedIds = (result: EngineResult | undefined): string[] =>
  Object.keys(result?.facetDistribution?.id ?? {});

/** The results of several groups of queries, asked in one request. */
export async function askTogether(
  client: EngineClient,
  groups: readonly (readonly EngineQuery[])[],
): Promise<EngineResult[][]> {
  const queries = groups.flat();
  const results = queries.length === 0 ? [] : (await client.multiSearch({ queries })).results;
  let next = 0;
  return groups.map(({ length }) => results.slice(next, (next += length)));
}
