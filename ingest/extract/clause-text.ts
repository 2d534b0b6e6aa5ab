import { findDates } from '../text/dates.ts';
import type { FoundDate } from '../text/dates.ts';
import { mask } from '../text/brackets.ts';
import { closingTitle } from './behind-title.ts';

/** Stands for each character of a printed day in a clause text. */
export const DAY = 'Ｄ';

/** A paragraph made ready for the patterns of dates: titles blanked by ■, days by Ｄ, offsets unchanged. */
export interface ClauseText {
  text: string;
  dates: FoundDate[];
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

/** Blanks titles and days, so that 施行 in a title is no clause and every day looks alike. */
export function clauseTextOf(text: string): ClauseText {
  const titles = titlesOf(text);
  const masked = mask(text, titles);
  const dates = findDates(masked);
  let blanked = '';
  let at = 0;
  for (const { start, end } of dates) {
    blanked += masked.slice(at, start) + DAY.repeat(end - start);
    at = end;
  }
  return { text: blanked + masked.slice(at), dates, titles };
}

/** The printed day that stands at or behind `at` within `reach` characters. */
export function dateWithin(clause: ClauseText, start: number, end: number): FoundDate | null {
  return clause.dates.find((date) => date.start >= start && date.end <= end) ?? null;
}
