import { Router } from 'express';
import { warningsOfIssue } from '../../ingest/store/queries/coverage.ts';
import { documentsOfIssue } from '../../ingest/store/queries/documents.ts';
import { contentsOfIssue, issueById, listIssues, sourcesOfIssue } from '../../ingest/store/queries/issues.ts';
import { issuePage } from '../pages/issue-page.ts';
import { issueUrl } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { NotFound } from '../site/not-found.ts';
import { pageOf } from '../site/page.ts';
import { createStatuses } from '../site/statuses.ts';

/** /issues and /issues/:id. */
export function createIssueRouter({ store, today }: Services): Router {
  const router = Router();

  router.get('/issues', (_request, response) => {
    response.render('issues', {
      page: pageOf('公报', [{ label: '公报', href: null }], { canonical: '/issues' }),
      issues: listIssues(store).map((issue) => ({
        ...issue,
        href: issueUrl(issue.id),
        serials: issue.serialNumbers.join('、'),
      })),
    });
  });

  router.get('/issues/:id', (request, response) => {
    const issue = issueById(store, request.params.id);
    if (!issue) throw new NotFound(`公报 ${request.params.id}`);
    const view = issuePage(
      {
        issue,
        sources: sourcesOfIssue(store, issue.id),
        contents: contentsOfIssue(store, issue.id),
        documents: documentsOfIssue(store, issue.id),
        warnings: warningsOfIssue(store, issue.id),
        all: listIssues(store),
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
      ...view,
    });
  });

  return router;
}
