import { recordId } from '../../ingest/index/search-record.ts';
import { unite } from './found.ts';
import type { FoundPassage } from './found.ts';
import { keepLiteral } from './literal.ts';
import { matchPiece } from './match.ts';
import type { Alternative } from './query.ts';
import type { Passage } from './searchable.ts';
import type { TextSources } from './text-sources.ts';

/**
 * The passages that do have one of the alternatives.
 * @param worded for each alternative, the records that have its terms as words
 */
export function verified(
  alternatives: readonly Alternative[],
  passages: readonly Passage[],
  worded: readonly ReadonlySet<string>[],
  sources: TextSources,
): FoundPassage[] {
  const lists = alternatives.map((alternative, index) => matching(alternative, passages, worded[index], sources));
  return unite(lists);
}

/** The passages that have an alternative. @param asWords records that have its terms as words */
export function matching(
  alternative: Alternative,
  passages: readonly Passage[],
  asWords: ReadonlySet<string> | undefined,
  { archive, store }: TextSources,
): FoundPassage[] {
  const found = passages.flatMap((passage): FoundPassage[] => {
    const match = matchPiece(passage, alternative, archive.passages);
    if (match === null) return [];
    const isWorded =
      asWords !== undefined && asWords.size > 0 && asWords.has(recordId(match.document.id, match.piece.seq));
    return [{ kind: 'piece', identity: false, match: isWorded ? { ...match, asWords: true } : match }];
  });
  return keepLiteral(store, found, alternative);
}
