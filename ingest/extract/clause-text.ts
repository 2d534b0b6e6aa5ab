import type { IsoDate } from '../model/span.ts';
import { mask } from '../text/brackets.ts';
import { findDates } from '../text/dates.ts';
import { findDaysWithoutYear } from '../text/days-without-year.ts';
import { findMonthsAndYears } from '../text/months-and-years.ts';
import { closingTitle } from './behind-title.ts';

/** Stands for each character of a printed day in a clause text. */
export const DAY = 'Ｄ';

/** A printed day, or a month or year printed for one: then its first and its last day differ. Null when no calendar has it. */
export interface ClauseDay {
  first: IsoDate | null;
  last: IsoDate | null;
  /** Whether its year is not printed with it; `nearest`: nor told by another word (days-without-year.ts). */
  year: 'printed' | 'told' | 'nearest';
  start: number;
  end: number;
}

/** A paragraph made ready for the patterns of dates: titles blanked by ■, days by Ｄ, offsets unchanged. */
export interface ClauseText {
  text: string;
  days: ClauseDay[];
  titles: { start: number; end: number }[];
}

function titlesOf(text: string): { start: number; end: number }[] {
  const titles: { start: number; end: number }[] = [];
  for (let open = text.indexOf('《'); open >= 0;) {
    const close = closingTitle(text, open);
    if (close !== null) titles.push({ start: open, end: close + 1 });
    open = text.indexOf('《', close === null ? open + 1 : close + 1);
  }
  return titles;
}

function blankDays(text: string, days: readonly ClauseDay[]): string {
  let blanked = '';
  let at = 0;
  for (const { start, end } of days) {
    blanked += text.slice(at, start) + DAY.repeat(end - start);
    at = end;
  }
  return blanked + text.slice(at);
}

/** The days that can be told only once the whole ones are known: months, ends of years, days without a year. */
function otherDays(text: string, whole: readonly ClauseDay[], signed: IsoDate | null): ClauseDay[] {
  const ofYears = findDaysWithoutYear(
    text,
    whole.map(({ first, end }) => ({ date: first, end })),
    signed,
  ).map(({ date, nearest, start, end }): ClauseDay => ({
    first: date,
    last: date,
    year: nearest ? 'nearest' : 'told',
    start,
    end,
  }));
  const months = findMonthsAndYears(text).map(({ first, last, start, end }): ClauseDay => ({
    first,
    last,
    year: 'printed',
    start,
    end,
  }));
  return [...ofYears, ...months].sort((a, b) => a.start - b.start);
}

/**
 * Blanks titles and days, so that 施行 in a title is no clause and every day looks alike: 2025年底 is one as well. `signed`, the day
 * under the text, tells the year of 自6月1日起执行.
 */
export function clauseTextOf(text: string, signed: IsoDate | null = null): ClauseText {
  const titles = titlesOf(text);
  const masked = mask(text, titles);
  const whole = findDates(masked).map(({ date, start, end }): ClauseDay => ({
    first: date,
    last: date,
    year: 'printed',
    start,
    end,
  }));
  const rest = blankDays(masked, whole);
  const others = otherDays(rest, whole, signed);
  if (others.length === 0) return { text: rest, days: whole, titles };
  return { text: blankDays(rest, others), days: [...whole, ...others].sort((a, b) => a.start - b.start), titles };
}

/** The printed day that stands at or behind `at` within `reach` characters. */
export function dayWithin(clause: ClauseText, start: number, end: number): ClauseDay | null {
  return clause.days.find((day) => day.start >= start && day.end <= end) ?? null;
}
