import { Router } from 'express';
import type { Request } from 'express';
import { endingFilterValues, listEndings } from '../../ingest/store/queries/endings.ts';
import type { EndingFilter } from '../../ingest/store/queries/endings.ts';
import { registerEntry } from '../../ingest/store/queries/register.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import { statusNamed } from '../pages/status-badge.ts';
import { dayForm } from '../pages/day-form.ts';
import { endingView, expiringPage } from '../pages/ending-lists.ts';
import { EVENT_NAMES } from '../pages/event-names.ts';
import { exportLinks } from '../pages/export-links.ts';
import { filterSelect } from '../pages/filter-select.ts';
import { paginationView } from '../pages/pagination.ts';
import { printHead } from '../pages/print-head.ts';
import { registerEntryPage } from '../pages/register-entry-page.ts';
import { ENTRIES_AT_ONCE, registerListPage } from '../pages/register-list-page.ts';
import type { RegisterQuestion } from '../pages/register-list-page.ts';
import { registerUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { askedPage, neighbourPlaces } from '../site/list-page.ts';
import { sendElsewhere } from '../site/moved.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { chosenDay, textParameter } from '../site/query-parameters.ts';
import type { ChosenDay } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';
import { createValidityRouter } from './validity.ts';

const PAGE_SIZE = 100;

/** /register (every document the archive knows of), /register/:id, /repeals, /expiring and /validity. */
export function createRegisterRouter(services: Services): Router {
  const { store, today } = services;
  const router = Router();
  router.use(createValidityRouter(services));

  router.get('/register', (request, response) => {
    const day = chosenDay(request, today());
    const question = questionOf(request, day);
    const list = registerListPage(store, question, createStatuses(store, day.on));
    const { q, status, authority, year, held } = question;
    const query = { q, status, authority, year, held: held === null ? null : Number(held), on: day.carried };
    response.render('register', {
      page: pageOf(listTitle('文件登记', question.asked.number), [{ label: '文件登记', href: null }], {
        canonical: '/register',
        noindex: q !== '',
        on: day.carried,
      }),
      dayNotice: day.notice,
      exports: exportLinks('/register', query),
      ...list,
      pagination: paginationView(
        question.asked.number,
        list.pageCount,
        (page, place) => withQuery('/register', { ...query, page: page === 1 ? null : page, ...place }),
        list.places,
      ),
    });
  });

  router.get('/register/:id', (request, response) => {
    const { id } = request.params;
    const day = chosenDay(request, today());
    const entry = registerEntry(store, id);
    if (entry === null) {
      sendElsewhere(store, request, response, 'register', id);
      return;
    }
    const view = registerEntryPage(store, entry, createStatuses(store, day.on), today());
    const address = registerUrl(id);
    response.render('register-entry', {
      page: pageOf(
        `文件登记：${view.title}`,
        [
          { label: '文件登记', href: '/register' },
          { label: entry.documentNumber ?? view.title, href: null },
        ],
        {
          canonical: address,
          on: day.carried,
          printHead: printHead(citeDocument(entry.title, entry.documentNumber) ?? id, view.banner),
        },
      ),
      dayNotice: day.notice,
      dayForm: dayForm(address, day.on, today()),
      entry: view,
    });
  });

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

function questionOf(request: Request, day: ChosenDay): RegisterQuestion {
  const year = textParameter(request, 'year');
  const held = textParameter(request, 'held');
  const authority = textParameter(request, 'authority');
  return {
    q: textParameter(request, 'q').slice(0, 200),
    status: statusNamed(textParameter(request, 'status')),
    authority: authority === '' ? null : authority,
    year: /^[12][0-9]{3}$/u.test(year) ? Number(year) : null,
    held: held === '1' ? true : held === '0' ? false : null,
    asked: askedPage(request, ENTRIES_AT_ONCE),
    on: day.on,
    carried: day.carried,
  };
}
