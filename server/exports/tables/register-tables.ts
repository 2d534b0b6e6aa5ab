import type { Request } from 'express';
import { z } from 'zod';
import { createCodeIssuers, issuerOfEntry } from '../../../ingest/store/queries/code-issuers.ts';
import { listEndings } from '../../../ingest/store/queries/endings.ts';
import { exactEntries } from '../../../ingest/store/queries/exact-entries.ts';
import { listExpiring } from '../../../ingest/store/queries/expiring.ts';
import { listEntries } from '../../../ingest/store/queries/register-entries.ts';
import { keptStatusesOn } from '../../../ingest/store/queries/register-statuses.ts';
import { addDays, daysBetween } from '../../../ingest/text/dates.ts';
import { givenValues } from '../../api/given-values.ts';
import { OnDay, severalOf, StatusName } from '../../api/schemas/common.ts';
import { passageUrl } from '../../api/serialise/status.ts';
import { knownDocumentUrl } from '../../pages/urls.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site/site-origin.ts';
import { pageUrlOf } from '../page-url.ts';
import type { TableExport } from '../send-table.ts';
import { expiringSheet } from '../sheets/expiring-sheet.ts';
import { registerSheet } from '../sheets/register-sheet.ts';
import { repealSheet } from '../sheets/repeal-sheet.ts';

const RegisterFilter = z.object({
  on: OnDay,
  q: z.string().trim().max(500).default(''),
  authority: z.string().nullable().default(null),
  year: z.coerce.number().int().nullable().default(null),
  held: z.enum(['0', '1', 'true', 'false']).nullable().catch(null).default(null),
  status: severalOf(StatusName),
});

/** The register by the filters of its page. */
export function registerTable(request: Request, services: Services): TableExport {
  const { q, authority, year, held, status, on: asked } = RegisterFilter.parse(givenValues(request.query));
  const on = asked ?? services.today();
  const statuses = keptStatusesOn(services.store, on);
  const issuers = createCodeIssuers(services.store);
  const filter = { q, authority, year, held: held === null ? null : held === '1' || held === 'true' };
  const exact = exactEntries(services.store, filter, issuers);
  const { entries } = listEntries(services.store, filter, { except: exact.map(({ id }) => id) });
  const rows = [...exact, ...entries]
    .map((entry) => ({
      entry,
      issuer: issuerOfEntry(entry, issuers),
      status: statuses.get(entry.id) ?? ('unknown' as const),
    }))
    .filter((row) => status.length === 0 || status.includes(row.status));
  const origin = siteOrigin(request);
  return {
    fileName: '文件登记',
    title: '文件登记',
    sheets: [registerSheet(rows, origin)],
    pageUrl: pageUrlOf(request),
    statusOn: on,
    notes: ['包括收录全文的文件和只被其他文件提到的文件。“状态不明”不等于有效或无效。'],
  };
}

const EndingFilterQuery = z.object({
  q: z.string().trim().default(''),
  type: z.string().default(''),
  year: z.string().default(''),
  source: z.string().default(''),
});

/** Everything that one document ended of another, newest first, by the filters of /repeals. */
export function repealTable(request: Request, services: Services): TableExport {
  const origin = siteOrigin(request);
  const { endings } = listEndings(services.store, EndingFilterQuery.parse(givenValues(request.query)));
  const rows = endings.map((row) => ({
    documentNumber: row.documentNumber,
    title: row.title,
    type: row.type,
    date: row.date,
    certainty: row.certainty,
    quote: row.quote,
    byNumber: row.sourceNumber,
    byTitle: row.sourceTitle,
    issueId: row.issueId,
    line: row.line,
    url: passageUrl({
      documentId: row.sourceId,
      provisionId: row.sourceProvisionId,
      issueId: row.issueId,
      line: row.line,
    }),
  }));
  return {
    fileName: '废止目录',
    title: '被废止、宣布失效和修订的文件',
    sheets: [repealSheet('废止', rows, origin)],
    pageUrl: pageUrlOf(request),
    statusOn: null,
    notes: ['“失效之日”是不再有效的第一天。“原文”是作出这一决定的条款。'],
  };
}

const ExpiryFilter = z.object({ on: OnDay, days: z.coerce.number().int().min(0).max(36_500).default(365) });

/** How long ago a document may have expired to stand in the table. */
const JUST_EXPIRED_DAYS = 90;

/** Documents whose last day lies within the next `days`, and those that expired within the last JUST_EXPIRED_DAYS. */
export function expiringTable(request: Request, services: Services): TableExport {
  const { on: asked, days } = ExpiryFilter.parse(givenValues(request.query));
  const on = asked ?? services.today();
  const origin = siteOrigin(request);
  const rows = listExpiring(services.store, addDays(on, -JUST_EXPIRED_DAYS), addDays(on, days)).map((row) => ({
    documentNumber: row.documentNumber,
    title: row.title,
    authority: row.authority,
    lastDay: row.expiryDate,
    daysLeft: daysBetween(on, row.expiryDate),
    certainty: row.certainty,
    quote: row.quote,
    url: knownDocumentUrl(row.id, row.held),
  }));
  return {
    fileName: `有效期届满-${on}`,
    title: `${on} 起${days}日内和此前${JUST_EXPIRED_DAYS}日内有效期届满的文件`,
    sheets: [expiringSheet(rows, origin)],
    pageUrl: pageUrlOf(request),
    statusOn: on,
    notes: ['“到期日”当日仍然有效。依原文推算的日期，以有效期满周年的前一日为最后有效日。'],
  };
}
