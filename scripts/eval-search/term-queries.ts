import { seededRandom } from '../seeded-random.ts';
import { SEED, between, documentKeys, pick, somePieces, withoutTitles, wordsOf } from './query-set.ts';
import type { EvalQuery } from './query-set.ts';
import type { Truth } from './truth.ts';

/** Two or three words of one passage, wherever they stand in it. */
export function termQueries(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 3);
  return somePieces(truth, random, (piece) => piece.printed.length > 60, count).flatMap((piece) => {
    const words = [...new Set(wordsOf(piece.printed))];
    const terms = [...new Set(Array.from({ length: between(random, 2, 3) }, () => pick(random, words) ?? ''))].filter(
      (term) => term !== '',
    );
    if (terms.length < 2) return [];
    const named = terms.map((term) => truth.named(term));
    const allowed = [...(named[0] ?? [])].filter((id) => named.every((ids) => ids.has(id)));
    return [
      {
        q: terms.join(' '),
        right: withoutTitles(truth, truth.havingAll(terms), new Set(allowed)),
        allowed: documentKeys(allowed),
      },
    ];
  });
}
