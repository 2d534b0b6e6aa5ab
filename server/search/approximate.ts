import { lastStart } from './last-start.ts';
import type { SearchableDocument, SearchablePiece } from './searchable.ts';
import { mayHold, probeOf } from './signature.ts';

/** A place where a text nearly has what was asked. */
export interface NearMatch {
  document: SearchableDocument;
  piece: SearchablePiece;
  /** Characters changed, left out or put in. */
  distance: number;
  /** The folded characters that stand there. */
  found: string;
}

/** A longer paste is compared by its beginning. */
const LONGEST = 64;

/** Errors that a fragment of this many characters may have and still be recognised. */
export function errorsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 12 ? 1 : Math.min(5, Math.floor(length / 8) + 1);
}

/** A part of a fragment that stands unchanged in a text when the errors are elsewhere. */
export interface Seed {
  text: string;
  /** Offset in the fragment. */
  at: number;
}

/**
 * Cuts a folded fragment into one part more than the errors it may have, so that one part at least has none (pigeonhole).
 * 行政职法案卷评查 with one error allowed → 行政职法, 案卷评查.
 */
export function seedsOf(fragment: string): Seed[] {
  const text = fragment.slice(0, LONGEST);
  const parts = errorsAllowed(text.length) + 1;
  const seeds: Seed[] = [];
  for (let part = 0; part < parts; part++) {
    const at = Math.floor((part * text.length) / parts);
    const end = Math.floor(((part + 1) * text.length) / parts);
    if (end - at >= 2) seeds.push({ text: text.slice(at, end), at });
  }
  return seeds;
}

/** The best near match of a folded fragment in each piece of the documents, around every place where one of its seeds stands. */
export function nearMatches(documents: readonly SearchableDocument[], fragment: string): NearMatch[] {
  const wanted = fragment.slice(0, LONGEST);
  const allowed = errorsAllowed(wanted.length);
  const seeds = seedsOf(fragment).map((seed) => ({ ...seed, probe: probeOf(seed.text) }));
  const best = new Map<SearchablePiece, NearMatch>();
  for (const document of documents) {
    for (const seed of seeds) {
      if (!mayHold(document.signature, seed.probe)) continue;
      const { stream } = document;
      for (let at = stream.indexOf(seed.text); at >= 0; at = stream.indexOf(seed.text, at + 1)) {
        const from = Math.max(0, at - seed.at - allowed);
        const window = stream.slice(from, at - seed.at + wanted.length + allowed);
        const { distance, start, end } = alignment(wanted, window);
        if (distance > allowed) continue;
        const piece = document.pieces[lastStart(document.starts, from + start)];
        const known = piece && best.get(piece);
        if (!piece || (known && known.distance <= distance)) continue;
        best.set(piece, { document, piece, distance, found: window.slice(start, end) });
      }
    }
  }
  return [...best.values()];
}

interface Alignment {
  distance: number;
  start: number;
  end: number;
}

/** The stretch of `text` with the smallest edit distance to `wanted` (Sellers): a row a character, each cell with where its stretch begins. */
export function alignment(wanted: string, text: string): Alignment {
  let costs = Array.from({ length: wanted.length + 1 }, (_, index) => index);
  let starts = costs.map(() => 0);
  let best: Alignment = { distance: wanted.length, start: 0, end: 0 };
  for (let column = 1; column <= text.length; column++) {
    const nextCosts = [0];
    const nextStarts = [column];
    for (let row = 1; row <= wanted.length; row++) {
      const same = wanted.charCodeAt(row - 1) === text.charCodeAt(column - 1);
      const replaced = (costs[row - 1] ?? 0) + (same ? 0 : 1);
      const inserted = (costs[row] ?? 0) + 1;
      const left = (nextCosts[row - 1] ?? 0) + 1;
      const cost = Math.min(replaced, inserted, left);
      nextCosts.push(cost);
      nextStarts.push(
        (cost === replaced ? starts[row - 1] : cost === inserted ? starts[row] : nextStarts[row - 1]) ?? 0,
      );
    }
    costs = nextCosts;
    starts = nextStarts;
    const distance = costs[wanted.length] ?? wanted.length;
    if (distance < best.distance) best = { distance, start: starts[wanted.length] ?? 0, end: column };
    if (best.distance === 0) break;
  }
  return best;
}
