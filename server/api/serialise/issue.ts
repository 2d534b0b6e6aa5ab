import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { redirectedId } from '../../../ingest/store/redirects.ts';
import { quartersOfIssue } from '../../../ingest/store/queries/catalogues.ts';
import { warningsOfIssue } from '../../../ingest/store/queries/coverage.ts';
import { documentsOfIssue } from '../../../ingest/store/queries/documents.ts';
import { issueCounts } from '../../../ingest/store/queries/issue-counts.ts';
import { contentsOfIssue, issueById, listIssues, sourcesOfIssue } from '../../../ingest/store/queries/issues.ts';
import type { IssueSummary } from '../../../ingest/store/queries/issues.ts';
import { catalogueUrl, issueUrl } from '../../pages/urls.ts';
import { Moved, notFound } from '../api-error.ts';
import { listPage, nextOf } from '../list-page.ts';
import type { PageQuery } from '../list-page.ts';
import type { IssueListShape, IssueShape } from '../schemas/issue.ts';
import { apiDocumentSummary } from './document.ts';

type ApiIssueList = z.infer<typeof IssueListShape>;
type ApiIssue = z.infer<typeof IssueShape>;

/** One page of the issues held, newest first. */
export function apiIssueList(store: Store, query: PageQuery & { year?: number | undefined }): ApiIssueList {
  const { year = null, limit, offset } = query;
  const { total, issues, ...ends } = listIssues(store, { gazette: null, year }, listPage(query));
  return { total, limit, offset, next: nextOf(ends), items: issues.map((issue) => issueHead(store, issue)) };
}

/** One issue with its printed contents and documents. Throws 404 when the archive does not hold it. */
export function apiIssue(store: Store, id: string, on: IsoDate): ApiIssue {
  const issue = issueById(store, id);
  if (issue === null) {
    const moved = redirectedId(store, 'issue', id);
    throw moved === null ? notFound(`馆藏没有收录公报 ${id}`) : new Moved(id, moved);
  }
  return {
    ...issueHead(store, issue),
    sources: sourcesOfIssue(store, id).map(({ path, format, encoding, contentHash }) => ({
      path,
      format,
      encoding,
      contentHash,
    })),
    contents: contentsOfIssue(store, id).map(({ section, title, documentNumber, page, documentId }) => ({
      section,
      title,
      documentNumber,
      page,
      documentId,
    })),
    documents: documentsOfIssue(store, id).map((document) => apiDocumentSummary(store, document, on)),
    filingCatalogues: quartersOfIssue(store, id).map(({ year, quarter }) => ({
      year,
      quarter,
      url: catalogueUrl(year, quarter),
    })),
    warnings: warningsOfIssue(store, id).map(({ code, message, line }) => ({ code, message, line })),
  };
}

function issueHead(store: Store, issue: IssueSummary): ApiIssueList['items'][number] {
  const { id, title, gazette, publicationDate, year, issueNumbers, serialNumbers, documents, reports, articles } =
    issue;
  return {
    id,
    title,
    gazette,
    publicationDate,
    year,
    issueNumbers,
    serialNumbers,
    counts: { documents, reports, articles, ...issueCounts(store, id) },
    url: issueUrl(id),
  };
}
