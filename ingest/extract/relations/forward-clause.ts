import { enumerationEnds } from './enumeration.ts';
import type { Mention } from '../mention.ts';
import { isOnlyBasis } from './only-basis.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';

// Must match (before a document): 现将 · ，现将国务院办公厅      Must not: 未将 · 按照转发的
const HANDED = /(?:^|[，,。、：:\s]|现|兹|特)将[^，,。；■]{0,24}$/u;
// Must match (before a document): 现转发 · 现予转发国务院办公厅      Must not: 按照转发的
const FORWARDED_BEFORE = /(?:现|兹|特)(?:予以?)?(?:转发|批转)[^，,。；■]{0,24}$/u;
// Must match (behind it): 转发给你们 · （甲政发〔2021〕6号）批转你们 · 及■一并转发      Must not: 的转发范围
const FORWARDED_BEHIND = /^[^，,。；]{0,40}?(?:转发|批转)(?:给?[你各]|给|如下|，|。|$)/u;
// Must match (behind it): ，现转发给你们 · 已经市政府同意，现批转给你们      Must not: ，转发给你们
const HANDED_ON_NEXT = /^[^，,。；■]{0,24}[，,]\s*现(?:予以?)?(?:转发|批转)/u;
const REACH = 48;
const LONGEST_LIST = 400;

/** The documents that a covering notice hands on: 现将《A》（江政发〔2021〕6号）转发给你们; 《A》已经市政府同意，现批转给你们 → A. */
export function forwardsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked, start, mentions } = sentence;
  if (!masked.includes('转')) return roles;
  const ends = enumerationEnds(sentence);
  for (const [index, mention] of mentions.entries()) {
    const at = mention.start - start;
    const before = masked.slice(Math.max(0, at - REACH), at);
    // However long the titles are that stand between: 将《A》和《B》转发.
    const behind = masked
      .slice(mention.end - start, mention.end - start + LONGEST_LIST)
      .replace(/■+/gu, '■')
      .slice(0, REACH);
    const handed = HANDED.test(before) && FORWARDED_BEHIND.test(behind);
    const next = HANDED_ON_NEXT.test(behind) && !isOnlyBasis(before);
    const previous = index > 0 && ends[index - 1] === ends[index] ? mentions[index - 1] : undefined;
    const listed = previous !== undefined && roles.has(previous);
    if (FORWARDED_BEFORE.test(before) || handed || next || listed)
      roles.set(mention, role('forwards', 'forwards/clause'));
  }
  return roles;
}
