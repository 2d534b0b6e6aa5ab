import type { Request } from 'express';
import { z } from 'zod';
import { allCatalogueEntries } from '../../../ingest/store/queries/catalogues.ts';
import type { CatalogueEntryRow } from '../../../ingest/store/queries/catalogues.ts';
import { OnDay } from '../../api/schemas/common.ts';
import { filterEntries } from '../../pages/catalogue-filter.ts';
import { catalogueFilterOf } from '../../routes/catalogues.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site-origin.ts';
import { catalogueRows } from '../catalogue-rows.ts';
import type { TableExport } from '../send-table.ts';
import { catalogueSheet, quarterLabel } from '../sheets/catalogue-sheet.ts';

const DayQuery = z.object({ on: OnDay });

const NOTES = [
  '“公布件数”是目录自己写明的件数，“实列件数”是目录实际列出的件数；二者不一致时以原文为准，照录不改。',
  '效力状态依据本文库所收公报推定；“状态不明”不等于有效或无效。',
];

/** All quarters in one table, by the filters and in the order of /catalogues/all. */
export function catalogueTable(request: Request, services: Services): TableExport {
  return tableOf(request, services, allCatalogueEntries(services.store), '全部季度');
}

/** One quarter, by the filters of its page. Null when the archive has no catalogue of it. */
export function quarterTable(request: Request, services: Services): TableExport | null {
  const year = Number(request.params.year);
  const quarter = Number(request.params.quarter);
  const entries = allCatalogueEntries(services.store).filter(
    (entry) => entry.year === year && entry.quarter === quarter,
  );
  return entries.length === 0 ? null : tableOf(request, services, entries, quarterLabel(year, quarter));
}

function tableOf(request: Request, services: Services, all: readonly CatalogueEntryRow[], name: string): TableExport {
  const on = DayQuery.parse(request.query).on ?? services.today();
  const entries = filterEntries(all, catalogueFilterOf(request));
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
