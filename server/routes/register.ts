import { Router } from 'express';
import type { Request } from 'express';
import { registerEntry } from '../../ingest/store/queries/register.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import { statusNamed } from '../pages/status-badge.ts';
import { dayForm } from '../pages/day-form.ts';
import { exportLinks } from '../pages/export-links.ts';
import { paginationView } from '../pages/pagination.ts';
import { printHead } from '../pages/print-head.ts';
import { registerEntryPage } from '../pages/register-entry-page.ts';
import { ENTRIES_AT_ONCE, registerListPage } from '../pages/register-list-page.ts';
import type { RegisterQuestion } from '../pages/register-list-page.ts';
import { registerUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { askedPage } from '../site/list-page.ts';
import { sendElsewhere } from '../site/send-elsewhere.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { chosenDay, textParameter } from '../site/query-parameters.ts';
import type { ChosenDay } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';

/** /register (every document the archive knows of) and /register/:id. */
export function createRegisterRouter({ store, today }: Services): Router {
  const router = Router();

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
