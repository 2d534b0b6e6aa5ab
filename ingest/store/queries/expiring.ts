import type { Certainty, IsoDate } from '../../model/span.ts';
import { compareText } from '../../text/compare-text.ts';
import { endingsOf } from '../../validity/endings.ts';
import type { Store } from '../open-store.ts';
import { ENTRY_COLUMNS, entryFrom, registerEntry, validityRecord } from './register.ts';
import type { EntryColumns, RegisterEntry } from './register.ts';

/** A document whose validity runs out. `expiryDate` is its last day in force. */
export interface ExpiringRow extends RegisterEntry {
  expiryDate: IsoDate;
  certainty: Certainty;
  quote: string;
  /** The document that the quote stands in: its own text, or the one that extended it. */
  sourceId: string;
  sourceLabel: string;
  line: number | null;
}

/** Documents whose last day in force lies between two days, both included, soonest first. Extensions count. */
export function listExpiring(store: Store, from: IsoDate, to: IsoDate): ExpiringRow[] {
  const rows = [...printedEnds(store, from, to), ...movedEnds(store, from, to)];
  return rows.sort((a, b) => compareText(a.expiryDate, b.expiryDate) || compareText(a.id, b.id));
}

interface PrintedRow extends EntryColumns {
  expiryDate: IsoDate;
  certainty: Certainty;
  quote: string;
  line: number;
}

const MOVED = "register_events WHERE type IN ('extended', 'kept')";

/** Of documents of which nobody says that they stay in force any longer. */
function printedEnds(store: Store, from: IsoDate, to: IsoDate): ExpiringRow[] {
  return store
    .prepare<[IsoDate, IsoDate], PrintedRow>(
      `SELECT ${ENTRY_COLUMNS}, d.expiry_date AS expiryDate, f.certainty, f.raw AS quote, f.line
       FROM documents d JOIN register r ON r.id = d.id
       JOIN facts f ON f.document_id = d.id AND f.name = 'expiryDate'
       WHERE d.expiry_date BETWEEN ? AND ? AND d.id NOT IN (SELECT register_id FROM ${MOVED})`,
    )
    .all(from, to)
    .map(({ expiryDate, certainty, quote, line, ...columns }) => {
      const entry = entryFrom(columns);
      const sourceLabel = entry.documentNumber ?? entry.title ?? entry.id;
      return { ...entry, expiryDate, certainty, quote, sourceId: entry.id, sourceLabel, line };
    });
}

function movedEnds(store: Store, from: IsoDate, to: IsoDate): ExpiringRow[] {
  const ids = store.prepare<[], { id: string }>(`SELECT DISTINCT register_id AS id FROM ${MOVED}`).all();
  return ids.flatMap(({ id }): ExpiringRow[] => {
    const record = validityRecord(store, id);
    const entry = registerEntry(store, id);
    const end = record === null ? undefined : endingsOf(record).find(({ status }) => status === 'expired');
    if (entry === null || end?.lastDay == null || end.lastDay < from || end.lastDay > to) return [];
    const { certainty, quote, source } = end.event;
    const sourceLabel = source.documentNumber ?? source.title;
    return [
      {
        ...entry,
        expiryDate: end.lastDay,
        certainty,
        quote,
        sourceId: source.documentId ?? id,
        sourceLabel,
        line: source.line,
      },
    ];
  });
}
