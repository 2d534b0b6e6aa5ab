import { foldText } from '../../ingest/index/fold-text.ts';
import { knownDocumentUrl } from '../pages/urls.ts';
import type { Suggestion } from './search-types.ts';

/** Something to suggest. */
export interface Suggested {
  suggestion: Suggestion;
  folded: string;
  /** How much it is in the archive: documents of an authority, titles with a term; a held document is more than one only named. */
  weight: number;
}

export const suggested = (suggestion: Suggestion, weight: number): Suggested => ({
  suggestion,
  folded: foldText(suggestion.text),
  weight,
});

/** A document by its title, and by its number where it has one. */
export function suggestedDocument(
  { id, title, number }: { id: string; title: string | null; number: string | null },
  held: boolean,
): Suggested[] {
  const url = knownDocumentUrl(id, held);
  const weight = held ? 2 : 1;
  return [
    ...(title === null ? [] : [suggested({ type: 'title', text: title, url }, weight)]),
    ...(number === null ? [] : [suggested({ type: 'number', text: number, url }, weight)]),
  ];
}
