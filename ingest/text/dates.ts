import type { IsoDate } from '../model/span.ts';
import { parseChineseNumber } from './chinese-numerals.ts';
import { matchesOf } from './matches.ts';

/** A printed day. `date` is null when no calendar has it (2024年2月30日). */
export interface FoundDate {
  date: IsoDate | null;
  raw: string;
  start: number;
  end: number;
}

export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2200;

// 2024年8月23日 · ２０２４ 年 8 月 23 日 · 二〇二四年八月二十三日 · 二OO八年十月一日 · 一九五六年元月十日 · 第2024年8月23日 is still a day
// Must match (before 年): 2024 · ２０２４ · 二〇二四 · 二OO八 · 第2024      Must not: 24 · 二四
const YEAR_BEFORE = /[0-9０-９〇○零ＯO一二三四五六七八九]{4}[ \t\u3000]{0,3}$/u;
const MONTH_DAY_AFTER =
  /[ \t\u3000]{0,3}([0-9０-９]{1,2}|元|[一二三四五六七八九十]{1,2})[ \t\u3000]{0,3}月[ \t\u3000]{0,3}([0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})[ \t\u3000]{0,3}日/uy;
// Must match: 2017-04-25 · 2017.4.25 · 2017/4/25      Must not: 12017-04-25 · 2017-04/25 · 1.2.3
const NUMERIC = /(?<![0-9.])([12][0-9]{3})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9]|[-./][0-9])/gu;

// What every numeric day holds.
const JOINED_DIGITS = /[0-9][-./][0-9]/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO day, or null when the calendar has no such day or the year is no year of a gazette. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readYear(text: string): number | null {
  return parseChineseNumber(text.trim().replace(/O/gu, '〇'));
}

/** The number of a printed month; 元月 is the first. */
export function monthOf(printed: string): number | null {
  return printed === '元' ? 1 : parseChineseNumber(printed);
}

function dateOf(year: number | null, month: string, day: string): IsoDate | null {
  const monthNumber = monthOf(month);
  const dayNumber = parseChineseNumber(day);
  return year === null || monthNumber === null || dayNumber === null ? null : isoDate(year, monthNumber, dayNumber);
}

/** Days in Chinese order around each 年. */
function findWrittenDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const year = YEAR_BEFORE.exec(text.slice(Math.max(0, at - 7), at));
    if (!year) continue;
    MONTH_DAY_AFTER.lastIndex = at + 1;
    const rest = MONTH_DAY_AFTER.exec(text);
    if (!rest) continue;
    const start = at - year[0].length;
    const end = MONTH_DAY_AFTER.lastIndex;
    const date = dateOf(readYear(year[0]), rest[1] ?? '', rest[2] ?? '');
    found.push({ date, raw: text.slice(start, end), start, end });
  }
  return found;
}

function findNumericDates(text: string): FoundDate[] {
  if (!JOINED_DIGITS.test(text)) return [];
  const found: FoundDate[] = [];
  for (const match of matchesOf(NUMERIC, text)) {
    const date = isoDate(Number(match[1]), Number(match[3]), Number(match[4]));
    if (date === null && match[2] !== '-') continue;
    found.push({ date, raw: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * Every full day printed in a text, in order: 2024年8月23日, 二〇二四年八月二十三日, 2017-04-25, in either width and with
 * spaces. Offsets are into `text`. 印发之日 and days without their year are not days.
 */
export function findDates(text: string): FoundDate[] {
  const written = findWrittenDates(text);
  const numeric = findNumericDates(text);
  return numeric.length === 0 ? written : [...written, ...numeric].sort((a, b) => a.start - b.start);
}

/** Reads a whole string as one day; null when it is none or has anything else in it. */
export function parseDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  if (trimmed.length > 32) return null;
  const [only, ...others] = findDates(trimmed);
  return only && others.length === 0 && only.raw.length === trimmed.length ? only.date : null;
}

/** Whether a string is a real calendar day as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u.exec(text);
  return parts !== null && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** The parts of a day, also of one that arithmetic gave: the day behind 2200-12-31, the end of 200 years. */
function split(date: IsoDate): [number, number, number] {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u.exec(date);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (parts === null || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new RangeError(`not a day: ${date}`);
  return [year, month, day];
}

/** Days are written with four digits of their year: what lies beyond is the first or the last of them. */
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9999-12-31';
const FIRST_TIME = Date.parse(FIRST_DAY);
const LAST_TIME = Date.parse(LAST_DAY);

function dayOf(year: number, month: number, day: number): IsoDate {
  const time = Date.UTC(year, month - 1, day);
  if (!(time >= FIRST_TIME)) return FIRST_DAY;
  return time > LAST_TIME ? LAST_DAY : new Date(time).toISOString().slice(0, 10);
}

/** Every month has them. */
const DAYS_OF_ALL_MONTHS = 28;

/** The day `n` days later (earlier for a negative n). @throws RangeError when `date` is no day. */
export function addDays(date: IsoDate, n: number): IsoDate {
  const [year, month, day] = split(date);
  const later = day + n;
  const sameMonth = Number.isInteger(later) && later >= 1 && later <= DAYS_OF_ALL_MONTHS;
  return sameMonth ? `${date.slice(0, 8)}${String(later).padStart(2, '0')}` : dayOf(year, month, later);
}

/** The same day `n` months later, or the month's last day when it has no such day. @throws RangeError */
export function addMonths(date: IsoDate, n: number): IsoDate {
  const [year, month, day] = split(date);
  const months = year * 12 + (month - 1) + n;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The same day `n` years later; 29 February becomes 28 where there is none. @throws RangeError */
export function addYears(date: IsoDate, n: number): IsoDate {
  return addMonths(date, n * 12);
}

const DAY_LENGTH = 86_400_000;

/** Days from one day to another: 2026-01-01 to 2026-01-31 is 30; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_LENGTH;
}

/** A day as texts print it: 2024-08-09 → 2024年8月9日. */
export function chineseDay(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
