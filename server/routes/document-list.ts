import { Router } from 'express';
import type { Request } from 'express';
import type { DocumentKind } from '../../ingest/model/document.ts';
import { documentFilterValues, listDocuments } from '../../ingest/store/queries/documents.ts';
import type { DocumentFilter, DocumentSummary } from '../../ingest/store/queries/documents.ts';
import { issueById, listIssues } from '../../ingest/store/queries/issues.ts';
import type { IssueSummary } from '../../ingest/store/queries/issues.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { documentLine } from '../pages/document-line.ts';
import type { DocumentLine } from '../pages/document-line.ts';
import { exportLinks } from '../pages/export-links.ts';
import { filterSelect } from '../pages/filter-select.ts';
import type { FilterSelect } from '../pages/filter-select.ts';
import { paginationView } from '../pages/pagination.ts';
import { documentUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { askedPage, neighbourPlaces } from '../site/list-page.ts';
import { chosenDay, textParameter } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';
import type { Statuses } from '../site/statuses.ts';

const PAGE_SIZE = 30;

/** The filter offers the newest issues; an older one is chosen by the link on its own page. */
const ISSUES_OFFERED = 60;

/** /documents: every document held, newest first. */
export function createDocumentListRouter({ store, today }: Services): Router {
  const router = Router();
  router.get('/documents', (request, response) => {
    const day = chosenDay(request, today());
    const statuses = createStatuses(store, day.on);
    const filter = documentFilterOf(request);
    const asked = askedPage(request, PAGE_SIZE);
    const { total, documents, ...ends } = listDocuments(store, filter, asked.page);
    const query = { ...filter, kind: kindQuery(filter), on: day.carried };
    response.render('documents', {
      page: pageOf(listTitle('文件', asked.number), [{ label: '文件', href: null }], {
        canonical: '/documents',
        noindex: asked.number > 1,
        on: day.carried,
        alternates: [{ type: 'application/atom+xml', title: '新收录的文件', href: '/feeds/documents.atom' }],
      }),
      total,
      dayNotice: day.notice,
      on: day.on,
      exports: exportLinks('/documents', query),
      filters: filtersOf(store, filter),
      documents: documents.map((document) => summaryLine(document, statuses)),
      pagination: paginationView(
        asked.number,
        Math.ceil(total / PAGE_SIZE),
        (number, place) => withQuery('/documents', { ...query, page: number === 1 ? null : number, ...place }),
        neighbourPlaces(asked, ends),
      ),
    });
  });
  return router;
}

/** The filter that the list of documents, or a table of it, is asked for. */
export function documentFilterOf(request: Request): DocumentFilter {
  const text = (name: string): string | null => textParameter(request, name) || null;
  const year = Number(textParameter(request, 'year'));
  return {
    issue: text('issue'),
    authority: text('authority'),
    type: text('type'),
    year: Number.isInteger(year) && year > 0 ? year : null,
    kind: kindOf(text('kind')),
  };
}

/** Documents that an authority issued, unless news of meetings, or both, are asked for. */
function kindOf(asked: string | null): DocumentKind | null {
  if (asked === 'all') return null;
  return asked === 'report' ? 'report' : 'act';
}

/** What `?kind=` says of a filter. */
function kindQuery({ kind }: DocumentFilter): string | null {
  return kind === 'act' ? null : (kind ?? 'all');
}

const KINDS = [
  { value: 'report', label: '会议报道', count: null },
  { value: 'all', label: '文件和会议报道', count: null },
];

function filtersOf(store: Store, filter: DocumentFilter): FilterSelect[] {
  const { authorities, types, years } = documentFilterValues(store);
  const issues = issueChoices(store, filter.issue).map(({ id, title, documents, reports }) => ({
    value: id,
    label: title,
    count: documents + reports,
  }));
  return [
    filterSelect('authority', '制定机关', authorities, filter.authority),
    filterSelect('type', '文种', types, filter.type),
    filterSelect('year', '年份', years, filter.year === null ? null : String(filter.year)),
    filterSelect('issue', '公报', issues, filter.issue),
    filterSelect('kind', '种类', KINDS, kindQuery(filter), '文件'),
  ];
}

/** The newest issues, and the chosen one if it is not among them. */
function issueChoices(store: Store, chosen: string | null): IssueSummary[] {
  const { issues } = listIssues(store, { gazette: null, year: null }, { limit: ISSUES_OFFERED, offset: 0 });
  if (chosen === null || issues.some(({ id }) => id === chosen)) return issues;
  const issue = issueById(store, chosen);
  return issue === null ? issues : [...issues, issue];
}

function summaryLine(document: DocumentSummary, statuses: Statuses): DocumentLine {
  const isReport = document.kind === 'report';
  return documentLine({
    level: 2,
    href: documentUrl(document.id),
    title: document.title,
    status: isReport ? null : (statuses(document.id)?.status.status ?? null),
    documentNumber: document.documentNumber,
    authorities: document.authorities,
    date: document.promulgationDate,
    note: isReport ? '会议报道' : null,
  });
}
