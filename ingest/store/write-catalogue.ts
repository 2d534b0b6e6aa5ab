import type { FilingCatalogue } from '../model/filing-catalogue.ts';
import { titleKey } from '../text/title-key.ts';
import { documentNumberKey } from '../text/document-number.ts';
import { insertRow } from './insert-row.ts';
import type { Store } from './open-store.ts';

/** Writes a filing catalogue with its groups and entries, as printed; `documentId` is the notice that publishes it. */
export function writeCatalogue(
  store: Store,
  catalogue: FilingCatalogue,
  place: { issueId: string; gazette: string | null; documentId: string | null },
): void {
  const catalogueId = insertRow(store, 'catalogues', {
    issue_id: place.issueId,
    document_id: place.documentId,
    document_number: catalogue.documentNumber,
    gazette: place.gazette,
    year: catalogue.year,
    quarter: catalogue.quarter,
    declared_total: catalogue.declaredTotal?.value ?? null,
    declared_raw: catalogue.declaredTotal?.raw ?? null,
    span_start: catalogue.span.start,
    span_end: catalogue.span.end,
  });
  let seq = 0;
  catalogue.groups.forEach((group, index) => {
    const { name, declared, section, line } = group;
    insertRow(store, 'catalogue_groups', { catalogue_id: catalogueId, seq: index + 1, name, declared, section, line });
    for (const entry of group.entries) {
      seq += 1;
      insertRow(store, 'catalogue_entries', {
        catalogue_id: catalogueId,
        group_seq: index + 1,
        seq,
        title: entry.title,
        title_key: titleKey(entry.title),
        document_number: entry.documentNumber,
        number_key: entry.documentNumber === null ? null : documentNumberKey(entry.documentNumber),
        date: entry.date,
        span_start: entry.span.start,
        span_end: entry.span.end,
        line: entry.line,
        raw: entry.raw,
      });
    }
  });
}
