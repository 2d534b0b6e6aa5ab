import type { Request } from 'express';
import type { IsoDate } from '../../ingest/model/span.ts';
import { FIRST_YEAR, isIsoDate, LAST_YEAR } from '../../ingest/text/dates.ts';
import { withoutControls } from './control-characters.ts';

/** The day as of which a page tells statuses. */
export interface ChosenDay {
  on: IsoDate;
  isToday: boolean;
  /** The day to carry into links: null when it is today. */
  carried: IsoDate | null;
  /** Says that what was asked is no day of the calendar (2024-02-30); null when all is well. */
  notice: string | null;
}

const LONGEST_SHOWN = 40;

/** Reads `?on=`; without it, or with something that is no day, today. */
export function chosenDay(request: Request, today: IsoDate): ChosenDay {
  return dayOf(textParameter(request, 'on'), today);
}

/** The day that a field names; today when it is empty or no day. */
export function dayOf(asked: string, today: IsoDate): ChosenDay {
  if (asked === '') return { on: today, isToday: true, carried: null, notice: null };
  if (!isIsoDate(asked)) {
    const fault = isWritten(asked) ? `不在可以查询的年份（${FIRST_YEAR}年至${LAST_YEAR}年）之内` : '不是日历上的日子';
    const notice = `“${asked.slice(0, LONGEST_SHOWN)}”${fault}，以下按今日（${today}）说明效力。`;
    return { on: today, isToday: true, carried: null, notice };
  }
  return { on: asked, isToday: asked === today, carried: asked === today ? null : asked, notice: null };
}

/** Whether a text is a day of some year of the calendar: 9999-12-31. */
function isWritten(text: string): boolean {
  const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The first value of a query parameter without control characters and the space around it; '' when it is not there. */
export function textParameter(request: Request, name: string): string {
  return listParameter(request, name)[0] ?? '';
}

/** All non-empty values of a query parameter: `?year=2023&year=2024` → ['2023', '2024']. */
export function listParameter(request: Request, name: string): string[] {
  const value: unknown = request.query[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((entry): entry is string => typeof entry === 'string')
    .map((entry) => withoutControls(entry).trim())
    .filter((entry) => entry !== '');
}

/** No list has so many pages: further numbers stand for a page behind the last one, as this does. */
const LAST_PAGE = 100_000;

/** A page number from 1; anything else is 1. */
export function pageParameter(request: Request): number {
  return Math.min(numberParameter(request, 'page') ?? 1, LAST_PAGE);
}

/** A whole number from 1; null for anything else. */
export function numberParameter(request: Request, name: string): number | null {
  const number = Number(textParameter(request, name));
  return Number.isSafeInteger(number) && number >= 1 ? number : null;
}
