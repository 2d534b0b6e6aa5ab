import type { Archive } from './archive.ts';
import { splitNames } from './name-index.ts';
import type { NameIndex } from './name-index.ts';
import type { NamedDocument, SearchableDocument } from './searchable.ts';
import { selectFirst } from './select-first.ts';
import { suggestedDocument } from './suggested.ts';
import type { Suggested } from './suggested.ts';

/** Of the documents with what was typed in a name, so many are compared: those that came last. */
const MOST_COMPARED = 300;

/** A document by the name of it that is nearest to what was typed. */
interface Near {
  document: SearchableDocument | NamedDocument;
  held: boolean;
  name: string;
  isBeginning: boolean;
}

/**
 * Titles and numbers of documents with what was typed, folded, in a name: those that begin with it first, held ones, short ones. Of very
 * many documents only the last are compared, and the last of those with a name that begins so.
 */
export function suggestedNames({ heldNames, knownNames }: Archive, typed: string, most: number): Suggested[] {
  const near = new Map<string, Near>();
  for (const one of [...nearOf(heldNames, typed, true), ...nearOf(knownNames, typed, false)]) {
    if (!near.has(one.name)) near.set(one.name, one);
  }
  const nearest = selectFirst([...near.values()], most, nearestFirst);
  return nearest.flatMap(({ document, held }) => suggestedDocument(document, held));
}

function nearOf<T extends NamedDocument | SearchableDocument>(
  names: NameIndex<T>,
  typed: string,
  held: boolean,
): Near[] {
  const last = names.lastHolding(typed, MOST_COMPARED);
  const documents = last.length < MOST_COMPARED ? last : [...names.lastBeginning(typed, MOST_COMPARED), ...last];
  return documents.flatMap((document) =>
    splitNames(document.names)
      .filter((name) => name.includes(typed))
      .map((name) => ({ document, held, name, isBeginning: name.startsWith(typed) })),
  );
}

const nearestFirst = (a: Near, b: Near): number =>
  Number(b.isBeginning) - Number(a.isBeginning) || Number(b.held) - Number(a.held) || a.name.length - b.name.length;
