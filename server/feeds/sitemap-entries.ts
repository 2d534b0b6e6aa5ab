import type { Store } from '../../ingest/store/open-store.ts';
import { catalogueQuarters } from '../../ingest/store/queries/catalogues.ts';
import { coverageTotals } from '../../ingest/store/queries/coverage.ts';
import { issueAddresses, registerAddresses } from '../../ingest/store/queries/site-addresses.ts';
import type { Stretch } from '../../ingest/store/queries/site-addresses.ts';
import { catalogueUrl, issueUrl, knownDocumentUrl } from '../pages/urls.ts';
import type { SitemapEntry } from './sitemap.ts';

const FIXED = [
  '/',
  '/documents',
  '/issues',
  '/catalogues',
  '/validity',
  '/register',
  '/repeals',
  '/expiring',
  '/coverage',
  '/api',
];

/** How many pages are about something: the fixed ones, issues, quarters of catalogues, and each known document once. */
export function sitemapLength(store: Store): number {
  const { issues, registerEntries } = coverageTotals(store);
  return FIXED.length + catalogueQuarters(store).length + issues + registerEntries;
}

/** A stretch of these pages, in an order that stays while the archive does: a document by its text when held, else by its entry. */
export function sitemapEntries(store: Store, { offset, limit }: Stretch): SitemapEntry[] {
  const first = [...FIXED, ...catalogueQuarters(store).map(({ year, quarter }) => catalogueUrl(year, quarter))];
  const issues = coverageTotals(store).issues;
  const within = (before: number, length: number): Stretch => {
    const start = Math.max(offset - before, 0);
    const end = Math.min(offset + limit - before, length);
    return { offset: start, limit: Math.max(end - start, 0) };
  };
  return [
    ...first.slice(offset, offset + limit).map((path) => ({ path, lastModified: null })),
    ...issueAddresses(store, within(first.length, issues)).map(({ id, publicationDate }) => ({
      path: issueUrl(id),
      lastModified: publicationDate,
    })),
    ...registerAddresses(store, within(first.length + issues, Infinity)).map(({ id, held, publicationDate }) => ({
      path: knownDocumentUrl(id, held),
      lastModified: publicationDate,
    })),
  ];
}
