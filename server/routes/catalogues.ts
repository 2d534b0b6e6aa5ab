import { Router } from 'express';
import type { Request } from 'express';
import {
  allCatalogueEntries,
  cataloguesOfQuarter,
  entriesOfCatalogue,
  groupsOfCatalogue,
  listCatalogues,
} from '../../ingest/store/queries/catalogues.ts';
import type { CatalogueEntryRow } from '../../ingest/store/queries/catalogues.ts';
import { CATALOGUE_SORTS, catalogueSort, filterEntries, numberType } from '../pages/catalogue-filter.ts';
import type { CatalogueFilter } from '../pages/catalogue-filter.ts';
import { catalogueIndex } from '../pages/catalogue-index.ts';
import { catalogueEntryView, catalogueView } from '../pages/catalogue-page.ts';
import { exportLinks } from '../pages/export-links.ts';
import { filterSelect } from '../pages/filter-select.ts';
import type { FilterSelect } from '../pages/filter-select.ts';
import { paginationView } from '../pages/pagination.ts';
import { quarterName } from '../pages/quarter-name.ts';
import { catalogueUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { NotFound } from '../site/not-found.ts';
import { pageOf } from '../site/page.ts';
import { chosenDay, pageParameter, textParameter } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';

const PAGE_SIZE = 100;

/** /catalogues (quarters at a glance), /catalogues/all (every entry in one table) and /catalogues/:year/:quarter. */
export function createCatalogueRouter({ store, today }: Services): Router {
  const router = Router();

  router.get('/catalogues', (_request, response) => {
    const index = catalogueIndex(listCatalogues(store), allCatalogueEntries(store), (group) =>
      withQuery('/catalogues/all', { group }),
    );
    response.render('catalogues', {
      page: pageOf('备案目录', [{ label: '备案目录', href: null }], { canonical: '/catalogues' }),
      ...index,
    });
  });

  router.get('/catalogues/all', (request, response) => {
    const day = chosenDay(request, today());
    const filter = catalogueFilterOf(request);
    const all = allCatalogueEntries(store);
    const passing = filterEntries(all, filter);
    const page = pageParameter(request);
    const statuses = createStatuses(store, day.on);
    const query = { ...queryOf(filter), on: day.carried };
    response.render('catalogue-entries', {
      page: pageOf(
        '全部备案条目',
        [
          { label: '备案目录', href: '/catalogues' },
          { label: '全部条目', href: null },
        ],
        { canonical: '/catalogues/all', on: day.carried },
      ),
      action: '/catalogues/all',
      exports: exportLinks('/catalogues/all', query),
      filters: selects(all, filter),
      q: filter.q,
      on: day.on,
      dayNotice: day.notice,
      total: all.length,
      shown: passing.length,
      entries: passing.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((entry) => ({
        ...catalogueEntryView(entry, statuses, quarterName(entry.year, entry.quarter)),
        quarterHref: catalogueUrl(entry.year, entry.quarter),
      })),
      pagination: paginationView(page, Math.ceil(passing.length / PAGE_SIZE), (number) =>
        withQuery('/catalogues/all', { ...query, page: number === 1 ? null : number }),
      ),
    });
  });

  router.get('/catalogues/:year/:quarter', (request, response) => {
    const year = Number(request.params.year);
    const quarter = Number(request.params.quarter);
    const catalogues =
      Number.isInteger(year) && Number.isInteger(quarter) ? cataloguesOfQuarter(store, year, quarter) : [];
    if (catalogues.length === 0)
      throw new NotFound(`${request.params.year}年第${request.params.quarter}季度的备案目录`);
    const day = chosenDay(request, today());
    const statuses = createStatuses(store, day.on);
    const filter = catalogueFilterOf(request);
    const entries = catalogues.map((catalogue) => entriesOfCatalogue(store, catalogue.id));
    const name = quarterName(year, quarter);
    response.render('catalogue', {
      page: pageOf(
        `${name}备案目录`,
        [
          { label: '备案目录', href: '/catalogues' },
          { label: name, href: null },
        ],
        { canonical: catalogueUrl(year, quarter), on: day.carried },
      ),
      name,
      action: catalogueUrl(year, quarter),
      exports: exportLinks(catalogueUrl(year, quarter), { ...queryOf(filter), on: day.carried }),
      filters: selects(entries.flat(), filter),
      q: filter.q,
      filtered: filter.group !== '' || filter.year !== '' || filter.numberType !== '' || filter.q !== '',
      on: day.on,
      dayNotice: day.notice,
      catalogues: catalogues.map((catalogue, index) =>
        catalogueView(
          catalogue,
          groupsOfCatalogue(store, catalogue.id),
          filterEntries(entries[index] ?? [], filter),
          statuses,
        ),
      ),
    });
  });

  return router;
}

/** The filter that a catalogue page, or a table of it, is asked for. */
export function catalogueFilterOf(request: Request): CatalogueFilter {
  return {
    group: textParameter(request, 'group'),
    year: textParameter(request, 'year'),
    numberType: textParameter(request, 'number'),
    q: textParameter(request, 'q'),
    sort: catalogueSort(textParameter(request, 'sort')),
  };
}

const queryOf = ({ numberType: number, ...rest }: CatalogueFilter): Record<string, string> => ({ ...rest, number });

function selects(entries: readonly CatalogueEntryRow[], filter: CatalogueFilter): FilterSelect[] {
  return [
    filterSelect('group', '地区或部门', counted(entries.map((entry) => entry.groupName)), filter.group),
    filterSelect('year', '文件年份', counted(entries.flatMap((entry) => entry.date?.slice(0, 4) ?? [])), filter.year),
    filterSelect(
      'number',
      '字号种类',
      counted(entries.map((entry) => numberType(entry.documentNumber))),
      filter.numberType,
    ),
    {
      ...filterSelect(
        'sort',
        '排序',
        CATALOGUE_SORTS.map((sort) => ({ ...sort, count: null })),
        filter.sort,
      ),
    },
  ];
}

function counted(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}
