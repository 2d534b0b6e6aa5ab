import { Router } from 'express';
import type { IsoDate } from '../../ingest/model/span.ts';
import { documentById, documentsOfIssue } from '../../ingest/store/queries/documents.ts';
import type { DocumentRow, DocumentSummary } from '../../ingest/store/queries/documents.ts';
import { documentJsonLd } from '../api/document-jsonld.ts';
import { articlePage } from '../pages/article-page.ts';
import { dayForm } from '../pages/day-form.ts';
import { documentPage } from '../pages/document-page.ts';
import { documentRows } from '../pages/document-rows.ts';
import { printHead } from '../pages/print-head.ts';
import { documentUrl, issueUrl, sourceLineUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { siteOrigin } from '../site/site-origin.ts';
import { endedCitationList } from '../pages/ended-citation-list.ts';
import { likePassages } from '../site/like-passages.ts';
import { sendElsewhere } from '../site/send-elsewhere.ts';
import { NotFound } from '../site/not-found.ts';
import { pageOf } from '../site/page.ts';
import { chosenDay, textParameter } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';

/** /documents/:id and /documents/:id/articles/:n. */
export function createDocumentRouter({ store, search, today, log }: Services): Router {
  const router = Router();

  router.get('/documents/:id', (request, response) => {
    const document = documentById(store, request.params.id);
    if (!document) {
      sendElsewhere(store, request, response, 'document', request.params.id);
      return;
    }
    const day = chosenDay(request, today());
    const q = textParameter(request, 'q');
    const view = documentPage(documentRows(store, document), createStatuses(store, day.on), day.carried, q);
    const siblings = documentsOfIssue(store, document.issueId);
    const at = siblings.findIndex((sibling) => sibling.id === document.id);
    response.render('document', {
      page: pageOf(
        document.title,
        [
          { label: '文件', href: '/documents' },
          { label: document.documentNumber ?? document.title, href: null },
        ],
        {
          canonical: documentUrl(document.id),
          jsonLd: documentJsonLd(store, document.id, day.on, siteOrigin(request)),
          description: descriptionOf(document),
          on: day.carried,
          printHead: printHead(view.citation, view.banner),
        },
      ),
      document: view,
      endedCitations: endedCitationList(store, document.id),
      dayNotice: day.notice,
      dayForm: dayForm(documentUrl(document.id), day.on, today(), q === '' ? [] : [{ name: 'q', value: q }]),
      q,
      unmarked: withQuery(documentUrl(document.id), { on: day.carried }),
      lines: { start: document.lineStart, end: document.lineEnd },
      issue: issueOf(document),
      previous: siblingLink(siblings[at - 1], day.carried),
      next: siblingLink(siblings[at + 1], day.carried),
    });
  });

  router.get('/documents/:id/articles/:n', async (request, response) => {
    const { id, n } = request.params;
    const document = documentById(store, id);
    if (!document) {
      sendElsewhere(store, request, response, 'document', id);
      return;
    }
    const day = chosenDay(request, today());
    const article = articlePage(
      documentRows(store, document),
      n,
      createStatuses(store, day.on),
      day.carried,
      textParameter(request, 'q'),
    );
    if (!article) throw new NotFound(`《${document.title}》的第${n}条`, document.documentNumber ?? document.title);
    const url = `${documentUrl(id)}/articles/${n}`;
    response.render('article', {
      page: pageOf(
        `${article.label} ${document.title}`,
        [
          { label: '文件', href: '/documents' },
          { label: document.documentNumber ?? document.title, href: documentUrl(id) },
          { label: article.label, href: null },
        ],
        {
          canonical: url,
          on: day.carried,
          printHead: printHead(article.citation + article.label, article.banner),
        },
      ),
      article,
      related: await likePassages({ search, log }, id, `art-${n}`),
      dayNotice: day.notice,
      dayForm: dayForm(url, day.on, today()),
      sourceUrl: sourceLineUrl(id, article.line),
    });
  });

  return router;
}

function issueOf(document: DocumentRow): {
  href: string;
  title: string;
  date: string | null;
  page: number | null;
  section: string | null;
} {
  const { issueId, issueTitle, publicationDate, page, section } = document;
  return { href: issueUrl(issueId), title: issueTitle, date: publicationDate, page, section };
}

function siblingLink(
  sibling: DocumentSummary | undefined,
  carriedDay: IsoDate | null,
): { href: string; title: string } | null {
  return sibling ? { href: withQuery(documentUrl(sibling.id), { on: carriedDay }), title: sibling.title } : null;
}

function descriptionOf({ title, documentNumber, authorities, promulgationDate }: DocumentRow): string {
  return [title, documentNumber, authorities, promulgationDate].filter(Boolean).join('，');
}
