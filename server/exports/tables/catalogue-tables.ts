import type { Request } from 'express';
import { z } from 'zod';
import type { Store } from '../../../ingest/store/open-store.ts';
import { allCatalogueEntries } from '../../../ingest/store/queries/catalogues.ts';
import type { CatalogueEntryRow } from '../../../ingest/store/queries/catalogues.ts';
import { OnDay } from '../../api/schemas/common.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site-origin.ts';
import { catalogueRows } from '../catalogue-rows.ts';
import type { TableExport } from '../send-table.ts';
import { catalogueSheet, quarterLabel } from '../sheets/catalogue-sheet.ts';

/** The filters of the catalogue pages, in their addresses. */
const CatalogueFilter = z.object({
  on: OnDay,
  authority: z.string().default(''),
  year: z.union([z.literal(''), z.coerce.number().int()]).default(''),
});

type Filter = z.output<typeof CatalogueFilter>;

const NOTES = [
  '“公布件数”是目录自己写明的件数，“实列件数”是目录实际列出的件数；二者不一致时以原文为准，照录不改。',
  '效力状态依据本文库所收公报推定；“状态不明”不等于有效或无效。',
];

/** All quarters in one table, by the filters of /catalogues. */
export function catalogueTable(request: Request, services: Services): TableExport {
  const filter = CatalogueFilter.parse(request.query);
  return tableOf(request, services, filter, allCatalogueEntries(services.store).filter(passes(filter)), '全部季度');
}

/** One quarter. Null when the archive has no catalogue of it. */
export function quarterTable(request: Request, services: Services): TableExport | null {
  const { year, quarter } = request.params;
  const filter = CatalogueFilter.parse({ ...request.query, year: '' });
  const entries = entriesOfQuarter(services.store, Number(year), Number(quarter));
  if (entries.length === 0) return null;
  return tableOf(
    request,
    services,
    filter,
    entries.filter(passes(filter)),
    quarterLabel(Number(year), Number(quarter)),
  );
}

function tableOf(
  request: Request,
  services: Services,
  filter: Filter,
  entries: readonly CatalogueEntryRow[],
  name: string,
): TableExport {
  const on = filter.on ?? services.today();
  const origin = siteOrigin(request);
  return {
    fileName: `备案目录-${name}`,
    title: `行政规范性文件备案目录（${name}）`,
    sheets: [catalogueSheet(name, catalogueRows(services.store, entries, on), origin)],
    pageUrl: origin + request.originalUrl.replace(/\.(?:csv|xlsx)(?=\?|$)/, ''),
    statusOn: on,
    notes: NOTES,
  };
}

function entriesOfQuarter(store: Store, year: number, quarter: number): CatalogueEntryRow[] {
  return allCatalogueEntries(store).filter((entry) => entry.year === year && entry.quarter === quarter);
}

function passes(filter: Filter): (entry: CatalogueEntryRow) => boolean {
  return (entry) =>
    (filter.authority === '' || entry.groupName === filter.authority) &&
    (filter.year === '' || entry.year === filter.year);
}
