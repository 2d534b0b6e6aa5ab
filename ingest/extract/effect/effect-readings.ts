/** What clauses of effect say, and the words that all of their readers share. */
import type { IsoDate } from '../../model/span.ts';
import { isAuthorityName } from '../../text/authority-names.ts';
import { dayWithin } from '../clause-text.ts';
import type { ClauseDay, ClauseText } from '../clause-text.ts';
import type { Duration } from './duration.ts';

/** From which event a day is counted: 印发 and its like, 通过, or an event that the text does not date. */
export type EffectEvent = 'promulgation' | 'adoption' | 'other';

/** A printed day of effect; null when no calendar has it. `computed`: 2025年底, 自2025年1月1日起失效. */
export interface EffectDay {
  date: IsoDate | null;
  certainty: 'stated' | 'computed';
}

/** What a clause of effect says. Exactly one of `date`, `event`, `duration`, `withoutEnd` says when. */
export interface EffectReading {
  side: 'begins' | 'ends';
  date: EffectDay | null;
  event: EffectEvent | null;
  /** With `event`: how long after it (30日后); with an end: the length of validity. */
  duration: Duration | null;
  withoutEnd: boolean;
  /** Whether the end is counted from the event named with it (自发布之日起5年) and not from the effective date. */
  fromEvent: boolean;
  rule: string;
}

/** A sentence of a clause text; `offset` is its place in the paragraph. */
export interface EffectSentence {
  text: string;
  offset: number;
  clause: ClauseText;
}

/** A reading with its place in the sentence. */
export interface EffectCandidate {
  found: EffectReading;
  /** The last day, for a period that names both. */
  until: EffectDay | null;
  start: number;
  end: number;
  /** Where the words of its own (有效期自) begin, behind the subject. */
  head: number;
}

/** A reading that says no more than what is given. */
export function readingOf({
  side,
  rule,
  date = null,
  event = null,
  duration = null,
  withoutEnd = false,
  fromEvent = false,
}: Pick<EffectReading, 'side' | 'rule'> & Partial<EffectReading>): EffectReading {
  return { side, date, event, duration, withoutEnd, fromEvent, rule };
}

// Whose event it is. Must match: （empty） · 本办法 · 文件 · 政策 (and names of bodies: 自省人民政府令公布之日起)      Must not: 机场正式开通并
const PROMULGATION_EVENTS = /^(?:本[\u4e00-\u9fff]{0,8}|文件|政策|■|之|(?:省|市|县|区|州|自治区|自治州)人民政府)?$/u;

/** Which event a word with its owner means: 自|本办法|公布|之日起. */
export function eventOf(owner: string, word: string): EffectEvent {
  const whose = owner.replace(/(?:批准|令)$/u, '');
  if (!PROMULGATION_EVENTS.test(whose) && !isAuthorityName(whose)) return 'other';
  if (word === '通过') return 'adoption';
  return word === '批准' ? 'other' : 'promulgation';
}

const certaintyOf = ({ first, last, year }: ClauseDay): EffectDay['certainty'] =>
  first === last && year !== 'nearest' ? 'stated' : 'computed';

/** A month begins on its first day; the end of a year (2025年底) begins nothing. */
export function firstDay(day: ClauseDay): EffectDay | null {
  return day.first === null && day.last !== null ? null : { date: day.first, certainty: certaintyOf(day) };
}

/** The last day that a printed one can mean. */
export function lastDay(day: ClauseDay): EffectDay {
  return { date: day.last, certainty: certaintyOf(day) };
}

/** The printed day that a pattern took in. */
export function dayOf({ clause, offset }: EffectSentence, match: RegExpExecArray): ClauseDay | null {
  return dayWithin(clause, offset + match.index, offset + match.index + match[0].length);
}
