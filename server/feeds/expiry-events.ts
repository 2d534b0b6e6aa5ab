import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { listExpiring } from '../../ingest/store/queries/expiring.ts';
import { addYears } from '../../ingest/text/dates.ts';
import { knownDocumentUrl } from '../pages/urls.ts';
import type { ExpiryEvent } from './expiry-calendar.ts';

/** A calendar shows the year past and everything to come that a gazette can print. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 100;

/** The last days in force of the documents known, from a year before `today` on. */
export function expiryEvents(store: Store, today: IsoDate, origin: string): ExpiryEvent[] {
  return listExpiring(store, addYears(today, -YEARS_BACK), addYears(today, YEARS_AHEAD)).map((row) => ({
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
