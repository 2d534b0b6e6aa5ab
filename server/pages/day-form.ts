import type { IsoDate } from '../../ingest/model/span.ts';

export interface DayForm {
  action: string;
  on: IsoDate;
  isToday: boolean;
  todayUrl: string;
  hidden: { name: string; value: string }[];
}

/** The picker of the day as of which statuses are told, for the partial `day-form`; `hidden` keeps the rest of the question. */
export function dayForm(action: string, on: IsoDate, today: IsoDate, hidden: DayForm['hidden'] = []): DayForm {
  const rest = new URLSearchParams(hidden.map(({ name, value }): [string, string] => [name, value])).toString();
  return { action, on, isToday: on === today, todayUrl: rest === '' ? action : `${action}?${rest}`, hidden };
}
