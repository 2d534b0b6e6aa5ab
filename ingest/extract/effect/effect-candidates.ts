/** What in a sentence looks like a clause of effect, before it is asked whom it speaks of (effect-clauses.ts). */
import { addDays } from '../../text/dates.ts';
import { matchesOf } from '../../text/matches.ts';
import { DAY } from '../clause-text.ts';
import { readDuration } from './duration.ts';
import type { Duration } from './duration.ts';
import { lengthCandidatesOf } from './effect-lengths.ts';
import {
  AT_ONCE,
  BY_EVENT,
  DAY_BEFORE_TEXT,
  CLAUSE_ENDS,
  DAY_OF_EVENT,
  ENDS_ON,
  ENDS_OTHERS,
  EVENT_PERIOD,
  FIXED,
  HEADED,
  NAMES_EVENT,
  NEXT_DAY,
  PERIOD,
  PERIOD_TAIL,
  PERIOD_WORD,
  UNTIL,
  UNTIL_END,
  UNTIL_WORD,
  WITHOUT_END,
} from './effect-patterns.ts';
import { dayOf, eventOf, firstDay, lastDay, readingOf } from './effect-readings.ts';
import type { EffectCandidate, EffectDay, EffectReading, EffectSentence } from './effect-readings.ts';

const ONE_DAY: Duration = { count: 1, unit: 'day' };

function begins(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  const day = dayOf(sentence, match);
  const date = day && firstDay(day);
  // 2008年8月施行 tells no day, 自2008年8月起施行 does.
  if (!date || (date.certainty === 'computed' && !match[0].includes('起'))) return null;
  return readingOf({ side: 'begins', date, rule: 'effective-date/fixed' });
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
  return readingOf({ side: 'begins', event: eventOf(owner, word), duration, rule });
}

function endsUntil(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  if (!UNTIL_WORD.test(match[0]) && !UNTIL_END.test(match[0])) return null;
  const day = dayOf(sentence, match);
  return day && readingOf({ side: 'ends', date: lastDay(day), rule: 'expiry-date/until' });
}

function endsOn(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  const day = dayOf(sentence, match);
  if (day?.last == null) return null;
  if (match[1] !== '起') return readingOf({ side: 'ends', date: lastDay(day), rule: 'expiry-date/ends-on' });
  // 自2028年6月5日起失效: the day before is the last one.
  if (day.first === null) return null;
  const date: EffectDay = { date: addDays(day.first, -1), certainty: 'computed' };
  return readingOf({ side: 'ends', date, rule: 'expiry-date/ends-from' });
}

/** 自A至B实施: both ends. */
function periods({ text, offset, clause }: EffectSentence): EffectCandidate[] {
  return matchesOf(PERIOD, text).flatMap((match): EffectCandidate[] => {
    const word = PERIOD_WORD.exec(text.slice(0, match.index));
    if (!word && !PERIOD_TAIL.test(match[0])) return [];
    const start = match.index;
    const end = start + match[0].length;
    const [first, last] = clause.days.filter((day) => day.start >= offset + start && day.end <= offset + end);
    const date = first && firstDay(first);
    // 3月1日至10月31日执行夏季作息时间 comes every year.
    if (!date || !last || first.year === 'nearest') return [];
    const found = readingOf({ side: 'begins', date, rule: 'period/from-to' });
    return [{ found, until: lastDay(last), start, end, head: word ? word.index : start }];
  });
}

/** 自印发之日起至B有效: both ends, the first by its event. */
function eventPeriods(sentence: EffectSentence): EffectCandidate[] {
  const { text } = sentence;
  return matchesOf(EVENT_PERIOD, text).flatMap((match): EffectCandidate[] => {
    const word = PERIOD_WORD.exec(text.slice(0, match.index));
    const day = dayOf(sentence, match);
    if (!day || (!word && !/(?:施行|实施|实行|执行|生效|试行|有效|止)$/u.test(match[0]))) return [];
    const event = eventOf(match[1] ?? '', match[2] ?? '');
    const found = readingOf({ side: 'begins', event, rule: 'period/event-to' });
    const start = match.index;
    return [{ found, until: lastDay(day), start, end: start + match[0].length, head: word ? word.index : start }];
  });
}

/** Every candidate of a sentence, in order; of those that begin together the longest first. */
export function effectCandidatesOf(sentence: EffectSentence): EffectCandidate[] {
  const { text } = sentence;
  const dated = text.includes(DAY);
  const counted = NAMES_EVENT.test(text);
  const candidates = dated ? [...periods(sentence), ...eventPeriods(sentence)] : [];
  candidates.push(...lengthCandidatesOf(sentence));
  const collect = (pattern: RegExp, read: (match: RegExpExecArray) => EffectReading | null): void => {
    for (const match of matchesOf(pattern, text)) {
      const start = match.index;
      const end = start + match[0].length;
      const found = read(match);
      if (found) candidates.push({ found, until: null, start, end, head: start });
    }
  };
  const closes = (match: RegExpExecArray): boolean => CLAUSE_ENDS.test(text.slice(match.index + match[0].length));
  if (dated) {
    collect(FIXED, (match) => (closes(match) ? begins(sentence, match) : null));
    collect(DAY_OF_EVENT, (match) => (closes(match) ? begins(sentence, match) : null));
    collect(DAY_BEFORE_TEXT, (match) => begins(sentence, match));
  }
  if (counted) collect(BY_EVENT, (match) => (closes(match) ? beginsByEvent(sentence, match) : null));
  if (dated)
    collect(HEADED, (match) => {
      const day = dayOf(sentence, match);
      const date = day && firstDay(day);
      return date && readingOf({ side: 'begins', date, rule: 'effective-date/headed' });
    });
  if (counted) {
    collect(AT_ONCE, (match) =>
      readingOf({ side: 'begins', event: eventOf('', match[1] ?? ''), rule: 'effective-date/at-once' }),
    );
    collect(ENDS_OTHERS, (match) => {
      const ofList = /(?:文件|规章|规定|通知|法规)[，,]?$/u.test(text.slice(0, match.index));
      const event = eventOf('', match[1] ?? '');
      return ofList ? readingOf({ side: 'begins', event, rule: 'effective-date/ends-others' }) : null;
    });
  }
  if (dated) {
    collect(UNTIL, (match) => endsUntil(sentence, match));
    collect(ENDS_ON, (match) => endsOn(sentence, match));
  }
  if (text.includes('长期'))
    collect(WITHOUT_END, () => readingOf({ side: 'ends', withoutEnd: true, rule: 'expiry-date/without-end' }));
  return candidates.sort((a, b) => a.start - b.start || b.end - a.end);
}
