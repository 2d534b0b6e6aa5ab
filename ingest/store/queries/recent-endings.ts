import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';

/** A document that another one ended, with the clause that says so. */
export interface EndingRow {
  registerId: string;
  title: string | null;
  documentNumber: string | null;
  held: number;
  type: 'repealed' | 'declared_invalid';
  date: IsoDate;
  quote: string;
  sourceId: string;
  sourceTitle: string;
  sourceNumber: string | null;
  sourceProvisionId: string | null;
}

/** The latest repeals and declarations of invalidity that took effect on or before a day, newest first. */
export function recentEndings(store: Store, on: IsoDate, limit: number): EndingRow[] {
  return store
    .prepare<[IsoDate, number], EndingRow>(
      `SELECT e.register_id AS registerId, g.title, g.document_number AS documentNumber, g.held, e.type, e.date, e.quote,
         d.id AS sourceId, d.title AS sourceTitle, d.document_number AS sourceNumber, e.source_provision_id AS sourceProvisionId
       FROM register_events e JOIN register g ON g.id = e.register_id JOIN documents d ON d.id = e.source_document_id
       WHERE e.type IN ('repealed', 'declared_invalid') AND e.date <= ? ORDER BY e.date DESC, e.id LIMIT ?`,
    )
    .all(on, limit);
}
