import type { CatalogueEntryRow } from '../../ingest/store/queries/catalogue-entries.ts';
import type { CatalogueGroupRow, CatalogueSummary } from '../../ingest/store/queries/catalogues.ts';
import type { Statuses } from '../site/statuses.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { documentUrl, issueSourceUrl, issueUrl, knownDocumentUrl } from './urls.ts';

export interface CatalogueEntryView {
  seq: number;
  title: string;
  href: string | null;
  held: boolean;
  documentNumber: string | null;
  date: string | null;
  badge: StatusBadge | null;
  sourceUrl: string;
  line: number;
  groupName: string;
  quarter: string;
}

export interface CatalogueGroupView {
  name: string;
  /** The heading over this group and others. */
  section: string | null;
  declared: number | null;
  actual: number;
  differs: boolean;
  /** Entries that pass the filter; `actual` counts all of the group. */
  entries: CatalogueEntryView[];
}

export interface CatalogueView {
  title: string;
  href: string | null;
  documentNumber: string | null;
  issueTitle: string;
  issueHref: string;
  declared: number | null;
  declaredRaw: string | null;
  actual: number;
  differs: boolean;
  groups: CatalogueGroupView[];
  shown: number;
}

/** One catalogue by its groups, each with the count it prints and the count it holds. Groups that the filter empties are left out. */
export function catalogueView(
  catalogue: CatalogueSummary,
  groups: readonly CatalogueGroupRow[],
  entries: readonly CatalogueEntryRow[],
  statuses: Statuses,
): CatalogueView {
  const views = groups.map((group) => ({
    name: group.name,
    section: group.section,
    declared: group.declared,
    actual: group.actual,
    differs: group.declared !== null && group.declared !== group.actual,
    entries: entries
      .filter((entry) => entry.groupSeq === group.seq)
      .map((entry) => catalogueEntryView(entry, statuses, '')),
  }));
  const shown = views.filter((group) => group.entries.length > 0 || (group.actual === 0 && entries.length > 0));
  const declared = catalogue.declared ?? catalogue.declaredByGroups;
  return {
    title: catalogue.documentTitle ?? catalogue.issueTitle,
    href: catalogue.documentId === null ? null : documentUrl(catalogue.documentId),
    documentNumber: catalogue.documentNumber,
    issueTitle: catalogue.issueTitle,
    issueHref: issueUrl(catalogue.issueId),
    declared,
    declaredRaw: catalogue.declaredRaw,
    actual: catalogue.actual,
    differs: declared !== null && declared !== catalogue.actual,
    groups: shown,
    shown: entries.length,
  };
}

/** One filed document: its full text when held, else its register entry, and its status. */
export function catalogueEntryView(entry: CatalogueEntryRow, statuses: Statuses, quarter: string): CatalogueEntryView {
  const known = entry.registerId === null ? null : statuses(entry.registerId);
  return {
    seq: entry.seq,
    title: entry.title,
    href: entry.registerId === null ? null : knownDocumentUrl(entry.registerId, entry.held === 1),
    held: entry.held === 1,
    documentNumber: entry.documentNumber,
    date: entry.date,
    badge: known === null ? null : statusBadge(known.status.status),
    sourceUrl: issueSourceUrl(entry.issueId, entry.line),
    line: entry.line,
    groupName: entry.groupName,
    quarter,
  };
}
