import { matchesOf } from '../../text/matches.ts';
import { clauseTextOf } from '../clause-text.ts';
import type { ClauseDay, ClauseText } from '../clause-text.ts';
import { enumerationEnds } from './enumeration.ts';
import type { Mention } from '../mention.ts';
import { isOnlyBasis } from './only-basis.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';

const APPLIES = '(?:执行|施行|实施|适用)';
// Must match: 暂停执行 · 暂时停止适用 · 暂时调整实施 · 暂缓执行 · 恢复施行 · (in one area only) 停止实施      Must not: 暂停营业 · 调整适用范围
const SUSPENDING = new RegExp(
  `(?:暂停|暂缓|暂时停止|暂不|中止|暂时调整|停止)(?:或者?(?:停止|调整))?${APPLIES}|(恢复)${APPLIES}`,
  'gu',
);
// Must match (before 暂停执行, which is then no decision): 可以 · 建议 · 不得      Must not: 决定 · ， · 在自由贸易试验区内， · 起 · 第二十一条
const REFUSED = /(?:可以?|建议|提请|申请|不得|是否|拟|应当|有权|责令)[^，,。；■]{0,8}$/u;
// Must match (between it and a document): 国务院令第5号 · 了 · 有关   Must not: 的决定，根据
const TO_OBJECT = /^(?:了|对)?[^，,。；;■的]{0,24}$/u;
// Must match (between a document and 暂停执行): ，自2021年6月1日起 · 的有关规定 · 的规定在试点期间 · 予以 · 文件      Must not: 应当
const TO_VERB =
  /^[）)\s]*(?:文件|通知)?(?:中?的?(?:有关|相关|全部|部分)?(?:规定|内容|条款|要求))?[，,]?(?:(?:自|从|于|在)[^，,。；■]{1,28})?[，,]?(?:现|将|决定|均|一律|予以|同时|全部|即日起|继续)*$/u;
// Must match: 自Ｄ至Ｄ · 至Ｄ · 期限至Ｄ      Must not: 自Ｄ起
const UNTIL = /(?:至|到|[-—–~～])\s?Ｄ+/u;
// What stops somewhere or for some time has not ended. Must match (before 停止实施): 在自由贸易试验区内， · 在试点期间      Must not: 自公布之日起
const LIMITED = /在[^，,。；■]{2,40}(?:内|期间)[，,]?(?:暂)?$/u;
const REACH = 120;

/** The days that a sentence gives to what it suspends: from which, and until which one. */
function daysOf(clause: ClauseText): { from: ClauseDay | null; until: ClauseDay | null } {
  const end = UNTIL.exec(clause.text);
  const until = end && clause.days.find((day) => day.start >= end.index && day.end <= end.index + end[0].length);
  const from = clause.days.find(
    (day) => day !== until && /(?:自|从|于)\s?$/u.test(clause.text.slice(Math.max(0, day.start - 3), day.start)),
  );
  return { from: from ?? null, until: until ?? null };
}

function suspendedRole(word: string, clause: ClauseText): Role {
  const { from, until } = daysOf(clause);
  const day = from?.first ?? null;
  if (word.startsWith('恢复')) return role('cites', 'cites/clause-resumed', 'kept', day);
  return { ...role('amends', 'amends/clause-suspended', 'suspended', day), until: until?.last ?? null };
}

/** The documents behind the word: 暂停执行《A》第八条、《B》; empty when none is its object. */
function objectsOf({ masked, start, mentions }: MentionSentence, at: number, length: number): readonly Mention[] {
  const first = mentions.findIndex((mention) => mention.start - start >= at + length);
  const mention = mentions[first];
  if (!mention || REFUSED.test(masked.slice(Math.max(0, at - REACH), at))) return [];
  if (!TO_OBJECT.test(masked.slice(at + length, mention.start - start))) return [];
  return listFrom({ masked, start, end: start + masked.length, mentions: mentions.slice(first) });
}

/** The first of some documents with those that are joined to it. */
function listFrom(sentence: MentionSentence): readonly Mention[] {
  const ends = enumerationEnds(sentence);
  return sentence.mentions.filter((_, at) => ends[at] === ends[0]);
}

/** The documents before the word: 《A》第八条、《B》自2021年6月1日起暂停执行. */
function subjectsOf(sentence: MentionSentence, at: number): readonly Mention[] {
  const { masked, start, mentions } = sentence;
  const before = mentions.filter(({ end }) => end - start <= at);
  const last = before.at(-1);
  if (!last || !TO_VERB.test(masked.slice(last.end - start, at))) return [];
  const ends = enumerationEnds({ ...sentence, mentions: before });
  const listed = before.filter((_, index) => ends[index] === ends.at(-1));
  const [first] = listed;
  return first && !isOnlyBasis(masked.slice(0, first.start - start)) ? listed : [];
}

/**
 * The documents that a sentence puts out of use for a time: 暂停执行《A》第八条, 在试点期间暂时调整实施《A》、《B》的有关规定, 《A》自2021年6月1日至
 * 2022年5月31日暂停执行 (suspended, until that day where one is printed), and those that it takes up again: 《A》恢复执行 (kept).
 */
export function suspensionsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked } = sentence;
  if (!/[暂中]|恢复|停止/u.test(masked)) return roles;
  for (const match of matchesOf(SUSPENDING, masked)) {
    if (match[0].startsWith('停止') && !LIMITED.test(masked.slice(Math.max(0, match.index - REACH), match.index)))
      continue;
    const objects = objectsOf(sentence, match.index, match[0].length);
    const found = objects.length > 0 ? objects : subjectsOf(sentence, match.index);
    if (found.length === 0) continue;
    const given = suspendedRole(match[0], clauseTextOf(masked));
    for (const mention of found) if (!roles.has(mention)) roles.set(mention, given);
  }
  return roles;
}
