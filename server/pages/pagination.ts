import type { NeighbourPlaces } from '../site/list-page.ts';
import type { Query } from './urls.ts';

export interface PaginationView {
  many: boolean;
  /** The page asked for lies behind the last one: the address of the last. */
  beyond: string | null;
  previous: string | null;
  next: string | null;
  pages: { number: number; href: string; current: boolean; gap: boolean }[];
}

/**
 * The links of a list cut into pages: first, last and two to each side of the current one, gaps between.
 * `href` makes the address of a page by its number, from 1, and what else it says; `places` what those of the neighbours say.
 */
export function paginationView(
  current: number,
  pageCount: number,
  href: (page: number, place?: Query) => string,
  places: NeighbourPlaces | null = null,
): PaginationView {
  const shown: number[] = [];
  for (let page = 1; page <= pageCount; page += 1) {
    if (page === 1 || page === pageCount || Math.abs(page - current) <= 2) shown.push(page);
  }
  const pages = shown.flatMap((page, index) => {
    const link = { number: page, href: href(page), current: page === current, gap: false };
    const before = shown[index - 1];
    return before !== undefined && page - before > 1 ? [{ ...link, gap: true, current: false }, link] : [link];
  });
  return {
    many: pageCount > 1,
    beyond: current > pageCount && pageCount > 0 ? href(pageCount) : null,
    previous:
      current > 1 && current <= pageCount ? href(current - 1, current === 2 ? undefined : places?.previous) : null,
    next: current < pageCount ? href(current + 1, places?.next) : null,
    pages,
  };
}
