import type { MentionSentence } from './relation-draft.ts';

const BETWEEN_TITLES = /^[\s、和及]*$/u;

/** For each document of a sentence, where the enumeration it belongs to ends: 对《A》、《B》作如下修改. */
export function enumerationEnds({ masked, start, mentions }: MentionSentence): number[] {
  const ends = mentions.map(({ end }) => end);
  for (let at = mentions.length - 2; at >= 0; at -= 1) {
    const next = mentions[at + 1];
    const gap = next ? masked.slice((mentions[at]?.end ?? 0) - start, next.start - start) : '…';
    if (BETWEEN_TITLES.test(gap)) ends[at] = ends[at + 1] ?? 0;
  }
  return ends;
}
