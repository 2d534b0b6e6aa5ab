import type { PieceMatch } from './match.ts';
import type { NamedDocument, SearchableDocument } from './searchable.ts';

/**
 * What a search found, before it is ordered. `identity`: the very thing that a number, title, date or address names;
 * a document counts as found by its title or number.
 */
export type Found =
  | FoundPassage
  /** `byOtherName`: not its own title is what was asked for, but another name of it, as of a text that it issues. */
  | { kind: 'document'; identity: boolean; byOtherName?: boolean; document: SearchableDocument }
  | { kind: 'named'; identity: boolean; document: NamedDocument };

/** A passage that has what was asked. */
export interface FoundPassage {
  kind: 'piece';
  identity: boolean;
  match: PieceMatch;
  /** The provision in it that an address names: art-8/para-2 of 第八条第二款. */
  place?: string;
  /** Of very many passages, which lot of them it was read with, from 1. */
  block?: number;
}

/** What a found thing is, whatever way it was found: its piece or its document. */
const thingOf = (found: Found): number | string => (found.kind === 'piece' ? found.match.piece.id : found.document.id);

/** Found things without doubles; of two, the one that is an identity. */
export function unite<T extends Found>(lists: readonly (readonly T[])[]): T[] {
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (filled.length <= 1) return [...(only ?? [])];
  const byThing = new Map<number | string, T>();
  for (const list of filled) {
    for (const found of list) {
      const thing = thingOf(found);
      const known = byThing.get(thing);
      if (!known) byThing.set(thing, found);
      else if (found.identity && !known.identity)
        byThing.set(thing, known.kind === 'piece' ? { ...known, identity: true } : found);
    }
  }
  return [...byThing.values()];
}

export const documentIdOf = (found: Found): string =>
  found.kind === 'piece' ? found.match.document.id : found.document.id;
