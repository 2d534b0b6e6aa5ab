import { Router } from 'express';
import { segmentsOfSource } from '../../ingest/store/queries/coverage.ts';
import { documentById, documentsOfIssue } from '../../ingest/store/queries/documents.ts';
import { issueById, sourceTextById, sourceTextOfIssue } from '../../ingest/store/queries/issues.ts';
import { sourceLines } from '../pages/source-lines.ts';
import { documentUrl, issueSourceUrl, issueUrl } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { NotFound } from '../site/not-found.ts';
import { pageOf } from '../site/page.ts';

/** The evidence view: a document's passage of the source file, or the whole file of an issue, by line numbers. */
export function createSourceRouter({ store }: Services): Router {
  const router = Router();

  router.get('/documents/:id/source', (request, response) => {
    const document = documentById(store, request.params.id);
    const source = document && sourceTextById(store, document.sourceId);
    if (!document || !source) throw new NotFound(`文件 ${request.params.id} 的原文`);
    const label = document.documentNumber ?? document.title;
    response.render('source', {
      page: pageOf(
        `公报原文：${document.title}`,
        [
          { label: '文件', href: '/documents' },
          { label, href: documentUrl(document.id) },
          { label: '公报原文', href: null },
        ],
        { canonical: `${documentUrl(document.id)}/source` },
      ),
      heading: document.title,
      back: { href: documentUrl(document.id), label: '回到文件' },
      whole: { href: issueSourceUrl(document.issueId), label: `${document.issueTitle}全文` },
      path: source.path,
      lines: sourceLines(source.text, segmentsOfSource(store, document.sourceId), [], {
        first: document.lineStart,
        last: document.lineEnd,
      }),
    });
  });

  router.get('/issues/:id/source', (request, response) => {
    const issue = issueById(store, request.params.id);
    const source = issue && sourceTextOfIssue(store, issue.id);
    if (!issue || !source) throw new NotFound(`公报 ${request.params.id} 的原文`);
    response.render('source', {
      page: pageOf(
        `公报原文：${issue.title}`,
        [
          { label: '公报', href: '/issues' },
          { label: issue.title, href: issueUrl(issue.id) },
          { label: '公报原文', href: null },
        ],
        { canonical: issueSourceUrl(issue.id) },
      ),
      heading: issue.title,
      back: { href: issueUrl(issue.id), label: '回到本期' },
      whole: null,
      path: source.path,
      lines: sourceLines(
        source.text,
        segmentsOfSource(store, source.sourceId),
        documentsOfIssue(store, issue.id).map(({ id, title, lineStart }) => ({
          line: lineStart,
          title,
          href: documentUrl(id),
        })),
        null,
      ),
    });
  });

  return router;
}
