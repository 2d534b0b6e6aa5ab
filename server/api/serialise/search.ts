import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { SearchAnswer, SearchRequest } from '../../search/search-types.ts';
import type { SearchAnswerShape, SearchQuery } from '../schemas/search.ts';

/** The search that a query string asks for. */
export function searchRequestOf(query: z.output<typeof SearchQuery>, today: IsoDate): SearchRequest {
  const { q, on, status, authority, type, year, issue, document, sort, inForceFirst, keywords, limit, offset } = query;
  return {
    q,
    on: on ?? today,
    status,
    authority,
    type,
    year,
    issue,
    document: document ?? null,
    sort,
    inForceFirst: inForceFirst === 'true',
    limit,
    offset,
    keywords: keywords === 'true',
  };
}

/** An answer as the API gives it, with the day and the page that were asked for. */
export function apiSearchAnswer(request: SearchRequest, answer: SearchAnswer): z.infer<typeof SearchAnswerShape> {
  const { query, total, totalIsExact, hits, facets, keywords, suggestion, unanswered } = answer;
  return {
    query,
    on: request.on,
    total,
    totalIsExact,
    limit: request.limit,
    offset: request.offset,
    hits: hits.map((hit) => ({
      kind: hit.kind,
      documentId: hit.documentId,
      documentNumber: hit.documentNumber,
      title: hit.title,
      titleHighlights: hit.titleHighlights,
      articleLabel: hit.articleLabel,
      articleUrl: hit.articleUrl,
      chapterPath: hit.chapterPath,
      text: hit.text,
      highlights: hit.highlights,
      crop: hit.crop,
      status: hit.status,
      issuingAuthorities: hit.issuingAuthorities,
      promulgationDate: hit.promulgationDate,
      issueId: hit.issueId,
      alsoIn: hit.alsoIn,
      alsoInTotal: hit.alsoInTotal,
    })),
    facets,
    keywords,
    suggestion,
    complete: unanswered === 0,
  };
}
