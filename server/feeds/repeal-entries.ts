import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { ALL_ENDINGS, listEndings } from '../../ingest/store/queries/endings.ts';
import type { EndingRow } from '../../ingest/store/queries/endings.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import { EVENT_NAMES } from '../pages/event-names.ts';
import { knownDocumentUrl } from '../pages/urls.ts';
import type { AtomEntry } from './atom.ts';

/** How many endings a feed tells of. */
const FEED_LENGTH = 200;

/**
 * The endings that took or take effect latest, newest first, each with the clause that says so. One without a day is left
 * out. `《…应急预案》（新政办发〔2010〕23号）2024-08-09起废止`.
 */
export function repealEntries(store: Store, origin: string): AtomEntry[] {
  const { endings } = listEndings(store, ALL_ENDINGS, { limit: FEED_LENGTH, offset: 0 });
  return endings.flatMap((row) => (row.date === null ? [] : [repealEntry(row, row.date, origin)]));
}

function repealEntry(row: EndingRow, day: IsoDate, origin: string): AtomEntry {
  const ending = EVENT_NAMES[row.type];
  const by = citeDocument(row.sourceTitle, row.sourceNumber);
  return {
    url: `${origin}${knownDocumentUrl(row.registerId, row.held === 1)}?on=${day}`,
    title: `${citeDocument(row.title, row.documentNumber) ?? row.registerId}${day}起${ending}`,
    day,
    summary: `${by === null ? '' : `${by}：`}“${row.quote}”`,
    categories: [ending],
  };
}
