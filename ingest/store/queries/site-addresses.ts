import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';

/** Something that has a page of its own, and the day its content is of, when known. */
export interface AddressRow {
  id: string;
  publicationDate: IsoDate | null;
}

/** A known document that has a page: its text when held, else its register entry. */
export interface RegisterAddressRow extends AddressRow {
  held: boolean;
}

/** A stretch of a list. */
export interface Stretch {
  limit: number;
  offset: number;
}

/** Issues by id. */
export function issueAddresses(store: Store, { limit, offset }: Stretch): AddressRow[] {
  return store
    .prepare<[number, number], AddressRow>(
      'SELECT id, publication_date AS publicationDate FROM issues ORDER BY id LIMIT ? OFFSET ?',
    )
    .all(limit, offset);
}

/** Every document that the register knows, by id. */
export function registerAddresses(store: Store, { limit, offset }: Stretch): RegisterAddressRow[] {
  return store
    .prepare<[number, number], { id: string; held: number; publicationDate: IsoDate | null }>(
      `SELECT r.id, r.held, i.publication_date AS publicationDate
       FROM (SELECT id, held FROM register ORDER BY id LIMIT ? OFFSET ?) r
       LEFT JOIN documents d ON d.id = r.id LEFT JOIN issues i ON i.id = d.issue_id ORDER BY r.id`,
    )
    .all(limit, offset)
    .map((row) => ({ ...row, held: row.held === 1 }));
}
