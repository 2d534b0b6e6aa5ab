import { matchesOf } from '../text/matches.ts';
import type { Mention } from './mention.ts';
import { readProvisions } from './provision-references.ts';
import { lastOfType } from './short-names.ts';

// Must match: 同法第九条 · 该条例第三条、第四条 · 该办法第十一条      Must not: 同法律 · 该办法规定的
const BACK_REFERENCE = /(?:同一?|该|前述|上述)(法|条例|办法|规定|细则|解释|决定|规则)(?=\s?第)/gu;

/** 同法第九条: provisions of a document named before in the same paragraph. */
export interface BackReference {
  mention: Mention;
  provisions: number[][];
  start: number;
  end: number;
}

/** Resolves 同法第九条 and 该办法第十一条 to the last document of that type named before; without one it stays unresolved. */
export function backReferencesOf(text: string, mentions: readonly Mention[]): BackReference[] {
  if (mentions.length === 0) return [];
  return matchesOf(BACK_REFERENCE, text).flatMap((match): BackReference[] => {
    const start = match.index;
    if (mentions.some((mention) => start >= mention.titleStart && start < mention.titleEnd)) return [];
    const mention = lastOfType(match[1] ?? '', mentions, start);
    const { provisions, end } = readProvisions(text, start + match[0].length);
    return mention && provisions.length > 0 ? [{ mention, provisions, start, end }] : [];
  });
}
