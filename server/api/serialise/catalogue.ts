import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { ALL_CATALOGUES, entriesInScope } from '../../../ingest/store/queries/catalogue-entries.ts';
import type { CatalogueEntryRow } from '../../../ingest/store/queries/catalogue-entries.ts';
import { cataloguesOfQuarter, groupsOfCatalogue, listCatalogues } from '../../../ingest/store/queries/catalogues.ts';
import type { CatalogueSummary, Quarter } from '../../../ingest/store/queries/catalogues.ts';
import { quarterName } from '../../pages/quarter-name.ts';
import { catalogueUrl, knownDocumentUrl } from '../../pages/urls.ts';
import { notFound } from '../api-error.ts';
import type { CatalogueListShape, CatalogueQuarterShape } from '../schemas/catalogue.ts';
import { apiStatusOf } from './status.ts';

type ApiCatalogueList = z.infer<typeof CatalogueListShape>;
type ApiCatalogueQuarter = z.infer<typeof CatalogueQuarterShape>;
type ApiEntry = ApiCatalogueQuarter['catalogues'][number]['groups'][number]['entries'][number];

/** One page of the catalogues held, newest quarter first. */
export function apiCatalogueList(store: Store, { limit, offset }: { limit: number; offset: number }): ApiCatalogueList {
  const catalogues = listCatalogues(store);
  const items = catalogues.slice(offset, offset + limit).map(catalogueHead);
  return { total: catalogues.length, limit, offset, items };
}

/** One page of the catalogues of a quarter, each by group. Throws 404 when the archive holds none. */
export function apiCatalogueQuarter(
  store: Store,
  { year, quarter }: Quarter,
  { limit, offset }: { limit: number; offset: number },
  on: IsoDate,
): ApiCatalogueQuarter {
  const { total, catalogues } = cataloguesOfQuarter(store, year, quarter, { limit, offset });
  if (total === 0) throw notFound(`馆藏没有${quarterName(year, quarter)}的备案目录`);
  return {
    year,
    quarter,
    on,
    total,
    limit,
    offset,
    catalogues: catalogues.map((catalogue) => ({
      ...catalogueHead(catalogue),
      groups: groups(store, catalogue.id, on),
    })),
  };
}

function catalogueHead(catalogue: CatalogueSummary): ApiCatalogueList['items'][number] {
  const { year, quarter, documentId, documentNumber, issueId } = catalogue;
  return {
    year,
    quarter,
    title: catalogue.documentTitle ?? `${quarterName(year, quarter)}备案登记的行政规范性文件目录`,
    documentId,
    documentNumber,
    issueId,
    declaredTotal: catalogue.declared,
    actualTotal: catalogue.actual,
    url: catalogueUrl(year, quarter),
  };
}

function groups(store: Store, catalogueId: number, on: IsoDate): ApiCatalogueQuarter['catalogues'][number]['groups'] {
  const entries = entriesInScope(store, { ...ALL_CATALOGUES, catalogue: catalogueId });
  return groupsOfCatalogue(store, catalogueId).map(({ seq, name, section, declared, actual }) => ({
    name,
    section,
    declared,
    actual,
    entries: entries.filter(({ groupSeq }) => groupSeq === seq).map((entry) => apiEntry(store, entry, on)),
  }));
}

function apiEntry(store: Store, entry: CatalogueEntryRow, on: IsoDate): ApiEntry {
  const { seq, title, documentNumber, date, line, raw, registerId } = entry;
  const held = entry.held === 1;
  return {
    seq,
    title,
    documentNumber,
    date,
    line,
    raw,
    registerId,
    held,
    status: registerId === null ? null : (apiStatusOf(store, registerId, on)?.status ?? null),
    url: registerId === null ? null : knownDocumentUrl(registerId, held),
  };
}
