import { Router } from 'express';
import { coverageTotals } from '../../ingest/store/queries/coverage.ts';
import type { Services } from '../services.ts';

/**
 * /healthz: 200 while the store answers, whatever the search engine does; 503 when it does not. Search is `ok` while any of its
 * servers answers: `searchServers` tells whether all do.
 */
export function createHealthRouter({ store, search, searchNodes, log }: Services): Router {
  const router = Router();
  const searchState = () => ({ search: search.health(), searchServers: searchNodes() });
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      const { issues, documents, articles } = coverageTotals(store);
      response.json({ status: 'ok', store: 'ok', ...searchState(), issues, documents, articles });
    } catch (error) {
      log.error({ err: error }, 'the record store does not answer');
      response.status(503).json({ status: 'error', store: 'down', ...searchState() });
    }
  });
  return router;
}
