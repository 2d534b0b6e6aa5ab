import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { groupsOfCatalogue, listCatalogues } from '../../ingest/store/queries/catalogues.ts';
import type { CatalogueEntryRow } from '../../ingest/store/queries/catalogue-entries.ts';
import { apiStatusOf } from '../api/serialise/status.ts';
import { knownDocumentUrl } from '../pages/urls.ts';
import type { CatalogueSheetRow } from './sheets/catalogue-sheet.ts';

/** Catalogue entries with their group's counts, their catalogue's number and their status on a day. */
export function catalogueRows(store: Store, entries: readonly CatalogueEntryRow[], on: IsoDate): CatalogueSheetRow[] {
  const catalogues = new Map(listCatalogues(store).map((catalogue) => [catalogue.id, catalogue]));
  const groups = new Map(
    [...new Set(entries.map(({ catalogueId }) => catalogueId))].flatMap((id) =>
      groupsOfCatalogue(store, id).map((group) => [`${id}/${group.seq}`, group] as const),
    ),
  );
  return entries.map((entry) => {
    const { catalogueId, groupSeq, registerId, year, quarter, seq, title, documentNumber, date, issueId, line } = entry;
    const group = groups.get(`${catalogueId}/${groupSeq}`);
    const held = entry.held === 1;
    return {
      year,
      quarter,
      catalogueNumber: catalogues.get(catalogueId)?.documentNumber ?? null,
      group: entry.groupName,
      groupDeclared: group?.declared ?? null,
      groupActual: group?.actual ?? 0,
      seq,
      title,
      documentNumber,
      date,
      status: registerId === null ? null : (apiStatusOf(store, registerId, on)?.status ?? null),
      held,
      url: registerId === null ? null : knownDocumentUrl(registerId, held),
      issueId,
      line,
    };
  });
}
