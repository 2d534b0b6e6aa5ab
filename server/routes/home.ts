import { Router } from 'express';
import { listCatalogues } from '../../ingest/store/queries/catalogues.ts';
import { coverageTotals } from '../../ingest/store/queries/coverage.ts';
import { listDocuments, NO_FILTER } from '../../ingest/store/queries/documents.ts';
import { recentEndings } from '../../ingest/store/queries/endings.ts';
import { homePage } from '../pages/home-page.ts';
import type { Services } from '../services.ts';
import { pageOf } from '../site/page.ts';
import { createStatuses } from '../site/statuses.ts';

const LATEST = 8;

/** The home page. */
export function createHomeRouter({ store, today }: Services): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    const on = today();
    response.render('home', {
      page: pageOf(null, [], {
        canonical: '/',
        hideSearch: true,
        description: '政府公报条文检索、文件效力查询与备案目录',
        alternates: [{ type: 'application/atom+xml', title: '新文件', href: '/feeds/documents.atom' }],
      }),
      today: on,
      ...homePage(
        {
          totals: coverageTotals(store),
          latest: listDocuments(store, { ...NO_FILTER, kind: 'act' }, { limit: LATEST, offset: 0 }).documents,
          endings: recentEndings(store, on, LATEST),
          catalogues: listCatalogues(store),
        },
        createStatuses(store, on),
      ),
    });
  });
  return router;
}
