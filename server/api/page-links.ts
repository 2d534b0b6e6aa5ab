import { z } from 'zod';
import { MOST_LISTED } from '../search/search-limits.ts';

const Paged = z.object({
  total: z.int(),
  totalIsExact: z.boolean().default(true),
  limit: z.int(),
  offset: z.int(),
});

/**
 * The Link header (RFC 8288) of an answer that is one page of a list: first, prev and next. Null for other answers.
 *
 * `/api/v1/issues?limit=2&offset=2` of 5 → `</api/v1/issues?limit=2&offset=0>; rel="first", …`
 */
export function pageLinks(address: string, answer: unknown): string | null {
  const page = Paged.safeParse(answer);
  if (!page.success) return null;
  const { total, totalIsExact, limit, offset } = page.data;
  const reachable = totalIsExact ? total : Math.min(total, MOST_LISTED);
  const links = [link(address, 0, 'first')];
  if (offset > 0) links.push(link(address, Math.max(0, offset - limit), 'prev'));
  if (offset + limit < reachable) links.push(link(address, offset + limit, 'next'));
  return links.join(', ');
}

function link(address: string, offset: number, relation: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('offset', String(offset));
  return `<${url.pathname}${url.search}>; rel="${relation}"`;
}
