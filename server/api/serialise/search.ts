import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { FacetValue, SearchAnswer, SearchRequest } from '../../search/search-types.ts';
import { MOST_FACET_VALUES } from '../schemas/search.ts';
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
    facets: {
      status: firstValues(facets.status),
      authority: firstValues(facets.authority),
      type: firstValues(facets.type),
      year: firstValues(facets.year),
      issue: firstValues(facets.issue),
    },
    keywords,
    suggestion,
    complete: unanswered === 0,
  };
}

/** The most frequent values, and the chosen ones wherever they stand. */
const firstValues = (values: readonly FacetValue[]): FacetValue[] =>
  values.filter(({ selected }, index) => index < MOST_FACET_VALUES || selected);
