import type { IsoDate } from '../model/span.ts';
import { parseChineseNumber } from './chinese-numerals.ts';
import { daysBetween, isoDate, monthOf } from './dates.ts';
import { matchesOf } from './matches.ts';

/** A printed day whose year the text around it tells: 本通知自6月1日起执行. `date` is null when nothing settles the year. */
export interface DayWithoutYear {
  date: IsoDate | null;
  /** Whether the year is only the nearest one that fits; false for 本年7月1日 and for 2022年4月1日至12月31日. */
  nearest: boolean;
  start: number;
  end: number;
}

// Must match: 6月1日 · 本年七月一日 · 今年 10 月 1 日 · 明年元月1日      Must not: 6月底 · 6月第1日
// OF_A_YEAR and RANGE keep apart: 2021年6月1日 · 每年6月1日 · 次年3月31日 · 6月1日至10日
const DAY =
  /(本年度?|今年|当年|明年)?[ \t\u3000]{0,3}([0-9０-９]{1,2}|元|[一二三四五六七八九十]{1,2})[ \t\u3000]{0,3}月[ \t\u3000]{0,3}([0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})[ \t\u3000]{0,3}日/gu;
// What may not stand before it. Must match: 2021年 · 每年 · 次年 · 第1      Must not: 自 · ，
const OF_A_YEAR = /[年0-9０-９〇○零一二三四五六七八九十每][ \t\u3000]{0,3}$/u;
// Must match (between a whole day and it): 至 · 起至 · 日零时—      Must not: 起施行，
const RANGE = /^[^，,。；]{0,4}(?:至|到|[-—–~～])[ \t\u3000]?$/u;

/** Two years that lie about as far off leave it open which is meant: 1月1日 in a text of 30 June. */
const SURE_DAYS = 30;

/** The year that a day without one has in a text signed on `signed`: that year, when the day is still to come; else the nearer one. */
function nearestTo(signed: IsoDate, month: number, day: number): IsoDate | null {
  const year = Number(signed.slice(0, 4));
  const same = isoDate(year, month, day);
  if (same === null || same >= signed) return same;
  const next = isoDate(year + 1, month, day);
  const [back, forward] = [daysBetween(same, signed), next === null ? Infinity : daysBetween(signed, next)];
  if (Math.abs(back - forward) < SURE_DAYS) return null;
  return back < forward ? same : next;
}

const YEARS_ON: ReadonlyMap<string, number> = new Map([['明年', 1]]);

/**
 * Every day that is printed without its year, in order. The second day of a period has the first one's year (2022年4月1日至12月31日);
 * 本年 and 明年 count from `signed`, the day under the text; any other is the one nearest to it. `whole` are the full days of the text.
 */
export function findDaysWithoutYear(
  text: string,
  whole: readonly { date: IsoDate | null; end: number }[],
  signed: IsoDate | null,
): DayWithoutYear[] {
  if (!text.includes('月')) return [];
  let passed = 0;
  return matchesOf(DAY, text).flatMap((match): DayWithoutYear[] => {
    const [raw, said, monthText = '', dayText = ''] = match;
    const start = match.index + (raw.length - raw.trimStart().length);
    const end = match.index + raw.length;
    if (said === undefined && OF_A_YEAR.test(text.slice(Math.max(0, start - 4), start))) return [];
    const month = monthOf(monthText);
    const day = parseChineseNumber(dayText);
    if (month === null || day === null) return [];
    while ((whole[passed]?.end ?? Infinity) <= start) passed += 1;
    const before = whole[passed - 1];
    if (before?.date && said === undefined && RANGE.test(text.slice(before.end, start)))
      return [{ date: isoDate(Number(before.date.slice(0, 4)), month, day), nearest: false, start, end }];
    if (signed === null) return [];
    if (said === undefined) return [{ date: nearestTo(signed, month, day), nearest: true, start, end }];
    const year = Number(signed.slice(0, 4)) + (YEARS_ON.get(said) ?? 0);
    return [{ date: isoDate(year, month, day), nearest: false, start, end }];
  });
}
