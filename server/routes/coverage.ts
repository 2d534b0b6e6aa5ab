import { Router } from 'express';
import { coverageTotals, readingQuality, unclaimedPassages } from '../../ingest/store/queries/coverage.ts';
import { listIssues } from '../../ingest/store/queries/issues.ts';
import { contradictions } from '../../ingest/validity/contradictions.ts';
import { contradictionGroups } from '../pages/contradiction-list.ts';
import { coveragePage } from '../pages/coverage-page.ts';
import type { Services } from '../services.ts';
import { pageOf } from '../site/page.ts';

/** /coverage. */
export function createCoverageRouter({ store }: Services): Router {
  const router = Router();
  router.get('/coverage', (_request, response) => {
    response.render('coverage', {
      page: pageOf('收录情况', [{ label: '收录情况', href: null }], { canonical: '/coverage' }),
      ...coveragePage(coverageTotals(store), listIssues(store), readingQuality(store), unclaimedPassages(store)),
      contradictions: contradictionGroups(contradictions(store)),
    });
  });
  return router;
}
