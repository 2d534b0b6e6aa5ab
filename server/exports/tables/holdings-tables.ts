import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { coverageTotals } from '../../../ingest/store/queries/coverage.ts';
import { givenValues } from '../../api/given-values.ts';
import { OnDay } from '../../api/schemas/common.ts';
import { ApiError } from '../../api/api-error.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site/site-origin.ts';
import { holdingsJson, holdingsSheets, holdingsTable, issuesOf } from '../holdings.ts';
import type { HoldingsRequest } from '../holdings.ts';
import type { TableExport } from '../send-table.ts';

const HoldingsQuery = z.object({ on: OnDay });

const NOTES = ['日期为空表示原文没有写明。效力状态依据本馆藏所收公报，见“状态依据”一栏的原文。'];

/** More articles than this are not put into one workbook while a site runs: it is made in memory. */
const WORKBOOK_ARTICLES = 20_000;

/**
 * The whole archive, or one issue. Null when the archive does not hold the issue.
 * @throws ApiError 413 when the archive is too large for a workbook, with the ways that remain
 */
export async function holdingsTableOf(
  request: Request,
  services: Services,
  issueId: string | null,
): Promise<TableExport | null> {
  const { store } = services;
  const asked = holdingsRequest(request, services, issueId);
  if (issueId !== null && issuesOf(store, asked).length === 0) return null;
  const isCsv = request.params.format === 'csv';
  if (!isCsv && issueId === null && coverageTotals(store).articles > WORKBOOK_ARTICLES) {
    throw new ApiError(
      413,
      'too_large',
      '馆藏太大，不能放进一个工作簿：请取 /archive.csv 或 /archive.json，或者按期导出',
    );
  }
  const [documents, ...others] = isCsv
    ? [await holdingsTable(store, asked)]
    : documentsFirst(holdingsSheets(store, asked));
  if (documents === undefined) return null;
  return {
    fileName: issueId === null ? '邸报-馆藏' : `邸报-${issueId}`,
    title: issueId === null ? '全部馆藏' : `公报 ${issueId}`,
    sheets: [documents, ...others],
    pageUrl: `${asked.origin}${issueId === null ? '/issues' : `/issues/${issueId}`}`,
    statusOn: asked.on,
    notes: NOTES,
  };
}

/** The same as JSON, sent as it is made. A 404 when the archive does not hold the issue. */
export async function sendHoldingsJson(
  request: Request,
  response: Response,
  services: Services,
  issueId: string | null,
): Promise<void> {
  const asked = holdingsRequest(request, services, issueId);
  if (issueId !== null && issuesOf(services.store, asked).length === 0) {
    throw new ApiError(404, 'not_found', `馆藏没有收录公报 ${issueId}`);
  }
  response.type('application/json').set('Cache-Control', 'no-cache');
  response.attachment(`${issueId === null ? '邸报-馆藏' : `邸报-${issueId}`}.json`);
  await pipeline(Readable.from(holdingsJson(services.store, asked)), response);
}

function holdingsRequest(request: Request, services: Services, issueId: string | null): HoldingsRequest {
  const { on } = HoldingsQuery.parse(givenValues(request.query));
  return { issueId, on: on ?? services.today(), origin: siteOrigin(request) };
}

function documentsFirst<T extends { name: string }>(sheets: readonly T[]): T[] {
  return sheets.toSorted((left, right) => Number(right.name === '文件') - Number(left.name === '文件'));
}
