import type { Alternative, Term } from './query.ts';
import { lastStart } from './last-start.ts';
import type { SearchableDocument, SearchablePiece } from './searchable.ts';
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

const NONE: readonly PieceMatch[] = [];

/** Where a term stands in a document, piece by piece: indexes into `pieces` with offsets into the stream. */
type Places = Map<number, number[]>;

/**
 * The pieces of a document that have all terms of an alternative and none of its negative ones. A term that the title,
 * number or a heading above says need not be said again by the piece, but the piece must say all the others, and at least one
 * that the title does not have. A run across the border of two pieces belongs to the piece where it begins.
 */
export function matchPieces(document: SearchableDocument, { all, none }: Alternative): readonly PieceMatch[] {
  // Most documents lack a term: that is found out before anything else is made for them.
  for (const term of all) if (!document.stream.includes(term.folded) && !namesHave(document, term)) return NONE;
  if (none.some((term) => namesHave(document, term))) return NONE;
  const titled = all.map((term) => namesHave(document, term));
  const places = all.map((term) => placesOf(document, term.folded));
  const barred = none.map((term) => placesOf(document, term.folded));
  const candidates = new Set(places.flatMap((found) => [...found.keys()]));
  const matches: PieceMatch[] = [];
  for (const index of candidates) {
    if (barred.some((found) => found.has(index))) continue;
    const match = matchPiece(document, index, all, places, titled);
    if (match) matches.push(match);
  }
  return matches;
}

/** Whether the document itself is what was asked: every term in its title, number or another name. */
export function matchesDocument(document: { names: readonly string[] }, { all, none }: Alternative): boolean {
  return all.every((term) => namesHave(document, term)) && !none.some((term) => namesHave(document, term));
}

export const namesHave = (document: { names: readonly string[] }, term: Term): boolean =>
  document.names.some((name) => name.includes(term.folded));

function matchPiece(
  document: SearchableDocument,
  index: number,
  all: readonly Term[],
  places: readonly Places[],
  titled: readonly boolean[],
): PieceMatch | null {
  const piece = document.pieces[index];
  if (!piece) return null;
  const own: number[][] = [];
  const lengths: number[] = [];
  let inTitle = 0;
  let inHeading = 0;
  let says = false;
  for (const [at, term] of all.entries()) {
    const found = places[at]?.get(index);
    const inNames = titled[at] ?? false;
    const headed = piece.headings.includes(term.folded);
    if (!found && !inNames && !headed) return null;
    if (found) {
      own.push(found);
      lengths.push(term.folded.length);
      if (!inNames) says = true;
    }
    if (inNames) inTitle += 1;
    if (headed) inHeading += 1;
  }
  if (!says && own.length < all.length) return null;
  const window = shortestWindow(own, lengths);
  return {
    document,
    piece,
    occurrences: own.reduce((sum, found) => sum + found.length, 0),
    spread: window.spread,
    depth: window.start - (document.starts[index] ?? 0),
    inTitle,
    inHeading,
    length: pieceLength(document, index),
    asWords: false,
  };
}

const pieceLength = (document: SearchableDocument, index: number): number =>
  (document.starts[index + 1] ?? document.stream.length) - (document.starts[index] ?? 0);

function placesOf(document: SearchableDocument, folded: string): Places {
  const places: Places = new Map();
  const { stream } = document;
  let index = 0;
  for (let at = stream.indexOf(folded); at >= 0; at = stream.indexOf(folded, at + 1)) {
    index = lastStart(document.starts, at, index);
    const known = places.get(index);
    if (known) known.push(at);
    else places.set(index, [at]);
  }
  return places;
}
