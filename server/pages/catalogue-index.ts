import type { CatalogueSummary } from '../../ingest/store/queries/catalogues.ts';
import type { FilterValue } from '../../ingest/store/queries/filter-value.ts';
import { quarterName } from './quarter-name.ts';
import { catalogueUrl } from './urls.ts';
import { sum } from '../sum.ts';

/** One bar of a chart drawn in a table cell: `width` is a percentage of the longest. */
export interface Bar {
  label: string;
  href: string | null;
  count: number;
  width: number;
}

export interface CatalogueIndex {
  quarters: (Bar & { declared: number | null; differs: boolean; source: string; catalogues: number })[];
  /** Departments and regions, the most entries first; `others` are shown when opened. */
  authorities: Bar[];
  others: Bar[];
  /** How many further ones are not listed. */
  left: number;
  total: number;
}

const AUTHORITIES_SHOWN = 30;
const OTHERS_SHOWN = 300;
const SOURCES_NAMED = 2;

/** Quarters and departments at a glance: how many documents each filed. `groups` come most first; `href` makes the address of a department's entries. */
export function catalogueIndex(
  catalogues: readonly CatalogueSummary[],
  groups: readonly FilterValue[],
  href: (groupName: string) => string,
): CatalogueIndex {
  const quarters = new Map<string, CatalogueSummary[]>();
  for (const catalogue of catalogues) {
    const url = catalogueUrl(catalogue.year, catalogue.quarter);
    quarters.set(url, [...(quarters.get(url) ?? []), catalogue]);
  }
  const longestGroup = groups[0]?.count ?? 1;
  const authorities = groups.map(({ value, count }) => ({
    label: value,
    href: href(value),
    count,
    width: Math.round((count / longestGroup) * 100),
  }));
  const actuals = [...quarters.values()].map((own) => sum(own.map((catalogue) => catalogue.actual)));
  const longestQuarter = Math.max(1, ...actuals);
  return {
    quarters: [...quarters].flatMap(([url, own]) => {
      const [first] = own;
      if (!first) return [];
      const count = sum(own.map((catalogue) => catalogue.actual));
      const declared = declaredOf(own);
      return [
        {
          label: quarterName(first.year, first.quarter),
          href: url,
          count,
          width: Math.round((count / longestQuarter) * 100),
          declared,
          differs: declared !== null && declared !== count,
          source: sourcesText(own.map((catalogue) => catalogue.documentNumber ?? catalogue.issueTitle)),
          catalogues: own.length,
        },
      ];
    }),
    authorities: authorities.slice(0, AUTHORITIES_SHOWN),
    others: authorities.slice(AUTHORITIES_SHOWN, AUTHORITIES_SHOWN + OTHERS_SHOWN),
    left: Math.max(0, authorities.length - AUTHORITIES_SHOWN - OTHERS_SHOWN),
    total: sum(actuals),
  };
}

/** 新司公〔2024〕4号; of many 新司公〔2024〕4号、鄂司公〔2024〕2号等31份. */
function sourcesText(names: readonly string[]): string {
  const named = names.slice(0, SOURCES_NAMED).join('、');
  return names.length > SOURCES_NAMED ? `${named}等${names.length}份` : named;
}

/** The printed total of a catalogue, or the sum that its groups print; null when any of them says neither. */
function declaredOf(catalogues: readonly Pick<CatalogueSummary, 'declared' | 'declaredByGroups'>[]): number | null {
  const declared = catalogues.map((catalogue) => catalogue.declared ?? catalogue.declaredByGroups);
  return declared.some((count) => count === null) ? null : sum(declared.map((count) => count ?? 0));
}
