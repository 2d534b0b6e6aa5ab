import { Router } from 'express';
import { endingFilterValues, listEndings } from '../../ingest/store/queries/endings.ts';
import type { EndingFilter } from '../../ingest/store/queries/endings.ts';
import { dayForm } from '../pages/day-form.ts';
import { endingView, expiringPage } from '../pages/ending-lists.ts';
import { EVENT_NAMES } from '../pages/event-names.ts';
import { exportLinks } from '../pages/export-links.ts';
import { filterSelect } from '../pages/filter-select.ts';
import { paginationView } from '../pages/pagination.ts';
import { withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { askedPage, neighbourPlaces } from '../site/list-page.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { chosenDay, textParameter } from '../site/query-parameters.ts';

const PAGE_SIZE = 100;

/** /repeals (what has ended, and by which clause) and /expiring (what ends soon). */
export function createEndingRouter({ store, today }: Services): Router {
  const router = Router();

  router.get('/repeals', (request, response) => {
    const filter: EndingFilter = {
      q: textParameter(request, 'q'),
      type: textParameter(request, 'type'),
      year: textParameter(request, 'year'),
      source: textParameter(request, 'source'),
    };
    const asked = askedPage(request, PAGE_SIZE);
    const { total, endings, ...ends } = listEndings(store, filter, asked.page);
    const { types, years, sources } = endingFilterValues(store);
    const named = types.map(({ value, count }) => ({ value, label: EVENT_NAMES[value], count }));
    response.render('repeals', {
      page: pageOf(listTitle('废止与失效', asked.number), [{ label: '废止与失效', href: null }], {
        canonical: '/repeals',
        noindex: asked.number > 1,
        alternates: [{ type: 'application/atom+xml', title: '废止与失效', href: '/feeds/repeals.atom' }],
      }),
      exports: exportLinks('/repeals', { ...filter }),
      q: filter.q,
      total: types.reduce((sum, { count }) => sum + count, 0),
      shown: total,
      filters: [
        filterSelect('type', '处理', named, filter.type),
        filterSelect('year', '年份', years, filter.year),
        filterSelect('source', '依据文件', sources, filter.source),
      ],
      endings: endings.map(endingView),
      pagination: paginationView(
        asked.number,
        Math.ceil(total / PAGE_SIZE),
        (number, place) => withQuery('/repeals', { ...filter, page: number === 1 ? null : number, ...place }),
        neighbourPlaces(asked, ends),
      ),
    });
  });

  router.get('/expiring', (request, response) => {
    const day = chosenDay(request, today());
    response.render('expiring', {
      page: pageOf('即将到期', [{ label: '即将到期', href: null }], {
        canonical: '/expiring',
        on: day.carried,
        alternates: [{ type: 'text/calendar', title: '到期日历', href: '/feeds/expiring.ics' }],
      }),
      on: day.on,
      dayNotice: day.notice,
      exports: exportLinks('/expiring', { on: day.carried }),
      dayForm: dayForm('/expiring', day.on, today()),
      ...expiringPage(store, day.on),
    });
  });

  return router;
}
