import { highlightText } from '../search/highlight.ts';
import { parseQuery } from '../search/parse-query.ts';
import { positiveTerms } from '../search/query.ts';
import type { HitMark } from './marked-text.ts';

/** Finds in one text what a query asks for, for `?q=` on a document; finds nothing for an empty query. */
export function finderOf(query: string): (text: string) => HitMark[] {
  const folded = positiveTerms(parseQuery(query)).map((term) => term.folded);
  return folded.length === 0 ? () => [] : (text) => highlightText(text, folded);
}
