/** For how long a text is valid: 有效期五年, 自施行之日起五年内有效, 有效期为自2021年6月1日起三年. */
import { matchesOf } from '../../text/matches.ts';
import { DAY } from '../clause-text.ts';
import { DURATION, lastDayOf, readDuration } from './duration.ts';
import { EVENT_WORD } from './effect-patterns.ts';
import { dayOf, eventOf, firstDay, readingOf } from './effect-readings.ts';
import type { EffectCandidate, EffectReading, EffectSentence } from './effect-readings.ts';

const NAMES_LENGTH = new RegExp(DURATION, 'u');
// What a length of validity may be counted from besides its promulgation.
const ITS_BEGINNING = /^(?:施行|实施|生效|执行)$/u;
const COUNTED_FROM = `${EVENT_WORD}|施行|实施|生效|执行`;
// Must match: 自施行之日起有效期五年 · 施行之日起满五年自动失效 · 自发布之日起3年内有效      Must not: 自发证之日起五年 · 自施行之日起五年内完成
const LASTING_FROM = new RegExp(
  `(?:(?:自|从)([\\u4e00-\\u9fff]{0,8}?))?(${COUNTED_FROM})之日起[，,]?(?:(?:的?有效期|(?:执行|实施|施行|试行)期)(?:限|间)?(?:为|是)?${DURATION}|满?\\s?${DURATION}(?:内有效|[后，,]?(?:自动|自行|自然)?(?:失效|废止)))`,
  'gu',
);
// Must match: ，5年内有效      Must not: 三年内有效的证明
const WITHIN = new RegExp(`(?<=[，,])(?:在)?${DURATION}(?:之?内)有效(?=[。；;，,]|$)`, 'gu');
// Must match: 有效期为自2021年6月1日起三年 · 执行期限自2021年6月1日起计算3年
const LASTING_FROM_DAY = new RegExp(
  `(?:有效|执行|实施|施行|试行)(?:期|时间)(?:限|间)?(?:为|是|[:：])?(?:自|从)\\s?Ｄ+\\s?(?:之日)?起(?:计算)?[，,]?(?:为)?\\s?${DURATION}`,
  'gu',
);
// Must match (behind a length): 3年，自2021年6月1日起计算      Must not: 工龄自2021年6月1日起计算
const COUNTED = /(?<=[年月日天][，,])(?:自|从)\s?Ｄ+\s?(?:之日)?起(?:开始)?计算(?=[。；;，,]|$)/gu;
// Must match: 有效期五年 · 有效期为5年 · 有效期限2年 · 试行期一年 · 试行时间一年 · 有效期自发布之日起5年 · 执行期限暂定三年 · 试行两年 · ，暂定三年 · 有效期自施行之日起五年 · 暂定有效期三年
// Must not:   有效期届满前3个月 · 有效期内 · 保质期5年
const LASTING = new RegExp(
  `(?:(?:暂定)?(?:有效期|(?:执行|实施|施行|试行|暂行)(?:期|时间))|试行|暂行|(?<=[，,])(?=暂定))(?:限|间)?(?:暂定|原则上|一般)?(?:为|是|[:：])?(?:自|从)?(?:([\\u4e00-\\u9fff]{0,6}?)(${COUNTED_FROM})(?:之日|日)起)?(?:计算)?(?:暂定|为)?\\s?${DURATION}`,
  'gu',
);

interface Counted {
  count: string | undefined;
  unit: string | undefined;
  /** What it is counted from, with whose event that is; undefined where nothing is said. */
  word?: string | undefined;
  owner?: string | undefined;
}

function lasts({ count = '', unit = '', word, owner = '' }: Counted): EffectReading | null {
  const duration = readDuration(count, unit);
  if (!duration) return null;
  const event = word === undefined || ITS_BEGINNING.test(word) ? null : eventOf(owner, word);
  return readingOf({ side: 'ends', duration, event, fromEvent: event !== null, rule: 'expiry-date/duration' });
}

/** The first day that is printed with a length, as a clause of its own. */
function beginning(sentence: EffectSentence, match: RegExpExecArray): EffectReading | null {
  const day = dayOf(sentence, match);
  const date = day && firstDay(day);
  return date && readingOf({ side: 'begins', date, rule: 'period/counted-from' });
}

/** Every length of validity in a sentence, with the day that it is counted from where one is printed. */
export function lengthCandidatesOf(sentence: EffectSentence): EffectCandidate[] {
  const candidates: EffectCandidate[] = [];
  const collect = (pattern: RegExp, read: (match: RegExpExecArray) => (EffectReading | null)[]): void => {
    for (const match of matchesOf(pattern, sentence.text)) {
      const start = match.index;
      const end = start + match[0].length;
      for (const found of read(match)) if (found) candidates.push({ found, until: null, start, end, head: start });
    }
  };
  const dated = sentence.text.includes(DAY);
  if (dated) collect(COUNTED, (match) => [beginning(sentence, match)]);
  if (!NAMES_LENGTH.test(sentence.text)) return candidates;
  collect(LASTING, ([, owner, word, count, unit]) => [lasts({ owner, word, count, unit })]);
  if (sentence.text.includes('之日起'))
    collect(LASTING_FROM, ([, owner, word, count, unit, endCount, endUnit]) => [
      lasts({ owner, word, count: count ?? endCount, unit: unit ?? endUnit }),
    ]);
  collect(WITHIN, ([, count, unit]) => [lasts({ count, unit })]);
  return dated ? [...candidates, ...fromDays(sentence)] : candidates;
}

/** 有效期为自2021年6月1日起三年: both ends. */
function fromDays(sentence: EffectSentence): EffectCandidate[] {
  return matchesOf(LASTING_FROM_DAY, sentence.text).flatMap((match): EffectCandidate[] => {
    const found = beginning(sentence, match);
    const duration = readDuration(match[1] ?? '', match[2] ?? '');
    const from = found?.date?.date;
    if (!found || !duration || from == null) return [];
    const until = { date: lastDayOf(from, duration), certainty: 'computed' as const };
    return [{ found, until, start: match.index, end: match.index + match[0].length, head: match.index }];
  });
}
