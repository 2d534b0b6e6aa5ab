import { Router } from 'express';
import type { Request } from 'express';
import type { IsoDate } from '../../ingest/model/span.ts';
import { emptyAdvice } from '../pages/empty-advice.ts';
import type { EmptyAdvice } from '../pages/empty-advice.ts';
import { searchPage } from '../pages/search-page.ts';
import { statusNamed } from '../pages/status-badge.ts';
import { SearchUnavailable } from '../search/search-types.ts';
import type { SearchAnswer, SearchRequest } from '../search/search-types.ts';
import type { Services } from '../services.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { chosenDay, listParameter, pageParameter, textParameter } from '../site/query-parameters.ts';

const PAGE_SIZE = 20;
/** Longer questions are cut: no article is searched by more. */
const LONGEST_QUESTION = 1000;

/** /search: article hits with facets. While the engine cannot answer, the page says so and keeps the question. */
export function createSearchRouter({ search, today, log }: Services): Router {
  const router = Router();
  router.get('/search', async (request, response) => {
    const day = chosenDay(request, today());
    const page = pageParameter(request);
    const asked = searchRequest(request, day.on, page);
    let answer: SearchAnswer | null = null;
    let down: 'starting' | 'down' | null = null;
    try {
      answer = await search.search(asked);
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      log.warn({ health: error.health }, 'search is unavailable');
      down = error.health;
      response.status(503).set('Retry-After', '10');
    }
    const advice = answer?.total === 0 && asked.q !== '' ? await adviceFor(asked) : null;
    const view = searchPage(asked, answer, { carriedDay: day.carried, today: today(), page }, advice);
    response.render('search', {
      page: pageOf(listTitle(asked.q === '' ? '检索' : `检索：${asked.q}`, page), [{ label: '检索', href: null }], {
        noindex: true,
        hideSearch: true,
        on: day.carried,
        alternates:
          asked.q === '' ? [] : [{ type: 'application/atom+xml', title: '本次检索的订阅', href: view.feedUrl }],
      }),
      dayNotice: day.notice,
      starting: down === 'starting',
      unavailable: down !== null,
      ...view,
    });
  });
  /** Advice is a help, not the answer: a page without hits stands without it while the engine cannot answer. */
  async function adviceFor(asked: SearchRequest): Promise<EmptyAdvice | null> {
    try {
      return await emptyAdvice(search, asked);
    } catch (error) {
      if (error instanceof SearchUnavailable) return null;
      throw error;
    }
  }

  return router;
}

function searchRequest(request: Request, on: IsoDate, page: number): SearchRequest {
  const sort = textParameter(request, 'sort');
  return {
    q: textParameter(request, 'q').slice(0, LONGEST_QUESTION),
    on,
    status: listParameter(request, 'status').flatMap((name) => statusNamed(name) ?? []),
    authority: listParameter(request, 'authority'),
    type: listParameter(request, 'type'),
    year: listParameter(request, 'year')
      .map(Number)
      .filter((year) => Number.isInteger(year) && year > 0 && year < 10_000),
    issue: listParameter(request, 'issue'),
    document: textParameter(request, 'document') || null,
    sort: sort === 'date' || sort === 'number' ? sort : 'relevance',
    inForceFirst: textParameter(request, 'inForceFirst') !== 'false',
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
    keywords: true,
  };
}
