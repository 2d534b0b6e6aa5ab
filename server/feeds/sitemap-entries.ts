import type { Store } from '../../ingest/store/open-store.ts';
import { listCatalogues } from '../../ingest/store/queries/catalogues.ts';
import { listIssues } from '../../ingest/store/queries/issues.ts';
import { registerAddresses } from '../../ingest/store/queries/site-addresses.ts';
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

/** Every page that is about something: issues, catalogues, each known document once (its text when held, else its entry). */
export function sitemapEntries(store: Store): SitemapEntry[] {
  const issues = listIssues(store);
  return [
    ...FIXED.map((path) => ({ path, lastModified: null })),
    ...issues.map(({ id, publicationDate }) => ({ path: issueUrl(id), lastModified: publicationDate })),
    ...[...new Set(listCatalogues(store).map(({ year, quarter }) => catalogueUrl(year, quarter)))].map((path) => ({
      path,
      lastModified: null,
    })),
    ...registerAddresses(store).map(({ id, held, publicationDate }) => ({
      path: knownDocumentUrl(id, held),
      lastModified: publicationDate,
    })),
  ];
}
