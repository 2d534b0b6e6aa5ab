import { highlightText } from '../search/highlight.ts';
import { queryMarks } from '../search/query-marks.ts';
import type { HitMark } from './marked-text.ts';

/** Finds in one text what a query asks for, for `?q=` on a document; finds nothing for an empty query. */
export function finderOf(query: string): (text: string) => HitMark[] {
  const folded = queryMarks(query);
  return folded.length === 0 ? () => [] : (text) => highlightText(text, folded);
}
