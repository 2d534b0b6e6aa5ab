import { closingRound, opensRound } from './brackets.ts';

/** Half-open range of a sentence in its paragraph. */
export interface SentenceRange {
  start: number;
  end: number;
}

const ENDS = new Set(['。', '；', ';', '！', '？', '\n']);

/**
 * The sentences of a paragraph: cut behind 。；！？, not inside round brackets that close.
 * Titles should be masked first (brackets.ts), for a title may hold anything.
 */
export function sentencesOf(text: string): SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (opensRound(character)) at = closingRound(text, at) ?? at;
    else if (ENDS.has(character)) {
      sentences.push({ start, end: at + 1 });
      start = at + 1;
    }
  }
  if (text.slice(start).trim() !== '') sentences.push({ start, end: text.length });
  return sentences;
}
