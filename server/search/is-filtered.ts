import type { SearchRequest } from './search-types.ts';

/** Whether a request narrows what is found: without words its filters list the documents that pass them. */
export function isFiltered({ status, authority, type, year, issue }: SearchRequest): boolean {
  return [status, authority, type, year, issue].some((values) => values.length > 0);
}
