import express from 'express';
import type { Router } from 'express';
import { coverage } from '../../ingest/store/queries/register.ts';
import { plainErrors } from '../site/plain-errors.ts';
import type { Services } from '../services.ts';
import { tableHandler } from './send-table.ts';
import type { ExportSetting } from './send-table.ts';
import { catalogueTable, quarterTable } from './tables/catalogue-tables.ts';
import { documentTable } from './tables/document-table.ts';
import { holdingsTableOf, sendHoldingsJson } from './tables/holdings-tables.ts';
import { expiringTable, registerTable, repealTable } from './tables/register-tables.ts';
import { searchTable } from './tables/search-table.ts';
import { validityTable } from './tables/validity-table.ts';

/** A text of a megabyte of characters, each of them nine characters in a form (%E6%96%87), and some room. */
const FORM_LIMIT = '10mb';

/**
 * Every table that can be taken away as CSV or XLSX: the page's address with `.csv` or `.xlsx` at its end and the same
 * query string. Stands before the pages' own routes; other endings pass.
 */
export function createExportRouter(services: Services): Router {
  const router = express.Router();
  const setting = (): ExportSetting => ({
    exportedOn: services.today(),
    coverage: coverage(services.store).sentence,
  });
  const table = (path: string, make: Parameters<typeof tableHandler>[1]): void => {
    router.get(path, tableHandler(setting, make));
  };
  table('/search.:format', (request) => searchTable(request, services));
  table('/documents.:format', (request) => documentTable(request, services));
  table('/catalogues/all.:format', (request) => catalogueTable(request, services));
  table('/catalogues.:format', (request) => catalogueTable(request, services));
  table('/catalogues/:year/:quarter.:format', (request) => quarterTable(request, services));
  router.get('/archive.json', (request, response) => sendHoldingsJson(request, response, services, null));
  table('/archive.:format', (request) => holdingsTableOf(request, services, null));
  router.get('/issues/:id.json', (request, response) =>
    sendHoldingsJson(request, response, services, request.params.id),
  );
  table('/issues/:id.:format', (request) => holdingsTableOf(request, services, String(request.params.id)));
  table('/register.:format', (request) => registerTable(request, services));
  table('/repeals.:format', (request) => repealTable(request, services));
  table('/expiring.:format', (request) => expiringTable(request, services));
  router.post(
    '/validity.:format',
    express.urlencoded({ extended: false, limit: FORM_LIMIT }),
    tableHandler(setting, (request) => validityTable(request, services)),
  );
  router.use(plainErrors(services));
  return router;
}
