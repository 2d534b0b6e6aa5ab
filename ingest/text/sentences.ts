import { closingRound, opensRound } from './brackets.ts';

/** Half-open range of a sentence in its paragraph. */
export interface SentenceRange {
  start: number;
  end: number;
}

const STOPS = /[。；;！？\n（(]/gu;

const LONGEST_SENTENCE = 6000;

/**
 * The sentences of a paragraph: cut behind 。；！？, not inside round brackets that close.
 * A longer run than any sentence is cut, so that reading it stays cheap. Titles should be masked first (brackets.ts), for a title may hold anything.
 */
export function sentencesOf(text: string): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let start = 0;
  const add = (end: number): void => {
    for (; end - start > LONGEST_SENTENCE; start += LONGEST_SENTENCE)
      sentences.push({ start, end: start + LONGEST_SENTENCE });
    sentences.push({ start, end });
    start = end;
  };
  STOPS.lastIndex = 0;
  for (let stop = STOPS.exec(text); stop; stop = STOPS.exec(text)) {
    const at = stop.index;
    if (opensRound(stop[0])) STOPS.lastIndex = (closingRound(text, at) ?? at) + 1;
    else {
      add(at + 1);
    }
  }
  if (text.slice(start).trim() !== '') add(text.length);
  return sentences;
}
