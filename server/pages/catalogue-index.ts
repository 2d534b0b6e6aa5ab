import type { CatalogueEntryRow, CatalogueSummary } from '../../ingest/store/queries/catalogues.ts';
import { quarterName } from './quarter-name.ts';
import { catalogueUrl } from './urls.ts';

/** One bar of a chart drawn in a table cell: `width` is a percentage of the longest. */
export interface Bar {
  label: string;
  href: string | null;
  count: number;
  width: number;
}

export interface CatalogueIndex {
  quarters: (Bar & { declared: number | null; differs: boolean; source: string; catalogues: number })[];
  authorities: Bar[];
  total: number;
}

/** Quarters and departments at a glance: how many documents each filed. `href` makes the address of a department's entries. */
export function catalogueIndex(
  catalogues: readonly CatalogueSummary[],
  entries: readonly CatalogueEntryRow[],
  href: (groupName: string) => string,
): CatalogueIndex {
  const quarters = new Map<string, CatalogueSummary[]>();
  for (const catalogue of catalogues) {
    const url = catalogueUrl(catalogue.year, catalogue.quarter);
    quarters.set(url, [...(quarters.get(url) ?? []), catalogue]);
  }
  const counts = new Map<string, number>();
  for (const { groupName } of entries) counts.set(groupName, (counts.get(groupName) ?? 0) + 1);
  const longestGroup = Math.max(1, ...counts.values());
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
          source: own.map((catalogue) => catalogue.documentNumber ?? catalogue.issueTitle).join('、'),
          catalogues: own.length,
        },
      ];
    }),
    authorities: [...counts]
      .map(([label, count]) => ({ label, href: href(label), count, width: Math.round((count / longestGroup) * 100) }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh')),
    total: entries.length,
  };
}

/** The printed total of a catalogue, or the sum that its groups print; null when any of them says neither. */
export function declaredOf(
  catalogues: readonly Pick<CatalogueSummary, 'declared' | 'declaredByGroups'>[],
): number | null {
  const declared = catalogues.map((catalogue) => catalogue.declared ?? catalogue.declaredByGroups);
  return declared.some((count) => count === null) ? null : sum(declared.map((count) => count ?? 0));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
