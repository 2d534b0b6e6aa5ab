import type { Passages } from './passages.ts';
import type { Passage, SearchableDocument, SearchablePiece } from './searchable.ts';

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
  return partsOf(fragment, 1).filter(({ text }) => text.length >= 2);
}

/**
 * Several parts of a fragment that some passage with it has unchanged, whatever the error: fewer passages have them than have
 * one seed. With one error allowed, what stands before and behind each character; with more, every two parts of one part more.
 */
export function intactPartsOf(fragment: string): Seed[][] {
  const text = fragment.slice(0, LONGEST);
  if (errorsAllowed(text.length) === 1) {
    return Array.from({ length: text.length }, (_, at) =>
      [
        { text: text.slice(0, at), at: 0 },
        { text: text.slice(at + 1), at: at + 1 },
      ].filter((part) => part.text !== ''),
    );
  }
  const parts = partsOf(fragment, 2);
  return parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other]));
}

function partsOf(fragment: string, intact: number): Seed[] {
  const text = fragment.slice(0, LONGEST);
  const count = errorsAllowed(text.length) + intact;
  const border = (part: number): number => Math.floor((part * text.length) / count);
  return Array.from({ length: count }, (_, part) => ({
    text: text.slice(border(part), border(part + 1)),
    at: border(part),
  }));
}

/** The best near match of a folded fragment in each piece, around every place where one of its seeds stands in some passages. */
export function nearMatches(found: readonly Passage[], fragment: string, passages: Passages): NearMatch[] {
  const wanted = fragment.slice(0, LONGEST);
  const allowed = errorsAllowed(wanted.length);
  const reach = wanted.length + allowed;
  const seeds = seedsOf(fragment);
  const best = new Map<number, NearMatch>();
  for (const { document, piece } of found) {
    const before = passages.before(document.id, piece, reach);
    const own = before + piece.folded;
    const text = own + passages.after(document.id, piece, reach);
    for (const seed of seeds) {
      for (
        let at = text.indexOf(seed.text, before.length);
        at >= 0 && at < own.length;
        at = text.indexOf(seed.text, at + 1)
      ) {
        const from = Math.max(0, at - seed.at - allowed);
        const window = text.slice(from, at - seed.at + wanted.length + allowed);
        const { distance, start, end } = alignment(wanted, window);
        if (distance > allowed) continue;
        const place = passages.back(document.id, piece, before.length - from - start);
        const known = best.get(place.id);
        if (known && known.distance <= distance) continue;
        best.set(place.id, { document, piece: place, distance, found: window.slice(start, end) });
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
