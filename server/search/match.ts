import { endsLikeBeginningOf } from './highlight.ts';
import type { Passages } from './passages.ts';
import type { Alternative, Term } from './query.ts';
import type { Passage, SearchableDocument, SearchablePiece } from './searchable.ts';
import { shortestWindow } from './window.ts';

/** A piece that has what was asked, with what rank needs to know of it. */
export interface PieceMatch {
  document: SearchableDocument;
  piece: SearchablePiece;
  /** How often the terms stand in the piece, all together. */
  occurrences: number;
  /** Characters of the shortest stretch that has every term of the piece's own text, less the terms themselves. */
  spread: number;
  /** Characters before that stretch: what stands early in a passage is what it is about. */
  depth: number;
  /** Terms that the document's title or number has as well. */
  inTitle: number;
  /** Terms that a heading of the piece has. */
  inHeading: number;
  /** Folded length of the piece. */
  length: number;
  /** Whether each term stands there as a word or words: 发行 in 发行债券, not in 签发行政决定. */
  asWords: boolean;
}

/** A piece that was found as a whole, not by words in it. */
export function wholePiece({ document, piece }: Passage): PieceMatch {
  return { document, piece, occurrences: 1, spread: 0, depth: 0, inTitle: 0, inHeading: 0, length: 0, asWords: false };
}

/**
 * Tells whether a piece has all terms of an alternative and none of its negative ones. A term that the title,
 * number or a heading above says need not be said again by the piece, but the piece must say all the others, and at least one
 * that the title does not have. A run across the border of two pieces belongs to the piece where it begins.
 */
export function matchPiece(
  { document, piece }: Passage,
  { all, none }: Alternative,
  passages: Passages,
): PieceMatch | null {
  const own: number[][] = [];
  const lengths: number[] = [];
  let inTitle = 0;
  let inHeading = 0;
  let says = false;
  for (const term of all) {
    const found = placesOf(document, piece, term.folded, passages);
    const inNames = namesHave(document, term);
    const headed = piece.headings.includes(term.folded);
    if (found.length === 0 && !inNames && !headed) return null;
    if (found.length > 0) {
      own.push(found);
      lengths.push(term.folded.length);
      if (!inNames) says = true;
    }
    if (inNames) inTitle += 1;
    if (headed) inHeading += 1;
  }
  if (!says && own.length < all.length) return null;
  if (none.some((term) => namesHave(document, term))) return null;
  if (none.some((term) => placesOf(document, piece, term.folded, passages).length > 0)) return null;
  const window = shortestWindow(own, lengths);
  return {
    document,
    piece,
    occurrences: own.reduce((sum, found) => sum + found.length, 0),
    spread: window.spread,
    depth: window.start,
    inTitle,
    inHeading,
    length: piece.folded.length,
    asWords: false,
  };
}

/** Whether the document itself is what was asked: every term in its title, number or another name. */
export function matchesDocument(document: { names: string }, { all, none }: Alternative): boolean {
  return all.every((term) => namesHave(document, term)) && !none.some((term) => namesHave(document, term));
}

const namesHave = (document: { names: string }, term: Term): boolean => document.names.includes(term.folded);

/** Where a run begins in a piece, also one that goes on into what follows. */
function placesOf(document: SearchableDocument, piece: SearchablePiece, run: string, passages: Passages): number[] {
  const text = endsLikeBeginningOf(piece.folded, run)
    ? piece.folded + passages.after(document.id, piece, run.length)
    : piece.folded;
  const places: number[] = [];
  for (let at = text.indexOf(run); at >= 0 && at < piece.folded.length; at = text.indexOf(run, at + 1)) places.push(at);
  return places;
}
