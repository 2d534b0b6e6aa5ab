/** What in a sentence looks like a clause of effect, before it is asked whom it speaks of (effect-clauses.ts). */
import type { IsoDate } from '../model/span.ts';
import { isAuthorityName } from '../text/authority-names.ts';
import { addDays } from '../text/dates.ts';
import { DAY, dayWithin } from './clause-text.ts';
import type { ClauseDay, ClauseText } from './clause-text.ts';
import { readDuration } from './duration.ts';
import type { Duration } from './duration.ts';
import {
  AT_ONCE,
  BY_EVENT,
  CLAUSE_ENDS,
  DAY_OF_EVENT,
  ENDS_ON,
  ENDS_OTHERS,
  EVENT_PERIOD,
  FIXED,
  HEADED,
  LASTING,
  NEXT_DAY,
  PERIOD,
  PERIOD_TAIL,
  PERIOD_WORD,
  UNTIL,
  UNTIL_END,
  UNTIL_WORD,
  WITHOUT_END,
} from './effect-patterns.ts';

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

const ONE_DAY: Duration = { count: 1, unit: 'day' };
const NOTHING = { date: null, event: null, duration: null, withoutEnd: false, fromEvent: false };
// Whose event it is. Must match: （empty） · 本办法 · 文件 · 政策 (and names of bodies: 自省人民政府令公布之日起)      Must not: 机场正式开通并
const PROMULGATION_EVENTS = /^(?:本[\u4e00-\u9fff]{0,8}|文件|政策|■|之|(?:省|市|县|区|州|自治区|自治州)人民政府)?$/u;

function eventOf(owner: string, word: string): EffectEvent {
  const whose = owner.replace(/(?:批准|令)$/u, '');
  if (!PROMULGATION_EVENTS.test(whose) && !isAuthorityName(whose)) return 'other';
  if (word === '通过') return 'adoption';
  return word === '批准' ? 'other' : 'promulgation';
}

const certaintyOf = ({ first, last, year }: ClauseDay): EffectDay['certainty'] =>
  first === last && year !== 'nearest' ? 'stated' : 'computed';

/** A month begins on its first day; the end of a year (2025年底) begins nothing. */
function firstDay(day: ClauseDay): EffectDay | null {
  return day.first === null && day.last !== null ? null : { date: day.first, certainty: certaintyOf(day) };
}

function lastDay(day: ClauseDay): EffectDay {
  return { date: day.last, certainty: certaintyOf(day) };
}

function dayOf({ clause, offset }: EffectSentence, match: RegExpExecArray): ClauseDay | null {
  return dayWithin(clause, offset + match.index, offset + match.index + match[0].length);
}

function begins(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  const day = dayOf(sentence, match);
  const date = day && firstDay(day);
  // 2008年8月施行 tells no day, 自2008年8月起施行 does.
  if (!date || (date.certainty === 'computed' && !match[0].includes('起'))) return null;
  return { ...NOTHING, side: 'begins', date, rule: 'effective-date/fixed' };
}

function beginsByEvent(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  const [, owner = '', word = '', count, unit] = match;
  // 自公布之日（2023年12月1日）起施行: the day is printed with the event.
  const printed = match[0].includes(DAY) ? begins(sentence, match) : null;
  if (printed) return printed;
  if (!/[日起后自从]/u.test(match[0])) return null;
  const counted = count !== undefined && unit !== undefined ? readDuration(count, unit) : null;
  if (count !== undefined && counted === null) return null;
  const duration = counted ?? (NEXT_DAY.test(match[0]) ? ONE_DAY : null);
  const rule = duration ? 'effective-date/after-event' : 'effective-date/event';
  return { ...NOTHING, side: 'begins', event: eventOf(owner, word), duration, rule };
}

function lasts(match: RegExpExecArray): EffectReading | null {
  const [, owner = '', word, count = '', unit = ''] = match;
  const duration = readDuration(count, unit);
  if (!duration) return null;
  const event = word === undefined ? null : eventOf(owner, word);
  return { ...NOTHING, side: 'ends', duration, event, fromEvent: event !== null, rule: 'expiry-date/duration' };
}

function endsUntil(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  if (!UNTIL_WORD.test(match[0]) && !UNTIL_END.test(match[0])) return null;
  const day = dayOf(sentence, match);
  return day && { ...NOTHING, side: 'ends', date: lastDay(day), rule: 'expiry-date/until' };
}

