import type { CatalogueSummary } from '../../ingest/store/queries/catalogues.ts';
import type { CoverageTotals } from '../../ingest/store/queries/coverage.ts';
import type { DocumentSummary } from '../../ingest/store/queries/documents.ts';
import type { RecentEnding } from '../../ingest/store/queries/endings.ts';
import type { Statuses } from '../site/statuses.ts';
import { documentLine } from './document-line.ts';
import type { DocumentLine } from './document-line.ts';
import { quarterName } from './quarter-name.ts';
import { catalogueUrl, documentUrl, knownDocumentUrl } from './urls.ts';

export interface HomeRows {
  totals: CoverageTotals;
  latest: DocumentSummary[];
  endings: RecentEnding[];
  catalogues: readonly CatalogueSummary[];
}

export interface HomePage {
  figures: { count: number; label: string; href: string }[];
  latest: DocumentLine[];
  endings: { date: string; title: string; href: string; documentNumber: string | null; by: string; byHref: string }[];
  quarters: { label: string; href: string; entries: number }[];
}

const QUARTERS_SHOWN = 8;

/** What the archive holds, its latest documents, the latest repeals and the quarters' filing catalogues. */
export function homePage({ totals, latest, endings, catalogues }: HomeRows, statuses: Statuses): HomePage {
  const quarters = new Map<string, HomePage['quarters'][number]>();
  for (const { year, quarter, actual } of catalogues) {
    const href = catalogueUrl(year, quarter);
    const before = quarters.get(href);
    quarters.set(href, { label: quarterName(year, quarter), href, entries: (before?.entries ?? 0) + actual });
  }
  return {
    figures: [
      { count: totals.issues, label: '期公报', href: '/issues' },
      { count: totals.documents, label: '份文件', href: '/documents' },
      { count: totals.articles, label: '个条文', href: '/search' },
      { count: totals.registerEntries, label: '份登记文件', href: '/register' },
      { count: totals.catalogueEntries, label: '件备案', href: '/catalogues' },
    ],
    latest: latest.map((document) =>
      documentLine({
        level: 3,
        href: documentUrl(document.id),
        title: document.title,
        status: statuses(document.id)?.status.status ?? null,
        documentNumber: document.documentNumber,
        authorities: '',
        date: document.promulgationDate,
      }),
    ),
    endings: endings.map((ending) => ({
      date: ending.date,
      title: ending.title ?? ending.documentNumber ?? '',
      href: knownDocumentUrl(ending.registerId, ending.held === 1),
      documentNumber: ending.title === null ? null : ending.documentNumber,
      by: ending.sourceNumber ?? ending.sourceTitle,
      byHref: documentUrl(ending.sourceId, ending.sourceProvisionId),
    })),
    quarters: [...quarters.values()].slice(0, QUARTERS_SHOWN),
  };
}
