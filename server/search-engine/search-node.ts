import type { EngineQuery, EngineResult } from '../search/engine-query.ts';
import type { SearchHealth } from '../search/search-types.ts';

/** A query as a node gets it. */
export interface NodeQuery extends EngineQuery {
  showRankingScore?: boolean;
}

/** One of the servers that hold the index together, as search sees it. */
export interface SearchNode {
  health(): SearchHealth;
  multiSearch(request: { queries: NodeQuery[] }, patience: number): Promise<{ results: EngineResult[] }>;
  /** To be told of an answer that did not come, so that the next search need not wait for it again. */
  missed(error: unknown): void;
}

/** One answer to each query. `unanswered`: nodes whose hits are missing; whoever shows the answer has to say so. */
export interface FederatedAnswer {
  results: EngineResult[];
  unanswered: number;
}

/** Searches all nodes as if they were one server. */
export interface FederatedClient {
  multiSearch(request: { queries: NodeQuery[] }): Promise<FederatedAnswer>;
}
