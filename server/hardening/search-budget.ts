import { SearchUnavailable, type SearchService } from '../search/search-types.ts';

/** Milliseconds that a search may take. The slowest honest one takes a tenth of it. */
const SEARCH_BUDGET = 5000;

/**
 * The same search with a budget: an engine that hangs (it is stopped, its disk is stuck) makes `search` throw SearchUnavailable
 * after `budget` milliseconds, and the page says so in words, instead of a reader waiting for ever.
 */
export function withSearchBudget(search: SearchService, budget = SEARCH_BUDGET): SearchService {
  return {
    health: () => search.health(),
    suggest: (prefix, limit) => search.suggest(prefix, limit),
    related: (documentId, provisionId, limit) => withinBudget(search.related(documentId, provisionId, limit), budget),
    search: (request) => withinBudget(search.search(request), budget),
  };
}

function withinBudget<T>(answer: Promise<T>, budget: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const expiry = setTimeout(() => reject(new SearchUnavailable('down')), budget);
    answer.then(resolve, reject).finally(() => clearTimeout(expiry));
  });
}
