import type { Certainty, IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { ENTRY_COLUMNS } from './register.ts';
import type { RegisterEntry } from './register.ts';

/** A document held whose validity runs out. `expiryDate` is its last day in force. */
export interface ExpiringRow extends Omit<RegisterEntry, 'held'> {
  held: number;
  expiryDate: IsoDate;
  certainty: Certainty;
  quote: string;
  line: number;
}

/** Documents whose last day in force lies between two days, both included, soonest first. */
export function listExpiring(store: Store, from: IsoDate, to: IsoDate): ExpiringRow[] {
  return store
    .prepare<[IsoDate, IsoDate], ExpiringRow>(
      `SELECT ${ENTRY_COLUMNS}, d.expiry_date AS expiryDate, f.certainty, f.raw AS quote, f.line
       FROM documents d JOIN register r ON r.id = d.id
       JOIN facts f ON f.document_id = d.id AND f.name = 'expiryDate'
       WHERE d.expiry_date BETWEEN ? AND ? ORDER BY d.expiry_date, r.id`,
    )
    .all(from, to);
}
