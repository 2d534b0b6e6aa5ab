import { Router } from 'express';
import type { Request } from 'express';
import { warningsOfIssue } from '../../ingest/store/queries/coverage.ts';
import { documentsOfIssue } from '../../ingest/store/queries/documents.ts';
import {
  contentsOfIssue,
  issueById,
  issueFilterValues,
  issuePlaces,
  listIssues,
  sourcesOfIssue,
  sourceTextOfIssue,
} from '../../ingest/store/queries/issues.ts';
import type { IssueFilter } from '../../ingest/store/queries/issues.ts';
import { exportLinks } from '../pages/export-links.ts';
import { filterSelect } from '../pages/filter-select.ts';
import { issuePage } from '../pages/issue-page.ts';
import { paginationView } from '../pages/pagination.ts';
import { issueUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { sendElsewhere } from '../site/send-elsewhere.ts';
import { askedPage, neighbourPlaces } from '../site/list-page.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { textParameter } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';

const PAGE_SIZE = 50;

/** /issues and /issues/:id. */
export function createIssueRouter({ store, today }: Services): Router {
  const router = Router();

  router.get('/issues', (request, response) => {
    const filter = filterOf(request);
    const asked = askedPage(request, PAGE_SIZE);
    const { total, issues, ...ends } = listIssues(store, filter, asked.page);
    const { gazettes, years } = issueFilterValues(store);
    response.render('issues', {
      page: pageOf(listTitle('公报', asked.number), [{ label: '公报', href: null }], {
        canonical: '/issues',
        noindex: asked.number > 1,
      }),
      total,
      filters: [
        filterSelect('gazette', '公报', gazettes, filter.gazette),
        filterSelect('year', '年份', years, filter.year === null ? null : String(filter.year)),
      ],
      exports: exportLinks('/archive', {}),
      issues: issues.map((issue) => ({
        ...issue,
        href: issueUrl(issue.id),
        serials: issue.serialNumbers.join('、'),
      })),
      pagination: paginationView(
        asked.number,
        Math.ceil(total / PAGE_SIZE),
        (number, place) => withQuery('/issues', { ...filter, page: number === 1 ? null : number, ...place }),
        neighbourPlaces(asked, ends),
      ),
    });
  });

  router.get('/issues/:id', (request, response) => {
    const issue = issueById(store, request.params.id);
    if (!issue) {
      sendElsewhere(store, request, response, 'issue', request.params.id);
      return;
    }
    const view = issuePage(
      {
        issue,
        sources: sourcesOfIssue(store, issue.id),
        contents: contentsOfIssue(store, issue.id),
        documents: documentsOfIssue(store, issue.id),
        warnings: warningsOfIssue(store, issue.id),
        series: issue.gazette === null ? [] : issuePlaces(store, issue.gazette),
        text: sourceTextOfIssue(store, issue.id)?.text ?? '',
      },
      createStatuses(store, today()),
    );
    response.render('issue', {
      page: pageOf(
        issue.title,
        [
          { label: '公报', href: '/issues' },
          { label: issue.title, href: null },
        ],
        { canonical: issueUrl(issue.id) },
      ),
      today: today(),
      exports: exportLinks(issueUrl(issue.id), {}),
      ...view,
    });
  });

  return router;
}

function filterOf(request: Request): IssueFilter {
  const gazette = textParameter(request, 'gazette');
  const year = textParameter(request, 'year');
  return { gazette: gazette === '' ? null : gazette, year: /^[12][0-9]{3}$/u.test(year) ? Number(year) : null };
}
