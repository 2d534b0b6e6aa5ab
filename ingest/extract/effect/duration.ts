import type { IsoDate } from '../../model/span.ts';
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumber } from '../../text/chinese-numerals.ts';
import { addDays, addMonths, addYears } from '../../text/dates.ts';

/** A printed length of time: 5年, 二年, 18个月, 30日. */
export interface Duration {
  count: number;
  unit: 'year' | 'month' | 'day';
}

/** Pattern source for a length of time; two groups: count and unit. Must match: 5年 · 五年 · 18个月 · 三十日 · 一年半 */
export const DURATION = `([${CHINESE_NUMERAL_CHARACTERS}半0-9０-９]{1,6})\\s?(?:周)?(年半|年|个月|月|个工作日|日|天)`;

const LONGEST_YEARS = 200;

/** Reads the two groups of DURATION; null for what is no length (0年, 5个工作日 counts no calendar days). */
export function readDuration(count: string, unit: string): Duration | null {
  if (unit === '个工作日') return null;
  const number = count === '半' ? 0 : parseChineseNumber(count.trim());
  if (number === null) return null;
  if (count === '半') return unit === '年' ? { count: 6, unit: 'month' } : null;
  if (number < 1) return null;
  if (unit === '年半') return number > LONGEST_YEARS ? null : { count: number * 12 + 6, unit: 'month' };
  if (unit === '年') return number > LONGEST_YEARS ? null : { count: number, unit: 'year' };
  return number > 9999 ? null : { count: number, unit: unit.endsWith('月') ? 'month' : 'day' };
}

/** The day that lies one duration after `from`: 2024-03-04 and 5年 → 2029-03-04. */
export function after(from: IsoDate, { count, unit }: Duration): IsoDate {
  if (unit === 'year') return addYears(from, count);
  return unit === 'month' ? addMonths(from, count) : addDays(from, count);
}

/** The last day of a validity that begins on `from`: 2024-03-04 and 5年 → 2029-03-03, as official registers print it. */
export function lastDayOf(from: IsoDate, duration: Duration): IsoDate {
  return addDays(after(from, duration), -1);
}
