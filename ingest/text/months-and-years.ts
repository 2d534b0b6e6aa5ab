import type { IsoDate } from '../model/span.ts';
import { parseChineseNumber } from './chinese-numerals.ts';
import { addDays, addMonths, isoDate, monthOf } from './dates.ts';

/** A month, or the end of a month or year, printed for a day: the first day that it can mean (null for an end) and the last. */
export interface FoundPeriod {
  first: IsoDate | null;
  last: IsoDate;
  raw: string;
  start: number;
  end: number;
}

// Must match (behind 2025年): 6月 · 6月底 · 十二月末 · 底 · 末      Must not: 6月1日 · 度 · 第3号
const MONTH_OR_END =
  /[ \t\u3000]{0,3}(?:([0-9０-９]{1,2}|元|[一二三四五六七八九十]{1,2})[ \t\u3000]{0,3}月(份|底|末)?(?![ \t\u3000]{0,3}[0-9０-９一二三四五六七八九十廿卅])|[底末])/uy;
const YEAR_BEFORE = /(?<![0-9０-９〇○零一二三四五六七八九])[0-9０-９〇○零一二三四五六七八九]{4}[ \t\u3000]{0,3}$/u;

/** Every month and every end of a year that is printed without a day, in order: 2025年底, 2026年6月底, 二〇二四年六月. */
export function findMonthsAndYears(text: string): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const printed = YEAR_BEFORE.exec(text.slice(Math.max(0, at - 8), at));
    if (!printed) continue;
    MONTH_OR_END.lastIndex = at + 1;
    const rest = MONTH_OR_END.exec(text);
    const year = rest && parseChineseNumber(printed[0].trim());
    if (!rest || year === null) continue;
    const month = rest[1] === undefined ? null : monthOf(rest[1]);
    const first = isoDate(year, month ?? 1, 1);
    if (first === null) continue;
    const last = addDays(addMonths(first, month === null ? 12 : 1), -1);
    const wholeMonth = month !== null && (rest[2] === undefined || rest[2] === '份');
    const start = at - printed[0].length;
    const end = MONTH_OR_END.lastIndex;
    found.push({ first: wholeMonth ? first : null, last, raw: text.slice(start, end), start, end });
  }
  return found;
}
