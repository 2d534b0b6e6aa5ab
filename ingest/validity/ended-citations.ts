import type { IsoDate } from '../model/span.ts';
import type { Store } from '../store/open-store.ts';
import { registerEntry, validityRecord } from '../store/queries/register.ts';
import type { RegisterEntry } from '../store/queries/register.ts';
import { endingsOf } from './endings.ts';
import type { Ending } from './endings.ts';

/** A document that had ended when another one cited it. */
export interface EndedCitation {
  entry: RegisterEntry;
  /** First day on which it was no longer in force. */
  endedOn: IsoDate;
  ending: Ending;
  /** Where the citing document names it. */
  line: number;
  provisionId: string | null;
}

/**
 * What a held document cites, relies on or amends although it had ended on the document's own day (its promulgation). What the
 * document itself ends is not meant. Empty without a promulgation date.
 */
export function endedCitations(store: Store, documentId: string): EndedCitation[] {
  const rows = store
    .prepare<[string], { target: string; line: number; provisionId: string | null; day: IsoDate }>(
      `SELECT l.target_id AS target, min(l.line) AS line, l.provision_id AS provisionId, d.promulgation_date AS day
       FROM relations l JOIN documents d ON d.id = l.document_id
       WHERE l.document_id = ? AND l.target_id IS NOT NULL AND l.target_id <> l.document_id AND d.promulgation_date IS NOT NULL
         AND l.type <> 'repeals'
         AND EXISTS (SELECT 1 FROM register_events e WHERE e.register_id = l.target_id AND e.date <= d.promulgation_date
           AND e.type IN ('repealed', 'declared_invalid', 'expired', 'revised'))
       GROUP BY l.target_id ORDER BY min(l.line)`,
    )
    .all(documentId);
  return rows.flatMap(({ target, line, provisionId, day }) => {
    const record = validityRecord(store, target);
    const entry = registerEntry(store, target);
    if (record === null || entry === null) return [];
    const ending = endingsOf(record).find((candidate) => candidate.event.source.documentId !== documentId);
    if (ending?.since == null || ending.since > day) return [];
    return [{ entry, endedOn: ending.since, ending, line, provisionId }];
  });
}
