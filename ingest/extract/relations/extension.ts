/** How texts say that a document stays in force longer: 有效期延长至2027年12月31日, 继续有效，有效期延长五年. */
import { clauseTextOf, dayWithin } from '../clause-text.ts';
import type { ClauseText } from '../clause-text.ts';
import { DURATION, lastDayOf, readDuration } from '../effect/duration.ts';
import type { Duration } from '../effect/duration.ts';

export const LONGER = '(?:延(?:长|续|期)|顺延)';
export const GOES_ON = '(?:继续|延续)(?:有效|执行|施行|实施|试行|适用)';

// Must match: 有效期延长至2027年12月31日 · 延期执行到2025年底 · 继续执行至2023年6月30日 · 延长2年，至2026年5月31日      Must not: 延长办理时限 · 继续有效
const UNTIL_DAY = new RegExp(`(?:${LONGER}|${GOES_ON})[^，,。；Ｄ]{0,12}?[，,]?(?:截?至|到)\\s?Ｄ+`, 'u');
// Must match: 继续有效，自2021年6月1日起施行，有效期5年 · 自2022年1月1日起延长五年 · 自2022年1月1日起继续执行三年 · 自2021年1月1日起继续实施，有效期为五年
const FROM_DAY_ON = new RegExp(
  `(?:${GOES_ON}[，,]?)?(?:自|从)\\s?(Ｄ+)\\s?(?:之日)?起(?:${GOES_ON}(?=[，,]))?(?:施行|执行|实施|计算)?[，,]?(?:再)?(?:有效期限?|${LONGER}|${GOES_ON})(?:为|${LONGER})?\\s?${DURATION}`,
  'u',
);
// Must match: 决定继续执行，有效期至2023年6月30日
const KEPT_UNTIL = new RegExp(`${GOES_ON}[，,]有效期限?(?:为)?(?:截?至|到)\\s?Ｄ+`, 'u');
// Must match: 继续实施，现予以重新公布，有效期自2021年7月1日起至2026年6月30日      Must not: 继续实施，2021年7月1日至8月31日
const KEPT_FROM_TO = new RegExp(
  `${GOES_ON}(?:[，,][^，,。；■Ｄ]{1,16}){0,2}[，,]有效期限?(?:为)?(?:自|从)?\\s?Ｄ+\\s?(?:之日)?起?(?:至|到|-|—+)\\s?Ｄ+`,
  'u',
);
// Must match: 延长三年，自Ｄ起至Ｄ      Must not: 延长办理时限，自Ｄ起
const LONGER_FROM_TO = new RegExp(
  `${LONGER}(?:有效期限?|期限)?${DURATION}[，,](?:即)?(?:自|从)\\s?Ｄ+\\s?(?:之日)?起?(?:至|到|-|—+)\\s?Ｄ+`,
  'u',
);
// Must match: 自2022年1月1日至2023年12月31日继续执行 · 至2025年底继续有效      Must not: 至2025年底，继续执行
const DAY_FIRST = new RegExp(
  `(?:(?:自|从)\\s?Ｄ+\\s?(?:之日)?起?)?(?:截?至|到)\\s?(Ｄ+)\\s?(?:止)?${GOES_ON}(?=[，,。；;]|$)`,
  'u',
);
// Must match: 有效期延长五年 · 延长执行2年 · 延长有效期3年 · 继续执行2年      Must not: 延长至五年 · 延长有效期至2025年
const BY_LENGTH = new RegExp(
  `(?:${LONGER}(?:执行|施行|实施|试行)?(?:有效期限?|期限|时间)?(?:为)?|${GOES_ON})\\s?${DURATION}`,
  'u',
);
// Must match: 继续有效 · 继续执行。 · 除…继续执行外，      Must not: 继续执行的项目 · 继续有效期
const KEPT = new RegExp(`${GOES_ON}(?=外?[。；;，,：:、）)\\s]|外?$)`, 'u');
// Must match (behind a document that is lengthened): 有效期至2027年底 · 的执行期限五年
const LENGTHENED = new RegExp(
  `^(?:的)?(?:有效期限?|(?:执行|施行|实施|试行)(?:期限|时间|期)?|期限)?(?:(?:截?至|到)\\s?Ｄ+|${DURATION})`,
  'u',
);

/** That something stays in force: until a day, longer by a length (P5Y), or (null) merely on. `start` is its place in the clause text. */
export interface Extension {
  until: string | null;
  start: number;
}

const UNITS = { year: 'Y', month: 'M', day: 'D' } as const;

const isoDuration = ({ count, unit }: Duration): string => `P${count}${UNITS[unit]}`;

function untilDay(clause: ClauseText, from: number): Extension | null {
  const text = clause.text.slice(from);
  const match = UNTIL_DAY.exec(text) ?? KEPT_UNTIL.exec(text);
  if (!match) return null;
  const start = from + match.index;
  const last = dayWithin(clause, start, start + match[0].length)?.last;
  return last == null ? null : { until: last, start };
}

function fromTo(clause: ClauseText, from: number): Extension | null {
  const text = clause.text.slice(from);
  const match = KEPT_FROM_TO.exec(text) ?? LONGER_FROM_TO.exec(text) ?? DAY_FIRST.exec(text);
  if (!match) return null;
  const start = from + match.index;
  const last = clause.days.findLast((day) => day.start >= start && day.end <= start + match[0].length)?.last;
  return last == null ? null : { until: last, start };
}

function fromDayOn(clause: ClauseText, from: number): Extension | null {
  const match = FROM_DAY_ON.exec(clause.text.slice(from));
  const duration = match && readDuration(match[2] ?? '', match[3] ?? '');
  if (!match || !duration) return null;
  const start = from + match.index;
  const first = dayWithin(clause, start, start + match[0].length)?.first;
  return first == null ? null : { until: lastDayOf(first, duration), start };
}

function byLength(clause: ClauseText, from: number): Extension | null {
  const match = BY_LENGTH.exec(clause.text.slice(from));
  const duration = match && readDuration(match[1] ?? '', match[2] ?? '');
  return match && duration ? { until: isoDuration(duration), start: from + match.index } : null;
}

/** What stands behind an offset, the most telling form first; null when nothing there goes on. */
export function extensionBehind(clause: ClauseText, from: number): Extension | null {
  const kept = KEPT.exec(clause.text.slice(from));
  return (
    fromTo(clause, from) ??
    fromDayOn(clause, from) ??
    untilDay(clause, from) ??
    byLength(clause, from) ??
    (kept && { until: null, start: from + kept.index })
  );
}

/** The new end right behind a document that stands behind 延长: 延长《A》|有效期至2027年底, |有效期五年. Null when none does. */
export function lengthenedUntil(clause: ClauseText, from: number): string | null {
  const match = LENGTHENED.exec(clause.text.slice(from));
  if (!match) return null;
  const duration = readDuration(match[1] ?? '', match[2] ?? '');
  return duration ? isoDuration(duration) : (dayWithin(clause, from, from + match[0].length)?.last ?? null);
}

/** What a lead-in over a list says of the documents under it: 以下文件继续有效，有效期延长五年： → P5Y. Null when it extends nothing. */
export function extensionOfList(leadIn: string): string | null {
  return extensionBehind(clauseTextOf(leadIn), 0)?.until ?? null;
}
