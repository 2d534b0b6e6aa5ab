import type { Request } from 'express';
import { givenValues } from '../../api/given-values.ts';
import { SearchQuery } from '../../api/schemas/search.ts';
import { searchRequestOf } from '../../api/serialise/search.ts';
import { MOST_LISTED } from '../../search/search-limits.ts';
import type { SearchAnswer, SearchHit, SearchRequest, SearchService } from '../../search/search-types.ts';
import { wholeAnswer } from '../../search/whole-answer.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site/site-origin.ts';
import { pageUrlOf } from '../page-url.ts';
import type { TableExport } from '../send-table.ts';
import { searchSheet } from '../sheets/search-sheet.ts';

/** The most rows that a search is taken away with. */
export const SEARCH_ROWS = 2000;
const PAGE = 500;

/** The hits of the search page's own address, all of them up to SEARCH_ROWS. @throws SearchUnavailable when some may be missing */
export async function searchTable(request: Request, services: Services): Promise<TableExport> {
  const asked = searchRequestOf(SearchQuery.parse(givenValues(request.query)), services.today());
  const { hits, total, totalIsExact } = await allHits(services.search, asked);
  const origin = siteOrigin(request);
  return {
    fileName: `检索-${asked.q.replaceAll(/[\s/\\:*?"<>|]+/g, ' ').slice(0, 40) || '全部'}`,
    title: `检索：${asked.q}`,
    sheets: [searchSheet(hits, origin)],
    pageUrl: pageUrlOf(request),
    statusOn: asked.on,
    totalCount: total,
    notes: [
      ...(totalIsExact ? [] : [`命中很多：总数是约数，只列出前${MOST_LISTED}处里的内容。`]),
      '每行是一条条文，或没有分条的文件中自然成段的一段。',
      '“推定有效”指原文没有写明施行日期或有效期，也没有发现废止它的文件。',
    ],
  };
}

type WholeList = Pick<SearchAnswer, 'hits' | 'total' | 'totalIsExact'>;

async function allHits(search: SearchService, asked: SearchRequest): Promise<WholeList> {
  const hits: SearchHit[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { total, totalIsExact, ...answer } = wholeAnswer(await search.search({ ...asked, limit: PAGE, offset }));
    hits.push(...answer.hits);
    const most = totalIsExact ? Math.min(total, SEARCH_ROWS) : SEARCH_ROWS;
    const isLast = answer.hits.length < PAGE || hits.length >= most;
    if (isLast) return { hits, total, totalIsExact };
  }
}
