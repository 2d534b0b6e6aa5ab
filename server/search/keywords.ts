import { foldText } from '../../ingest/index/fold-text.ts';
import { extractKeywords } from '../../ingest/index/segmenter.ts';
import type { CopyGroup } from './duplicates.ts';
import type { Keyword, SearchHit } from './search-types.ts';

const MOST_KEYWORDS = 8;
/** More passages than this are not counted through: a word of so many narrows nothing that a facet would not. */
const MOST_COUNTED = 2000;

/**
 * Words that tell the found passages apart, to narrow a search by: taken from the texts of the first hits, with the number of all
 * found passages that have them. A word that all or none but one have narrows nothing and is left out.
 */
export function keywordsOf(
  hits: readonly SearchHit[],
  groups: readonly CopyGroup[],
  marks: readonly string[],
): Keyword[] {
  if (groups.length < 4 || groups.length > MOST_COUNTED) return [];
  const words = extractKeywords(
    hits.map(({ text, crop }) => text.slice(crop.start, crop.end)).join('\n'),
    4 * MOST_KEYWORDS,
  )
    .map((word) => ({ word, folded: foldText(word) }))
    .filter(({ folded }) => !marks.some((mark) => mark.includes(folded) || folded.includes(mark)));
  const texts = groups.flatMap(([one]) => (one.kind === 'piece' ? [one.match.piece.folded] : []));
  const keywords: Keyword[] = [];
  for (const { word, folded } of words) {
    if (keywords.length === MOST_KEYWORDS) break;
    const count = texts.filter((text) => text.includes(folded)).length;
    if (count > 1 && count < texts.length) keywords.push({ word, count });
  }
  return keywords;
}
