import type { Request } from 'express';
import { cursorText, readCursor } from '../../ingest/store/queries/keyset.ts';
import type { ListPage, PageEnds } from '../../ingest/store/queries/keyset.ts';
import type { Query } from '../pages/urls.ts';
import { pageParameter, textParameter } from './query-parameters.ts';

/** A page of a long list as an address asks for it: its number, and how the store finds it. */
export interface AskedPage {
  number: number;
  size: number;
  page: ListPage;
}

/** To pass over more rows than this takes time: a page so far down leads to its neighbours by the place where it begins or ends. */
const DEEP_ROWS = 2000;

/** `?page=7` by its number, `?page=700&after=…` from where page 699 ended. A place that is none counts for nothing. */
export function askedPage(request: Request, size: number): AskedPage {
  const number = pageParameter(request);
  const after = readCursor(textParameter(request, 'after'));
  const before = readCursor(textParameter(request, 'before'));
  if (number > 1 && after !== null) return { number, size, page: { limit: size, after } };
  if (number > 1 && before !== null) return { number, size, page: { limit: size, before } };
  return { number, size, page: pageByNumber(number, size) };
}

/** A page found by passing over all rows before it. */
export function pageByNumber(number: number, size: number): { limit: number; offset: number } {
  return { limit: size, offset: (number - 1) * size };
}

/** What the addresses of the neighbours of a page say beside their numbers; nothing where they are quickly found without. */
export interface NeighbourPlaces {
  previous: Query;
  next: Query;
}

export function neighbourPlaces({ number, size }: AskedPage, { before, after }: PageEnds): NeighbourPlaces {
  const isDeep = number * size > DEEP_ROWS;
  return {
    previous: { before: isDeep && before !== null ? cursorText(before) : null },
    next: { after: isDeep && after !== null ? cursorText(after) : null },
  };
}
