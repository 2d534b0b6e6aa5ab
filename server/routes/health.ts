import { Router } from 'express';
import { coverageTotals } from '../../ingest/store/queries/coverage.ts';
import type { Services } from '../services.ts';

/** /healthz: 200 while the store answers, whatever the search engine does; 503 when it does not. */
export function createHealthRouter({ store, search, log }: Services): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      const { issues, documents, articles } = coverageTotals(store);
      response.json({ status: 'ok', store: 'ok', search: search.health(), issues, documents, articles });
    } catch (error) {
      log.error({ err: error }, 'the record store does not answer');
      response.status(503).json({ status: 'error', store: 'down', search: search.health() });
    }
  });
  return router;
}
