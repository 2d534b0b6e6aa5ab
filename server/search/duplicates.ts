import type { Found } from './found.ts';
import type { SearchableDocument } from './searchable.ts';

/** Found things that are one hit: passages of different documents with the very same text. */
export type CopyGroup = [Found, ...Found[]];

/** A group that takes copies, with the documents that it has already. */
interface OpenGroup {
  members: CopyGroup;
  documents: Set<SearchableDocument>;
}

/**
 * Folds passages of different documents with the very same text into one group, and printed titles into the document that was
 * found by its title. Groups and members keep the order of `found`. A second passage of the same text in one document is a
 * group of its own.
 */
export function groupCopies(found: readonly Found[]): CopyGroup[] {
  const titled = new Set(found.flatMap((one) => (one.kind === 'document' ? [one.document] : [])));
  const groups: CopyGroup[] = [];
  const open = new Map<number, OpenGroup>();
  for (const one of found) {
    if (one.kind !== 'piece') {
      groups.push([one]);
      continue;
    }
    const { document, piece } = one.match;
    if (piece.kind === 'title' && titled.has(document)) continue;
    const known = piece.textKey === 0 ? undefined : open.get(piece.textKey);
    if (known && !known.documents.has(document)) {
      known.members.push(one);
      known.documents.add(document);
      continue;
    }
    const members: CopyGroup = [one];
    groups.push(members);
    if (piece.textKey !== 0 && !known) open.set(piece.textKey, { members, documents: new Set([document]) });
  }
  return groups;
}
