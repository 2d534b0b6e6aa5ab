import type { Logger } from 'pino';
import type { IsoDate } from '../ingest/model/span.ts';
import type { Store } from '../ingest/store/open-store.ts';
import type { Config } from './config.ts';
import type { NodeCounts } from './search-engine.ts';
import type { SearchService } from './search/search-types.ts';

/** All that a page may use; a test gives an in-memory store, a fixed day and a search of its own. */
export interface Services {
  store: Store;
  search: SearchService;
  /** How many servers search has, and how many answer. */
  searchNodes: () => NodeCounts;
  /** Today in China as an ISO day: 2026-05-31. */
  today: () => IsoDate;
  config: Config;
  log: Logger;
}
