import type { IsoDate } from '../../ingest/model/span.ts';
import type { SearchRequest } from './search-types.ts';

/** A search as it is asked without any filter: the first page, by relevance, documents in force first. `on` is the day of the statuses. */
export function plainRequest(q: string, on: IsoDate): SearchRequest {
  return {
    q,
    on,
    status: [],
    authority: [],
    type: [],
    year: [],
    issue: [],
    document: null,
    sort: 'relevance',
    inForceFirst: true,
    limit: 20,
    offset: 0,
  };
}
