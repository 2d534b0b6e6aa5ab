import { segment } from '../../ingest/index/segmenter.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { seededRandom } from '../seeded-random.ts';
import { SEED, SPACED, between, exactQuery, letters, pick, pieceKeys, somePieces } from './query-set.ts';
import type { EvalQuery } from './query-set.ts';
import type { Truth } from './truth.ts';

/** Two to twelve characters cut out of the texts wherever the cut falls, also over the border of two pieces. */
export function fragments(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED);
  const queries: EvalQuery[] = [];
  const total = truth.streams.reduce((sum, stream) => sum + stream.printed.length, 0);
  while (queries.length < count) {
    let at = Math.floor(random() * total);
    const stream = truth.streams.find(({ printed }) => (at -= printed.length) < 0);
    if (!stream) continue;
    const start = stream.printed.length + at;
    const q = stream.printed.slice(start, start + between(random, 2, 12));
    // A space parts terms by the query language: what stands on both sides of it is looked for, not the run.
    if (letters(q) >= 2 && !SPACED.test(q)) queries.push(exactQuery(truth, q));
  }
  return queries;
}

interface BodyRow {
  body: string;
  runs: string;
}

/** Fragments that a line or page end of the source stands in, as they are pasted: with the line feed. */
export function brokenFragments(store: Store, truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 1);
  const breaks: { body: string; at: number }[] = [];
  for (const { body, runs } of store.prepare<[], BodyRow>('SELECT body, runs FROM provisions').all()) {
    const list: unknown = JSON.parse(runs);
    if (!Array.isArray(list)) continue;
    for (const run of list.slice(1)) {
      const at: unknown = Array.isArray(run) ? run[0] : null;
      if (typeof at === 'number') breaks.push({ body, at });
    }
  }
  const queries: EvalQuery[] = [];
  for (let tries = 0; tries < count * 4 && queries.length < count && breaks.length > 0; tries++) {
    const place = pick(random, breaks);
    if (!place) break;
    const before = place.body.slice(Math.max(0, place.at - between(random, 1, 8)), place.at);
    const after = place.body.slice(place.at, place.at + between(random, 1, 8));
    const q = `${before}\n${after}`;
    if (letters(before) === 0 || letters(after) === 0 || SPACED.test(before + after)) continue;
    if (/\d$/u.test(before) && /^\d/u.test(after)) continue;
    const query = exactQuery(truth, before + after);
    if (query.right.size > 0) queries.push({ ...query, q });
  }
  return queries;
}

/** One to three neighbouring words. */
export function wordFragments(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 2);
  return somePieces(truth, random, (piece) => piece.printed.length > 30, count).flatMap((piece) => {
    const words = segment(piece.printed);
    const start = Math.floor(random() * words.length);
    const q = words.slice(start, start + between(random, 1, 3)).join('');
    return letters(q) >= 2 && piece.printed.includes(q) ? [exactQuery(truth, q)] : [];
  });
}

/** Eight to twenty-four characters with one of them replaced by a character of another text. */
export function wrongCharacter(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 6);
  const pieces = somePieces(truth, random, (piece) => piece.printed.length > 30, count);
  const others = pieces
    .flatMap((piece) => Array.from(piece.printed))
    .filter((character) => /\p{Script=Han}/u.test(character));
  return pieces.flatMap((piece) => {
    const runs = piece.printed.match(/\p{Script=Han}{8,24}/gu) ?? [];
    const run = pick(random, runs);
    if (run === undefined) return [];
    const fragment = run.slice(0, between(random, 8, run.length));
    const at = Math.floor(random() * fragment.length);
    const wrong =
      pick(
        random,
        others.filter((character) => character !== fragment.charAt(at)),
      ) ?? '某';
    const q = fragment.slice(0, at) + wrong + fragment.slice(at + 1);
    if (truth.having(q).size > 0) return [];
    return [{ q, right: pieceKeys(truth.having(fragment)), allowed: new Set<string>() }];
  });
}
