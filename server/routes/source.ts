import { Router } from 'express';
import type { Request, Response } from 'express';
import { segmentsOfSource } from '../../ingest/store/queries/coverage.ts';
import { documentById, documentsOfIssue } from '../../ingest/store/queries/documents.ts';
import { issueById, sourceTextById, sourceTextOfIssue } from '../../ingest/store/queries/issues.ts';
import { sourcePage } from '../pages/source-page.ts';
import type { SourceFile } from '../pages/source-page.ts';
import { documentUrl, issueSourceUrl, issueUrl, sourceLineUrl } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { sendElsewhere } from '../site/send-elsewhere.ts';
import { pageOf } from '../site/page.ts';
import type { Breadcrumb } from '../site/page.ts';
import { numberParameter } from '../site/query-parameters.ts';

/** What stands around the lines of a source. */
interface SourceFrame {
  heading: string;
  breadcrumbs: Breadcrumb[];
  back: { href: string; label: string };
  /** The way from a document's passage to the whole file. */
  whole: { href: string; label: string } | null;
  /** The file's path. */
  path: string;
}

/** The evidence view: a document's passage of the source file, or the whole file of an issue, by line numbers. */
export function createSourceRouter({ store }: Services): Router {
  const router = Router();

  router.get('/documents/:id/source', (request, response) => {
    const document = documentById(store, request.params.id);
    const source = document && sourceTextById(store, document.sourceId);
    if (!document || !source) {
      sendElsewhere(store, request, response, 'document', request.params.id);
      return;
    }
    const { id, title, documentNumber, issueId, issueTitle, lineStart, lineEnd } = document;
    sendSource(
      request,
      response,
      {
        heading: title,
        breadcrumbs: [
          { label: '文件', href: '/documents' },
          { label: documentNumber ?? title, href: documentUrl(id) },
        ],
        back: { href: documentUrl(id), label: '回到文件' },
        whole: { href: issueSourceUrl(issueId, lineStart), label: `${issueTitle}全文` },
        path: source.path,
      },
      {
        address: sourceLineUrl(id),
        file: {
          text: source.text,
          segments: segmentsOfSource(store, document.sourceId),
          documents: [],
          range: { start: lineStart, end: lineEnd },
        },
      },
    );
  });

  router.get('/issues/:id/source', (request, response) => {
    const issue = issueById(store, request.params.id);
    const source = issue && sourceTextOfIssue(store, issue.id);
    if (!issue || !source) {
      sendElsewhere(store, request, response, 'issue', request.params.id);
      return;
    }
    sendSource(
      request,
      response,
      {
        heading: issue.title,
        breadcrumbs: [
          { label: '公报', href: '/issues' },
          { label: issue.title, href: issueUrl(issue.id) },
        ],
        back: { href: issueUrl(issue.id), label: '回到本期' },
        whole: null,
        path: source.path,
      },
      {
        address: issueSourceUrl(issue.id),
        file: {
          text: source.text,
          segments: segmentsOfSource(store, source.sourceId),
          documents: documentsOfIssue(store, issue.id).map(({ id, title, lineStart, lineEnd }) => ({
            start: lineStart,
            end: lineEnd,
            title,
            href: documentUrl(id),
          })),
          range: null,
        },
      },
    );
  });

  return router;
}

/** The page that holds the asked line. `?line=` (typed by a person, or in an old address) leads to the address of the line. */
function sendSource(
  request: Request,
  response: Response,
  frame: SourceFrame,
  { address, file }: { address: string; file: SourceFile },
): void {
  const line = numberParameter(request, 'line');
  const page = sourcePage(file, address, line ?? numberParameter(request, 'from') ?? 1);
  const { shown } = page;
  if (line !== null) {
    response.redirect(`${page.address}#L${Math.min(Math.max(line, shown.start), shown.end)}`);
    return;
  }
  const part = page.pagination.many ? `（第${shown.start}—${shown.end}行）` : '';
  response.render('source', {
    page: pageOf(`公报原文：${frame.heading}${part}`, [...frame.breadcrumbs, { label: '公报原文', href: null }], {
      canonical: page.address,
    }),
    ...frame,
    lineAction: address,
    ...page,
  });
}
