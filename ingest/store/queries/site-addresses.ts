import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';

/** A known document that has a page: its text when held, else its register entry. */
export interface RegisterAddressRow {
  id: string;
  held: boolean;
  /** Of the issue that prints it, when held. */
  publicationDate: IsoDate | null;
}

/** Every document that the register knows, held ones first. */
export function registerAddresses(store: Store): RegisterAddressRow[] {
  return store
    .prepare<[], { id: string; held: number; publicationDate: IsoDate | null }>(
      `SELECT r.id, r.held, i.publication_date AS publicationDate
       FROM register r LEFT JOIN documents d ON d.id = r.id LEFT JOIN issues i ON i.id = d.issue_id
       ORDER BY r.held DESC, r.id`,
    )
    .all()
    .map((row) => ({ ...row, held: row.held === 1 }));
}
