import type { IsoDate } from '../model/span.ts';
import { parseChineseNumber } from './chinese-numerals.ts';
import { addDays, addMonths, isoDate, monthOf } from './dates.ts';

/** A month, quarter or half year, or the end of a month or year, printed for a day: the first day that it can mean (null for an end) and the last. */
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
// Must match (behind 2024年): 第二季度 · 一季度末 · 上半年      Must not: 度 · 半年
const QUARTER_OR_HALF = /[ \t\u3000]{0,3}(?:第?([一二三四1-4])季度|([上下])半年)(底|末)?/uy;
const YEAR_BEFORE = /(?<![0-9０-９〇○零一二三四五六七八九])[0-9０-９〇○零一二三四五六七八九]{4}[ \t\u3000]{0,3}$/u;

/** What stands behind a year: from which month, how many months, whether the whole of them is meant or only their end. */
interface Part {
  month: number | null;
  months: number;
  whole: boolean;
  end: number;
}

const QUARTERS = '一二三四';

function partAt(text: string, at: number): Part | null {
  MONTH_OR_END.lastIndex = at;
  const month = MONTH_OR_END.exec(text);
  if (month) {
    const end = MONTH_OR_END.lastIndex;
    if (month[1] === undefined) return { month: 1, months: 12, whole: false, end };
    return { month: monthOf(month[1]), months: 1, whole: month[2] === undefined || month[2] === '份', end };
  }
  QUARTER_OR_HALF.lastIndex = at;
  const part = QUARTER_OR_HALF.exec(text);
  if (!part) return null;
  const [, quarter, half, closing] = part;
  const whole = closing === undefined;
  const end = QUARTER_OR_HALF.lastIndex;
  if (quarter === undefined) return { month: half === '上' ? 1 : 7, months: 6, whole, end };
  const number = QUARTERS.includes(quarter) ? QUARTERS.indexOf(quarter) : Number(quarter) - 1;
  return { month: number * 3 + 1, months: 3, whole, end };
}

/**
 * Every month, quarter, half year and end of a year that is printed without a day, in order: 2025年底, 2026年6月底, 二〇二四年六月,
 * 2024年第二季度.
 */
export function findMonthsAndYears(text: string): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const printed = YEAR_BEFORE.exec(text.slice(Math.max(0, at - 8), at));
    if (!printed) continue;
    const part = partAt(text, at + 1);
    const year = part && parseChineseNumber(printed[0].trim());
    if (!part || year === null) continue;
    const first = part.month === null ? null : isoDate(year, part.month, 1);
    if (first === null) continue;
    const last = addDays(addMonths(first, part.months), -1);
    const start = at - printed[0].length;
    found.push({ first: part.whole ? first : null, last, raw: text.slice(start, part.end), start, end: part.end });
  }
  return found;
}
