import type { IsoDate } from '../../ingest/model/span.ts';
import type { FacetValue, SearchAnswer, SearchFacets, SearchMode, SearchRequest } from '../search/search-types.ts';
import { isFiltered } from '../search/is-filtered.ts';
import { hasRefusalsAlone, parseQuery } from '../search/parse-query.ts';
import { MOST_LISTED } from '../search/search-limits.ts';
import { SEARCH_ROWS } from '../exports/tables/search-table.ts';
import type { EmptyAdvice } from './empty-advice.ts';
import { paginationView } from './pagination.ts';
import type { PaginationView } from './pagination.ts';
import { foundWords, hitView } from './search-hit.ts';
import type { HitView } from './search-hit.ts';
import { statusBadge, statusNamed } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { withQuery } from './urls.ts';
import type { Query } from './urls.ts';

export interface FacetView {
  heading: string;
  values: { label: string; count: number; selected: boolean; href: string; badge: StatusBadge | null }[];
  /** Values beyond the first few, shown when opened. */
  more: FacetView['values'];
  /** How many further values are not listed. */
  left: number;
}

export interface SearchPageView {
  q: string;
  on: IsoDate;
  /** Words or filters: with filters alone the documents that pass them are listed. */
  hasQuestion: boolean;
  /** The question is punctuation alone. */
  isWordless: boolean;
  /** Each word of the question is one that is not wanted: then they are looked for (parse-query.ts). */
  isRefusals: boolean;
  total: number;
  /** How many can be listed of very many, of which the total is not exact; null when all can. */
  listed: number | null;
  /** Servers of a search cluster whose hits are missing. */
  unanswered: number;
  /** How the answer was found, in words. */
  mode: string | null;
  /** Nothing has all of what was asked: the hits come near. */
  nearest: boolean;
  /** The document number that was asked for, when nothing in the archive has it. */
  unknownNumber: string | null;
  terms: string[];
  suggestion: { text: string; href: string } | null;
  hits: HitView[];
  facets: FacetView[];
  /** Filters in use, each with the search without it. */
  chosen: { label: string; href: string }[];
  withoutFilters: string;
  sorts: { label: string; href: string; current: boolean }[];
  inForceFirst: { on: boolean; href: string };
  /** Form fields that keep the filters when the question changes. */
  hidden: { name: string; value: string }[];
  pagination: PaginationView;
  /** Words that many of the found passages have, each with the search narrowed to it. */
  keywords: { word: string; count: number; href: string }[];
  /** What to try when nothing was found. */
  advice: { without: { label: string; count: number; href: string }[]; titles: EmptyAdvice['titles'] };
  /** The most rows that a table is taken away with, when there are more hits; null otherwise. */
  tableLimit: number | null;
  feedUrl: string;
  csvUrl: string;
  xlsxUrl: string;
}

const FACETS: readonly { name: keyof SearchFacets; heading: string }[] = [
  { name: 'status', heading: '效力' },
  { name: 'authority', heading: '制定机关' },
  { name: 'type', heading: '文种' },
  { name: 'year', heading: '年份' },
  { name: 'issue', heading: '公报' },
];

const SHOWN = 6;
/** A reader of very many values narrows the search by another facet first. */
const MOST_VALUES = 60;

const MODES: Record<SearchMode, string | null> = {
  empty: '符合所选条件的文件',
  number: '按文号查到',
  title: '按标题查到',
  exact: '原样出现这段文字的条文',
  terms: '同时含有各词的条文',
  article: '按条号查到',
  series: '按文号字头和年份查到',
  date: '按日期查到',
  nearest: null,
};

const SORTS: readonly { value: SearchRequest['sort']; label: string }[] = [
  { value: 'relevance', label: '相关' },
  { value: 'date', label: '公布日期' },
  { value: 'number', label: '文号' },
];

/** The search page: hits, facets that add or drop a filter by a plain link, sorting, paging, exports. `answer` null: no engine. */
export function searchPage(
  request: SearchRequest,
  answer: SearchAnswer | null,
  site: { carriedDay: IsoDate | null; today: IsoDate; page: number },
  advice: EmptyAdvice | null = null,
): SearchPageView {
  const query = queryOf(request, site.carriedDay);
  const withoutFilters = withQuery('/search', {
    ...query,
    status: [],
    authority: [],
    type: [],
    year: [],
    issue: [],
    document: null,
  });
  const facets =
    answer === null ? [] : FACETS.map(({ name, heading }) => facetView(heading, name, answer.facets[name], query));
  return {
    q: request.q,
    on: request.on,
    hasQuestion: request.q !== '' || isFiltered(request),
    isWordless: request.q !== '' && parseQuery(request.q).alternatives.length === 0,
    isRefusals: hasRefusalsAlone(request.q),
    total: answer?.total ?? 0,
    listed: answer?.totalIsExact === false ? MOST_LISTED : null,
    unanswered: answer?.unanswered ?? 0,
    mode: answer === null ? null : MODES[answer.query.mode],
    nearest: answer?.query.mode === 'nearest',
    unknownNumber: unknownNumber(request.q, answer),
    terms: answer?.query.terms ?? [],
    suggestion: suggestionOf(answer, query),
    hits: (answer?.hits ?? []).map((hit) =>
      hitView(hit, answer?.query.mode === 'nearest' ? foundWords(hit) : request.q, site.carriedDay),
    ),
    facets: facets.filter((facet) => facet.values.length > 0),
    chosen: chosenOf(answer, query),
    withoutFilters,
    sorts: sortsOf(request, query),
    inForceFirst: {
      on: request.inForceFirst,
      href: withQuery('/search', { ...query, inForceFirst: request.inForceFirst ? 'false' : null }),
    },
    hidden: hiddenOf(query),
    pagination: paginationView(site.page, pageCount(answer, request.limit, site.page), (page) =>
      withQuery('/search', { ...query, page: page === 1 ? null : page }),
    ),
    keywords: keywordsOf(answer, request.q, query),
    advice: adviceOf(advice, answer, query),
    tableLimit: reachable(answer) > SEARCH_ROWS ? SEARCH_ROWS : null,
    feedUrl: withQuery('/feeds/search.atom', query),
    csvUrl: withQuery('/search.csv', query),
    xlsxUrl: withQuery('/search.xlsx', query),
  };
}

