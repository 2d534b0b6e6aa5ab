import { cursorText, readCursor } from '../../ingest/store/queries/keyset.ts';
import type { ListPage, PageEnds } from '../../ingest/store/queries/keyset.ts';
import { ApiError } from './api-error.ts';

/** What a query asks of a list. */
export interface PageQuery {
  limit: number;
  offset: number;
  cursor?: string | undefined;
}

/** How the store finds the asked page: from the place that `cursor` names, else by passing over rows. Throws 400 for a cursor that is none. */
export function listPage({ limit, offset, cursor }: PageQuery): ListPage {
  if (cursor === undefined) return { limit, offset };
  const after = readCursor(cursor);
  if (after === null) throw new ApiError(400, 'invalid_parameter', 'cursor: 不是列表给出的 next');
  return { limit, after };
}

/** The `next` of an answer: null on the last page. */
export const nextOf = ({ after }: PageEnds): string | null => (after === null ? null : cursorText(after));
