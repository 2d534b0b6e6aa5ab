import { closingRound, opensRound } from './brackets.ts';

/** Half-open range of a sentence in its paragraph. */
export interface SentenceRange {
  start: number;
  end: number;
}

const STOPS = /[。；;！？\n（(]/gu;

/**
 * The sentences of a paragraph: cut behind 。；！？, not inside round brackets that close.
 * Titles should be masked first (brackets.ts), for a title may hold anything.
 */
export function sentencesOf(text: string): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let start = 0;
  STOPS.lastIndex = 0;
  for (let stop = STOPS.exec(text); stop; stop = STOPS.exec(text)) {
    const at = stop.index;
    if (opensRound(stop[0])) STOPS.lastIndex = (closingRound(text, at) ?? at) + 1;
    else {
      sentences.push({ start, end: at + 1 });
      start = at + 1;
    }
  }
  if (text.slice(start).trim() !== '') sentences.push({ start, end: text.length });
  return sentences;
}