function endsOn(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  const day = dayOf(sentence, match);
  if (day?.last == null) return null;
  if (match[1] !== '起') return { ...NOTHING, side: 'ends', date: lastDay(day), rule: 'expiry-date/ends-on' };
  // 自2028年6月5日起失效: the day before is the last one.
  if (day.first === null) return null;
  const date: EffectDay = { date: addDays(day.first, -1), certainty: 'computed' };
  return { ...NOTHING, side: 'ends', date, rule: 'expiry-date/ends-from' };
}

/** 自A至B实施: both ends. */
function periods({ text, offset, clause }: EffectSentence): EffectCandidate[] {
  return [...text.matchAll(PERIOD)].flatMap((match): EffectCandidate[] => {
    const word = PERIOD_WORD.exec(text.slice(0, match.index));
    if (!word && !PERIOD_TAIL.test(match[0])) return [];
    const start = match.index;
    const end = start + match[0].length;
    const [first, last] = clause.days.filter((day) => day.start >= offset + start && day.end <= offset + end);
    const date = first && firstDay(first);
    // 3月1日至10月31日执行夏季作息时间 comes every year.
    if (!date || !last || first.year === 'nearest') return [];
    const found: EffectReading = { ...NOTHING, side: 'begins', date, rule: 'period/from-to' };
    return [{ found, until: lastDay(last), start, end, head: word ? word.index : start }];
  });
}

/** 自印发之日起至B有效: both ends, the first by its event. */
function eventPeriods(sentence: EffectSentence): EffectCandidate[] {
  const { text } = sentence;
  return [...text.matchAll(EVENT_PERIOD)].flatMap((match): EffectCandidate[] => {
    const word = PERIOD_WORD.exec(text.slice(0, match.index));
    const day = dayOf(sentence, match);
    if (!day || (!word && !/(?:施行|实施|实行|执行|生效|试行|有效|止)$/u.test(match[0]))) return [];
    const event = eventOf(match[1] ?? '', match[2] ?? '');
    const found: EffectReading = { ...NOTHING, side: 'begins', event, rule: 'period/event-to' };
    const start = match.index;
    return [{ found, until: lastDay(day), start, end: start + match[0].length, head: word ? word.index : start }];
  });
}

/** Every candidate of a sentence, in order; of those that begin together the longest first. */
export function effectCandidatesOf(sentence: EffectSentence): EffectCandidate[] {
  const { text } = sentence;
  const candidates = [...periods(sentence), ...eventPeriods(sentence)];
  const collect = (pattern: RegExp, read: (match: RegExpExecArray) => EffectReading | null): void => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const found = read(match);
      if (found) candidates.push({ found, until: null, start, end, head: start });
    }
  };
  const closes = (match: RegExpExecArray): boolean => CLAUSE_ENDS.test(text.slice(match.index + match[0].length));
  collect(FIXED, (match) => (closes(match) ? begins(sentence, match) : null));
  collect(DAY_OF_EVENT, (match) => (closes(match) ? begins(sentence, match) : null));
  collect(BY_EVENT, (match) => (closes(match) ? beginsByEvent(sentence, match) : null));
  collect(HEADED, (match) => {
    const day = dayOf(sentence, match);
    const date = day && firstDay(day);
    return date && { ...NOTHING, side: 'begins', date, rule: 'effective-date/headed' };
  });
  collect(AT_ONCE, (match) => ({
    ...NOTHING,
    side: 'begins',
    event: eventOf('', match[1] ?? ''),
    rule: 'effective-date/at-once',
  }));
  collect(ENDS_OTHERS, (match) => {
    const ofList = /(?:文件|规章|规定|通知|法规)[，,]?$/u.test(text.slice(0, match.index));
    const event = eventOf('', match[1] ?? '');
    return ofList ? { ...NOTHING, side: 'begins', event, rule: 'effective-date/ends-others' } : null;
  });
  collect(LASTING, lasts);
  collect(UNTIL, (match) => endsUntil(sentence, match));
  collect(ENDS_ON, (match) => endsOn(sentence, match));
  collect(WITHOUT_END, () => ({ ...NOTHING, side: 'ends', withoutEnd: true, rule: 'expiry-date/without-end' }));
  return candidates.sort((a, b) => a.start - b.start || b.end - a.end);
}
