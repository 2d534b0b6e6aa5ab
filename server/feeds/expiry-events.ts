import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { listExpiring } from '../../ingest/store/queries/expiring.ts';
import { addYears } from '../../ingest/text/dates.ts';
import { knownDocumentUrl } from '../pages/urls.ts';
import type { ExpiryEvent } from './expiry-calendar.ts';

/** A calendar shows the year past and everything to come that a gazette can print. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 100;
/** Of very many, those nearest to today: a calendar is fetched whole, again and again. */
const MOST_COMING = 1500;
const MOST_PAST = 500;

/** The last days in force of the documents known, from a year before `today` on, soonest first. */
export function expiryEvents(store: Store, today: IsoDate, origin: string): ExpiryEvent[] {
  const rows = listExpiring(store, addYears(today, -YEARS_BACK), addYears(today, YEARS_AHEAD));
  return nearest(rows, today).map((row) => ({
    registerId: row.id,
    title: row.title ?? row.id,
    documentNumber: row.documentNumber,
    lastDay: row.expiryDate,
    certainty: row.certainty,
    quote: row.quote,
    promulgationDate: row.promulgationDate,
    url: origin + knownDocumentUrl(row.id, row.held),
  }));
}

/** The last rows before a day and the first ones from it on; `rows` come soonest first. */
export function nearest<T extends { expiryDate: IsoDate }>(rows: readonly T[], today: IsoDate): T[] {
  const past = rows.filter(({ expiryDate }) => expiryDate < today);
  return rows.slice(Math.max(0, past.length - MOST_PAST), past.length + MOST_COMING);
}
