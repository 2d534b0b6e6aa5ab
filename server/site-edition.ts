import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { IsoDate } from '../ingest/model/span.ts';
import type { Store } from '../ingest/store/open-store.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { withSearchBudget } from './hardening/search-budget.ts';
import type { NodeCounts } from './search-engine.ts';
import { createSearchService } from './search/search-service.ts';
import type { SearchEngineHandle } from './search/search-service.ts';
import { chinaDay } from './site/china-day.ts';

/** The engine as a site needs it: to search, and to tell how many of its servers answer. */
export interface SiteEngine extends SearchEngineHandle {
  nodeCounts(): NodeCounts;
}

/** The site on one open record store. */
export interface SiteEdition {
  handle: RequestListener;
  /** Reads ahead what search knows of the documents, a little at a time between requests. */
  warmUp(): Promise<void>;
  /** Closes the store once nothing is being answered from it any more, or `patience` milliseconds have passed. */
  retire(patience: number): Promise<void>;
}

const POLL = 20;

/** @param store is closed by `retire` */
export function openEdition(
  store: Store,
  engine: SiteEngine,
  { config, log }: { config: Config; log: Logger },
): SiteEdition {
  const today = (): IsoDate => chinaDay(new Date());
  const service = createSearchService({ store, engine });
  const search = withSearchBudget(service);
  const app = createApp({
    store,
    search,
    searchNodes: () => engine.nodeCounts(),
    today,
    config,
    log,
  });
  let answering = 0;
  let stopped = false;
  let warm = Promise.resolve();
  return {
    handle: (request, response) => {
      answering += 1;
      response.once('close', () => (answering -= 1));
      app(request, response);
    },
    warmUp: () => {
      warm = service
        .warmUp(today(), () => stopped)
        .catch((error: unknown) => log.warn({ err: error }, 'the documents could not be read ahead for search'));
      return warm;
    },
    retire: async (patience) => {
      stopped = true;
      await warm;
      const deadline = Date.now() + patience;
      while (answering > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, POLL));
      store.close();
    },
  };
}
