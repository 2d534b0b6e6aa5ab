import { Router } from 'express';
import type { Request } from 'express';
import {
  ALL_CATALOGUES,
  catalogueFilterValues,
  listCatalogueEntries,
} from '../../ingest/store/queries/catalogue-entries.ts';
import type { CatalogueFilter, CatalogueFilterValues } from '../../ingest/store/queries/catalogue-entries.ts';
import { cataloguesOfQuarter, groupsOfCatalogue, listCatalogues } from '../../ingest/store/queries/catalogues.ts';
import { oncePerVersion } from '../../ingest/store/store-version.ts';
import { catalogueIndex } from '../pages/catalogue-index.ts';
import { catalogueEntryView, catalogueView } from '../pages/catalogue-page.ts';
import { CATALOGUE_SORTS, catalogueSort } from '../pages/catalogue-sorts.ts';
import { exportLinks } from '../pages/export-links.ts';
import { filterSelect } from '../pages/filter-select.ts';
import type { FilterSelect } from '../pages/filter-select.ts';
import { paginationView } from '../pages/pagination.ts';
import { quarterName } from '../pages/quarter-name.ts';
import { catalogueUrl, withQuery } from '../pages/urls.ts';
import type { Services } from '../services.ts';
import { NotFound } from '../site/not-found.ts';
import { listTitle, pageOf } from '../site/page.ts';
import { chosenDay, pageParameter, textParameter } from '../site/query-parameters.ts';
import { createStatuses } from '../site/statuses.ts';

const PAGE_SIZE = 100;
/** A quarter of many gazettes is told a few catalogues at a time. */
const CATALOGUES_AT_ONCE = 4;

const filterValuesOnce = oncePerVersion((store) => catalogueFilterValues(store, ALL_CATALOGUES));

/** /catalogues (quarters at a glance), /catalogues/all (every entry in one table) and /catalogues/:year/:quarter. */
export function createCatalogueRouter({ store, today }: Services): Router {
  const router = Router();

  router.get('/catalogues', (_request, response) => {
    const index = catalogueIndex(listCatalogues(store), filterValuesOnce(store).groups, (group) =>
      withQuery('/catalogues/all', { group }),
    );
    response.render('catalogues', {
      page: pageOf('备案目录', [{ label: '备案目录', href: null }], { canonical: '/catalogues' }),
      exports: exportLinks('/catalogues', {}),
      ...index,
    });
  });

  router.get('/catalogues/all', (request, response) => {
    const day = chosenDay(request, today());
    const filter = catalogueFilterOf(request);
    const page = pageParameter(request);
    const stretch = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
    const { total: shown, entries } = listCatalogueEntries(store, ALL_CATALOGUES, filter, stretch);
    const values = filterValuesOnce(store);
    const statuses = createStatuses(store, day.on);
    const query = { ...queryOf(filter), on: day.carried };
    response.render('catalogue-entries', {
      page: pageOf(
        listTitle('全部备案条目', page),
        [
          { label: '备案目录', href: '/catalogues' },
          { label: '全部条目', href: null },
        ],
        { canonical: '/catalogues/all', on: day.carried },
      ),
      action: '/catalogues/all',
      exports: exportLinks('/catalogues/all', query),
      filters: selects(values, filter),
      q: filter.q,
      on: day.on,
      dayNotice: day.notice,
      total: values.groups.reduce((sum, { count }) => sum + count, 0),
      shown,
      entries: entries.map((entry) => ({
        ...catalogueEntryView(entry, statuses, quarterName(entry.year, entry.quarter)),
        quarterHref: catalogueUrl(entry.year, entry.quarter),
      })),
      pagination: paginationView(page, Math.ceil(shown / PAGE_SIZE), (number) =>
        withQuery('/catalogues/all', { ...query, page: number === 1 ? null : number }),
      ),
    });
  });

  router.get('/catalogues/:year/:quarter', (request, response) => {
    const year = Number(request.params.year);
    const quarter = Number(request.params.quarter);
    const page = pageParameter(request);
    const stretch = { limit: CATALOGUES_AT_ONCE, offset: (page - 1) * CATALOGUES_AT_ONCE };
    const { total, catalogues } = cataloguesOfQuarter(store, year, quarter, stretch);
    if (total === 0)
      throw new NotFound(isQuarter(year, quarter) ? `${quarterName(year, quarter)}的备案目录` : request.path);
    const day = chosenDay(request, today());
    const statuses = createStatuses(store, day.on);
    const filter = catalogueFilterOf(request);
    const name = quarterName(year, quarter);
    const address = catalogueUrl(year, quarter);
    const query = { ...queryOf(filter), on: day.carried };
    response.render('catalogue', {
      page: pageOf(
        listTitle(`${name}备案目录`, page),
        [
          { label: '备案目录', href: '/catalogues' },
          { label: name, href: null },
        ],
        { canonical: address, on: day.carried, noindex: page > 1 },
      ),
      name,
      action: address,
      exports: exportLinks(address, query),
      filters: selects(catalogueFilterValues(store, { ...ALL_CATALOGUES, year, quarter }), filter),
      q: filter.q,
      filtered: filter.group !== '' || filter.year !== '' || filter.numberType !== '' || filter.q !== '',
      on: day.on,
      dayNotice: day.notice,
      catalogues: catalogues.map((catalogue) =>
        catalogueView(
          catalogue,
          groupsOfCatalogue(store, catalogue.id),
          listCatalogueEntries(store, { ...ALL_CATALOGUES, catalogue: catalogue.id }, filter).entries,
          statuses,
        ),
      ),
      several: total > 1 ? total : null,
      pagination: paginationView(page, Math.ceil(total / CATALOGUES_AT_ONCE), (number) =>
        withQuery(address, { ...query, page: number === 1 ? null : number }),
      ),
    });
  });

  return router;
}

const isQuarter = (year: number, quarter: number): boolean =>
  Number.isInteger(year) && year > 0 && [1, 2, 3, 4].includes(quarter);

/** The filter that a catalogue page, or a table of it, is asked for. */
export function catalogueFilterOf(request: Request): CatalogueFilter {
  return {
    group: textParameter(request, 'group'),
    year: textParameter(request, 'year'),
    numberType: textParameter(request, 'number'),
    q: textParameter(request, 'q').slice(0, 200),
    sort: catalogueSort(textParameter(request, 'sort')),
  };
}

const queryOf = ({ numberType: number, sort, ...rest }: CatalogueFilter): Record<string, string> => ({
  ...rest,
  number,
  sort: sort === 'print' ? '' : sort,
});

function selects({ groups, years, numberTypes }: CatalogueFilterValues, filter: CatalogueFilter): FilterSelect[] {
  const sorts = CATALOGUE_SORTS.map((sort) => ({ ...sort, count: null }));
  return [
    filterSelect('group', '地区或部门', groups, filter.group),
    filterSelect('year', '文件年份', years, filter.year),
    filterSelect('number', '字号种类', numberTypes, filter.numberType),
    filterSelect('sort', '排序', sorts, filter.sort),
  ];
}
