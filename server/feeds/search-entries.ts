import type { Request } from 'express';
import { givenValues } from '../api/given-values.ts';
import { SearchQuery } from '../api/schemas/search.ts';
import { searchRequestOf } from '../api/serialise/search.ts';
import { statusLabel } from '../pages/status-label.ts';
import { wholeAnswer } from '../search/whole-answer.ts';
import type { Services } from '../services.ts';
import { siteOrigin } from '../site/site-origin.ts';
import type { AtomEntry } from './atom.ts';

const FEED_LENGTH = 50;

/**
 * The newest hits of a saved search: the query string of the search page, sorted by date whatever it says. A hit without
 * a date is left out. Throws ZodError for a wrong parameter and SearchUnavailable while the engine cannot answer in full.
 */
export async function searchEntries(
  request: Request,
  services: Services,
): Promise<{ title: string; entries: AtomEntry[] }> {
  const asked = searchRequestOf(SearchQuery.parse(givenValues(request.query)), services.today());
  const answer = await services.search.search({ ...asked, sort: 'date', limit: FEED_LENGTH, offset: 0 });
  const { hits } = wholeAnswer(answer);
  const origin = siteOrigin(request);
  const entries = hits.flatMap((hit): AtomEntry[] => {
    const { promulgationDate: day, title, documentNumber, articleLabel, text, crop, status } = hit;
    if (day === null) return [];
    return [
      {
        url: origin + hit.articleUrl,
        title: [documentNumber, title, articleLabel].filter((part) => part !== null).join(' '),
        day,
        summary: text.slice(crop.start, crop.end),
        categories: [statusLabel(status)],
      },
    ];
  });
  return { title: `检索：${asked.q}`, entries };
}
