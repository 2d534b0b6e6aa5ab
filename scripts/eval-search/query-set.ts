import { isContentWord, segment } from '../../ingest/index/segmenter.ts';
import type { Truth, TruthPiece } from './truth.ts';

/** A query with what is right for it: keys `p<piece id>` and `d<document id>`. */
export interface EvalQuery {
  q: string;
  /** All that must be found; for known-item sets, any of these. */
  right: Set<string>;
  /** Found without being wrong: documents whose title or number has the run. */
  allowed: Set<string>;
}

/** `all`: every right piece must be found and nothing else; `item`: one of the right things must stand high. */
export interface QuerySet {
  name: string;
  judge: 'all' | 'item';
  queries: EvalQuery[];
}

/** The same queries in every run. */
export const SEED = 20240915;

export type Random = () => number;

export const pick = <T>(random: Random, values: readonly T[]): T | undefined =>
  values[Math.floor(random() * values.length)];
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
export const pieceKeys = (ids: Iterable<number>): Set<string> => new Set(Array.from(ids, (id) => `p${id}`));
export const documentKeys = (ids: Iterable<string>): Set<string> => new Set(Array.from(ids, (id) => `d${id}`));

/** A space within a line: it parts terms, so such a fragment is no single run. */
export const SPACED = /\S[^\S\n]+\S/u;

export const letters = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/** A printed title is found as its document when the document is found by its title. */
export function withoutTitles(truth: Truth, ids: ReadonlySet<number>, named: ReadonlySet<string>): Set<string> {
  const behind = truth.pieces.filter(
    ({ id, kind, documentId }) => kind === 'title' && ids.has(id) && named.has(documentId),
  );
  const hidden = new Set(behind.map(({ id }) => id));
  return pieceKeys([...ids].filter((id) => !hidden.has(id)));
}

export function exactQuery(truth: Truth, q: string): EvalQuery {
  const named = truth.named(q);
  return {
    q,
    right: withoutTitles(truth, truth.having(q), named),
    allowed: documentKeys([...named, ...truth.dated(q)]),
  };
}

export function wordsOf(text: string): string[] {
  return segment(text).filter((word) => isContentWord(word) && /^\p{Script=Han}+$/u.test(word));
}

export function somePieces(
  truth: Truth,
  random: Random,
  accepts: (piece: TruthPiece) => boolean,
  count: number,
): TruthPiece[] {
  const found: TruthPiece[] = [];
  for (let tries = 0; tries < count * 200 && found.length < count; tries++) {
    const piece = pick(random, truth.pieces);
    if (piece && accepts(piece)) found.push(piece);
  }
  return found;
}
