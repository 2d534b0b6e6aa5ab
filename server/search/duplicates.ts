import { foldedPiece } from './archive.ts';
import type { SearchableDocument, SearchablePiece } from './archive.ts';
import type { Found } from './found.ts';

/** Found things of one text: the first stands for the others; `members` are all of them. */
export interface FoundGroup {
  first: Found;
  members: Found[];
  others: { document: SearchableDocument; piece: SearchablePiece }[];
}

/** Shorter passages (本办法自公布之日起施行。) are alike by habit, not copies of each other. */
const SHORTEST_COPY = 40;

/** A number that is equal for equal folded texts (FNV-1a over UTF-16 units); 0 for a text too short to be a copy. */
export function copyKey(folded: string): number {
  if (folded.length < SHORTEST_COPY) return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  return hash === 0 ? 1 : hash;
}

/**
 * Folds passages of other documents with the very same text into the first of them, and printed titles into the document that was
 * found by its title; the order is kept.
 */
export function foldDuplicates(found: readonly Found[]): FoundGroup[] {
  const titled = new Set(found.flatMap((one) => (one.kind === 'document' ? [one.document] : [])));
  const groups: FoundGroup[] = [];
  const byKey = new Map<number, FoundGroup>();
  for (const one of found) {
    if (one.kind === 'piece' && one.match.piece.kind === 'title' && titled.has(one.match.document)) continue;
    const key = one.kind === 'piece' ? one.match.piece.copyKey : 0;
    const known = key === 0 ? undefined : byKey.get(key);
    if (known && one.kind === 'piece' && isCopy(known, one.match)) {
      known.members.push(one);
      known.others.push({ document: one.match.document, piece: one.match.piece });
      continue;
    }
    const group: FoundGroup = { first: one, members: [one], others: [] };
    groups.push(group);
    if (key !== 0 && !known) byKey.set(key, group);
  }
  return groups;
}

/** The same text in a document that the group does not have yet. */
function isCopy(
  { first, others }: FoundGroup,
  match: { document: SearchableDocument; piece: SearchablePiece },
): boolean {
  if (first.kind !== 'piece') return false;
  const documents = [first.match.document, ...others.map((other) => other.document)];
  if (documents.includes(match.document)) return false;
  return foldedPiece(first.match.document, first.match.piece) === foldedPiece(match.document, match.piece);
}
