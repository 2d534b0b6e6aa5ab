import { Router } from 'express';
import {
  archiveReadingQuality,
  coverageTotals,
  readingQualityOf,
  unclaimedPassagesOf,
} from '../../ingest/store/queries/coverage.ts';
import { issuePlaces, listIssues } from '../../ingest/store/queries/issues.ts';
import type { IssueSummary } from '../../ingest/store/queries/issues.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { oncePerVersion } from '../../ingest/store/store-version.ts';
import { contradictions } from '../../ingest/validity/contradictions.ts';
import { contradictionGroups } from '../pages/contradiction-list.ts';
import { coveragePage } from '../pages/coverage-page.ts';
import type { IssueReading } from '../pages/coverage-page.ts';
import { paginationView } from '../pages/pagination.ts';
import { withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { NotFound } from '../site/not-found.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { pageParameter, textParameter } from '../site/query-parameters.ts';

const PAGE_SIZE = 50;

const contradictionsOnce = oncePerVersion(contradictions);

/** /coverage, for the whole archive or one gazette (`?gazette=`). */
export function createCoverageRouter({ store }: Services): Router {
  const router = Router();
  router.get('/coverage', (request, response) => {
    const gazette = textParameter(request, 'gazette') || null;
    const page = pageParameter(request);
    const offset = (page - 1) * PAGE_SIZE;
    const { total, issues } = listIssues(store, { gazette, year: null }, { limit: PAGE_SIZE, offset });
    if (gazette !== null && total === 0) throw new NotFound(`《${gazette}》的收录情况`, gazette);
    response.render('coverage', {
      page: pageOf(
        listTitle(gazette === null ? '收录情况' : `收录情况：${gazette}`, page),
        gazette === null
          ? [{ label: '收录情况', href: null }]
          : [
              { label: '收录情况', href: '/coverage' },
              { label: gazette, href: null },
            ],
        { canonical: withQuery('/coverage', { gazette }), noindex: page > 1 },
      ),
      ...coveragePage({
        totals: coverageTotals(store),
        quality: archiveReadingQuality(store),
        places: issuePlaces(store, gazette),
        gazette,
        readings: issues.map((issue) => readingOf(store, issue)),
      }),
      pagination: paginationView(page, Math.ceil(total / PAGE_SIZE), (number) =>
        withQuery('/coverage', { gazette, page: number === 1 ? null : number }),
      ),
      contradictions: contradictionGroups(contradictionsOnce(store)),
    });
  });
  return router;
}

function readingOf(store: Store, issue: IssueSummary): IssueReading {
  const quality = readingQualityOf(store, issue.id);
  return { issue, quality, passages: quality.unclaimed === 0 ? [] : unclaimedPassagesOf(store, issue.id) };
}