function sortsOf({ sort }: SearchRequest, query: SearchQuery): SearchPageView['sorts'] {
  return SORTS.map(({ value, label }) => ({
    label,
    href: withQuery('/search', { ...query, sort: value === 'relevance' ? null : value }),
    current: sort === value,
  }));
}

function keywordsOf(answer: SearchAnswer | null, q: string, query: SearchQuery): SearchPageView['keywords'] {
  return (answer?.keywords ?? []).map(({ word, count }) => ({
    word,
    count,
    href: withQuery('/search', { ...query, q: `${q} ${word}`.trim() }),
  }));
}

/** What to drop or to look for where nothing was found. */
function adviceOf(
  advice: EmptyAdvice | null,
  answer: SearchAnswer | null,
  query: SearchQuery,
): SearchPageView['advice'] {
  const without = (advice?.without ?? []).map(({ name, value, count }) => ({
    label: labelOf(answer, name, value),
    count,
    href: toggled(query, name, { value, label: '', count, selected: true }),
  }));
  return { without, titles: advice?.titles ?? [] };
}

/** 新政办发〔2010〕999号: a question that is a number, to which there is no answer. */
function unknownNumber(q: string, answer: SearchAnswer | null): string | null {
  const { reading } = parseQuery(q);
  return answer?.query.mode === 'nearest' && reading?.kind === 'number' ? reading.number.text : null;
}

/** How many hits can be paged through. */
function reachable(answer: SearchAnswer | null): number {
  if (answer === null) return 0;
  return answer.totalIsExact ? answer.total : Math.min(answer.total, MOST_LISTED);
}

/** A count that is not exact may promise pages that turn out empty. */
function pageCount(answer: SearchAnswer | null, limit: number, page: number): number {
  const count = Math.ceil(reachable(answer) / limit);
  return answer?.hits.length === 0 ? Math.min(count, Math.max(1, page - 1)) : count;
}

type SearchQuery = Query & Record<keyof SearchFacets, readonly (string | number)[]> & { document: string | null };

function queryOf(request: SearchRequest, carriedDay: IsoDate | null): SearchQuery {
  const { q, status, authority, type, year, issue, document, sort, inForceFirst } = request;
  return {
    q,
    on: carriedDay,
    status,
    authority,
    type,
    year,
    issue,
    document,
    sort: sort === 'relevance' ? null : sort,
    inForceFirst: inForceFirst ? null : 'false',
  };
}

function hiddenOf(query: SearchQuery): { name: string; value: string }[] {
  return [...new URLSearchParams(withQuery('', { ...query, q: null, on: null }))].map(([name, value]) => ({
    name,
    value,
  }));
}

/** The search with a facet's value added, or dropped when it is chosen already. */
function toggled(query: SearchQuery, name: keyof SearchFacets, { value, selected }: FacetValue): string {
  const values = query[name].map(String);
  return withQuery('/search', {
    ...query,
    [name]: selected ? values.filter((other) => other !== value) : [...values, value],
  });
}

function facetView(
  heading: string,
  name: keyof SearchFacets,
  values: readonly FacetValue[],
  query: SearchQuery,
): FacetView {
  const offered = values.filter(({ selected }, index) => index < MOST_VALUES || selected);
  const views = offered.map((value) => {
    const status = name === 'status' ? statusNamed(value.value) : null;
    return {
      label: value.label,
      count: value.count,
      selected: value.selected,
      href: toggled(query, name, value),
      badge: status === null ? null : statusBadge(status),
    };
  });
  const ordered = [...views.filter((view) => view.selected), ...views.filter((view) => !view.selected)];
  return {
    heading,
    values: ordered.slice(0, SHOWN),
    more: ordered.slice(SHOWN),
    left: values.length - offered.length,
  };
}

function chosenOf(answer: SearchAnswer | null, query: SearchQuery): SearchPageView['chosen'] {
  const chosen = FACETS.flatMap(({ name }) =>
    query[name].map(String).map((value) => {
      const facet: FacetValue = { value, label: labelOf(answer, name, value), count: 0, selected: true };
      return { label: facet.label, href: toggled(query, name, facet) };
    }),
  );
  if (query.document === null) return chosen;
  return [...chosen, { label: '只在一份文件内', href: withQuery('/search', { ...query, document: null }) }];
}

const labelOf = (answer: SearchAnswer | null, name: keyof SearchFacets, value: string): string =>
  answer?.facets[name].find((facet) => facet.value === value)?.label ?? value;

function suggestionOf(answer: SearchAnswer | null, query: SearchQuery): SearchPageView['suggestion'] {
  if (!answer?.suggestion) return null;
  return { text: answer.suggestion, href: withQuery('/search', { ...query, q: answer.suggestion }) };
}
