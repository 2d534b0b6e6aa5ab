import type { NamedDocument, SearchableDocument } from './archive.ts';
import type { PieceMatch } from './match.ts';

/**
 * What a search found, before it is ordered. `identity`: the very thing that a number, title, date or address names;
 * a document counts as found by its title or number.
 */
export type Found =
  | { kind: 'piece'; identity: boolean; match: PieceMatch }
  | { kind: 'document'; identity: boolean; document: SearchableDocument }
  | { kind: 'named'; identity: boolean; document: NamedDocument };

/** One key a found thing: the same thing found twice is one. */
export function keyOf(found: Found): string {
  return found.kind === 'piece' ? `p${found.match.piece.id}` : `d${found.document.id}`;
}

/** Found things without doubles; of two, the one that is an identity. */
export function unite(lists: readonly (readonly Found[])[]): Found[] {
  const byKey = new Map<string, Found>();
  for (const found of lists.flat()) {
    const known = byKey.get(keyOf(found));
    if (!known) byKey.set(keyOf(found), found);
    else if (found.identity && !known.identity)
      byKey.set(keyOf(found), known.kind === 'piece' ? { ...known, identity: true } : found);
  }
  return [...byKey.values()];
}

export const documentIdOf = (found: Found): string =>
  found.kind === 'piece' ? found.match.document.id : found.document.id;
