import type { Request } from 'express';
import { z } from 'zod';
import { ALL_CATALOGUES, listCatalogueEntries } from '../../../ingest/store/queries/catalogue-entries.ts';
import type { CatalogueScope } from '../../../ingest/store/queries/catalogue-entries.ts';
import { cataloguesOfQuarter } from '../../../ingest/store/queries/catalogues.ts';
import { givenValues } from '../../api/given-values.ts';
import { OnDay } from '../../api/schemas/common.ts';
import { quarterName } from '../../pages/quarter-name.ts';
import { catalogueFilterOf } from '../../routes/catalogues.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site/site-origin.ts';
import { catalogueRows } from '../catalogue-rows.ts';
import { pageUrlOf } from '../page-url.ts';
import type { TableExport } from '../send-table.ts';
import { catalogueSheet } from '../sheets/catalogue-sheet.ts';

const DayQuery = z.object({ on: OnDay });

const NOTES = [
  '“公布件数”是目录自己写明的件数，“实列件数”是目录实际列出的件数；二者不一致时以原文为准，照录不改。',
  '效力状态依据本馆藏所收公报推定；“状态不明”不等于有效或无效。',
];

/** All quarters in one table, by the filters and in the order of /catalogues/all. */
export function catalogueTable(request: Request, services: Services): TableExport {
  return tableOf(request, services, ALL_CATALOGUES, '全部季度');
}

/** One quarter, by the filters of its page. Null when the archive has no catalogue of it. */
export function quarterTable(request: Request, services: Services): TableExport | null {
  const year = Number(request.params.year);
  const quarter = Number(request.params.quarter);
  if (!Number.isInteger(year) || !Number.isInteger(quarter)) return null;
  if (cataloguesOfQuarter(services.store, year, quarter, { limit: 1, offset: 0 }).total === 0) return null;
  return tableOf(request, services, { ...ALL_CATALOGUES, year, quarter }, quarterName(year, quarter));
}

function tableOf(request: Request, services: Services, scope: CatalogueScope, name: string): TableExport {
  const on = DayQuery.parse(givenValues(request.query)).on ?? services.today();
  const { entries } = listCatalogueEntries(services.store, scope, catalogueFilterOf(request));
  const origin = siteOrigin(request);
  return {
    fileName: `备案目录-${name}`,
    title: `行政规范性文件备案目录（${name}）`,
    sheets: [catalogueSheet(name, catalogueRows(services.store, entries, on), origin)],
    pageUrl: pageUrlOf(request),
    statusOn: on,
    notes: NOTES,
  };
}
