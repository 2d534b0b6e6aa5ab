import type { SearchFacets, SearchRequest, SearchService } from '../search/search-types.ts';

/** What to try when a search found nothing. */
export interface EmptyAdvice {
  /** For each filter in use, in the order of the facets, how much is found without it. */
  without: { name: keyof SearchFacets; value: string; count: number }[];
  /** Documents whose titles come near, at most a few. */
  titles: { title: string; documentNumber: string | null; href: string }[];
}

const FACETS: readonly (keyof SearchFacets)[] = ['status', 'authority', 'type', 'year', 'issue'];
const MOST_FILTERS = 6;
const TITLES = 5;
/** Shorter beginnings of a title name everything, longer ones nothing more. */
const SHORTEST_BEGINNING = 2;
const LONGEST_BEGINNING = 20;

/** Asks what a search without one of its filters, or without all of them, would have found, and which titles begin alike. */
export async function emptyAdvice(search: SearchService, request: SearchRequest): Promise<EmptyAdvice> {
  const filters = FACETS.flatMap((name) => request[name].map((value) => ({ name, value: String(value) })));
  const without: EmptyAdvice['without'] = [];
  for (const { name, value } of filters.slice(0, MOST_FILTERS)) {
    const rest = request[name].filter((other) => String(other) !== value);
    const { total } = await search.search({ ...request, [name]: rest, limit: 1, offset: 0, keywords: false });
    if (total > 0) without.push({ name, value, count: total });
  }
  const titles = filters.length === 0 ? beginningAlike(search, request.q) : await unfiltered(search, request);
  return { without, titles };
}

async function unfiltered(search: SearchService, request: SearchRequest): Promise<EmptyAdvice['titles']> {
  const open = { ...request, status: [], authority: [], type: [], year: [], issue: [], document: null };
  const { hits } = await search.search({ ...open, limit: 4 * TITLES, offset: 0, keywords: false });
  const titles = new Map<string, EmptyAdvice['titles'][number]>();
  for (const { documentId, documentNumber, title, articleUrl } of hits) {
    if (!titles.has(documentId)) titles.set(documentId, { title, documentNumber, href: articleUrl });
  }
  return [...titles.values()].slice(0, TITLES);
}

/**
 * Titles that share the longest beginning with what was asked, found by halving: what begins so also begins with less of it. A beginning
 * without a Chinese character (zzz) is none: letters would be taken for the first ones of a reading, and lead anywhere.
 */
function beginningAlike(search: SearchService, q: string): EmptyAdvice['titles'] {
  const text = q.replace(/[《》“”"]/gu, '').slice(0, LONGEST_BEGINNING);
  let alike: EmptyAdvice['titles'] = [];
  const chinese = text.search(/\p{Script=Han}/u);
  let shortest = Math.max(SHORTEST_BEGINNING, chinese + 1);
  let longest = chinese < 0 ? 0 : text.length;
  while (shortest <= longest) {
    const length = (shortest + longest + 1) >> 1;
    const found = search.suggest(text.slice(0, length), TITLES * 2).filter(({ type }) => type === 'title');
    if (found.length === 0) longest = length - 1;
    else {
      alike = found.slice(0, TITLES).map(({ text: title, url }) => ({ title, documentNumber: null, href: url }));
      shortest = length + 1;
    }
  }
  return alike;
}
