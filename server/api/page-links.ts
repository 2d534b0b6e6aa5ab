import { z } from 'zod';
import { MOST_LISTED } from '../search/search-limits.ts';

const Paged = z.object({
  total: z.int(),
  totalIsExact: z.boolean().default(true),
  limit: z.int(),
  offset: z.int(),
  next: z.string().nullable().optional(),
});

/**
 * The Link header (RFC 8288) of an answer that is one page of a list: first, prev and next. Null for other answers.
 *
 * A list that tells its `next` place leads on from there.
 *
 * `/api/v1/issues?limit=2&offset=2` of 5 → `</api/v1/issues?limit=2&offset=0>; rel="first", …`
 */
export function pageLinks(address: string, answer: unknown): string | null {
  const page = Paged.safeParse(answer);
  if (!page.success) return null;
  const { total, totalIsExact, limit, offset, next = null } = page.data;
  const reachable = totalIsExact ? total : Math.min(total, MOST_LISTED);
  const links = [link(address, 0, 'first')];
  if (offset > 0) links.push(link(address, Math.max(0, offset - limit), 'prev'));
  if (next !== null || offset + limit < reachable) links.push(link(address, offset + limit, 'next', next));
  return links.join(', ');
}

function link(address: string, offset: number, relation: string, cursor: string | null = null): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('offset', String(offset));
  if (cursor === null) url.searchParams.delete('cursor');
  else url.searchParams.set('cursor', cursor);
  return `<${url.pathname}${url.search}>; rel="${relation}"`;
}
