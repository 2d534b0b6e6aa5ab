import type { IsoDate } from '../../model/span.ts';
import { findDates } from '../../text/dates.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Mention } from '../mention.ts';
import { NONE } from './ended-documents.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';
import { objectsOf } from './repeal-objects.ts';
import { subjectsOf } from './repeal-subjects.ts';
import { ENDING, modeOf } from './repeal-words.ts';

// Behind 废止 the clause must end or go on with something that is no noun: 废止的程序 is no repeal.
const AFTER_ENDING = /^(?:[。，,；;！）)、\s”"]|$|执行|但|其中|，|并|以|和|[（(]|的?[。，,；;]|处理|，?不再)/u;
const LONGEST_OPENING_DAY = 32;
// Must match (before the first document): 自2021年3月1日起， · 从2021年3月1日之日起，原      Must not: 本办法自2021年3月1日起施行，
const OPENING_DAY = /(?:自|从)?([^，,。；自从]{8,16}?)(?:之日)?起[，,]?(?:原|对)?[\s\u3000]*$/u;

/** The day that the clause names, between its last document and 废止 or right before its first one: 自2021年3月1日起，《A》废止. */
function dayOf(between: string, before: string): IsoDate | null {
  const inside = findDates(between).at(-1);
  if (inside) return inside.date;
  const opening = OPENING_DAY.exec(before.slice(-LONGEST_OPENING_DAY))?.[1];
  return opening === undefined ? null : (findDates(opening)[0]?.date ?? null);
}

/** Whether a later word of the sentence only tells the day: 废止《A》，自2023年5月1日起|停止执行. */
function isDayOf(found: Role, known: Role | undefined): boolean {
  return known?.type === found.type && known.effectiveDate === null && found.effectiveDate !== null;
}

/**
 * The documents that a sentence repeals: 《A》（新政办发〔2010〕23号）、《B》同时废止; 自2024年6月1日起停止执行; 决定废止《A》.
 * The day is kept where the clause names one of its own; else the repealing document's effective date decides. A document of which
 * only some content ends (《A》第六条中关于收费的规定停止执行) is amended.
 */
export function repealsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked } = sentence;
  for (const match of matchesOf(ENDING, masked)) {
    const word = match[0];
    const after = masked.slice(match.index + word.length, match.index + word.length + 8);
    const subjects = AFTER_ENDING.test(after) ? subjectsOf(sentence, match.index) : NONE;
    const isSubject = subjects.mentions.length > 0;
    const { mentions, inPart, byArticle = [] } = isSubject ? subjects : objectsOf(sentence, match.index, word.length);
    const first = mentions[0];
    const last = mentions.at(-1);
    if (!first || !last) continue;
    const from = isSubject ? last.end - sentence.start : Math.max(0, match.index - 24);
    const day = dayOf(masked.slice(from, match.index), masked.slice(0, Math.max(0, first.start - sentence.start)));
    const found = inPart
      ? role('amends', 'amends/part', 'amended', day)
      : role('repeals', isSubject ? 'repeals/subject' : 'repeals/object', modeOf(word), day);
    for (const mention of byArticle)
      if (!roles.has(mention)) roles.set(mention, role('repeals', 'repeals/subject', modeOf(word), day));
    for (const mention of mentions)
      if (!roles.has(mention) || isDayOf(found, roles.get(mention))) roles.set(mention, found);
  }
  return roles;
}

/** Whether the sentence ends something without naming a document: 此前有关规定同时废止. */
export function endsUnnamed(sentence: MentionSentence): boolean {
  return (
    sentence.mentions.length === 0 &&
    /(?:规定|办法|文件|通知|政策)[，,]?(?:同时|自行|即行|一律|予以)(?:废止|失效|停止执行)/u.test(sentence.masked)
  );
}
