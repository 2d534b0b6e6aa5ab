import type { RegisterEvent } from '../model/validity.ts';
import { findDates } from '../text/dates.ts';

const LONGEST_DAY = 24;

/** Whether an event is one of a history that another text tells: its passage begins with its day (1997年11月20日新政发〔1997〕97号修正). */
export function isTold({ date, quote }: RegisterEvent): boolean {
  const [first] = findDates(quote.slice(0, LONGEST_DAY));
  return first?.start === 0 && first.date === date;
}
