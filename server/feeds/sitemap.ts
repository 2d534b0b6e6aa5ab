import type { IsoDate } from '../../ingest/model/span.ts';

/** A page that search engines should know. */
export interface SitemapEntry {
  path: string;
  /** The day its content is of, when known. */
  lastModified: IsoDate | null;
}

/** The protocol's own limit of addresses in one file (sitemaps.org). */
export const SITEMAP_LIMIT = 50_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Writes one sitemap file of at most SITEMAP_LIMIT entries. */
export function sitemapXml(entries: readonly SitemapEntry[], origin: string): string {
  const urls = entries.map(({ path, lastModified }) => {
    const day = lastModified === null ? '' : `<lastmod>${lastModified}</lastmod>`;
    return `<url><loc>${xmlText(origin + path)}</loc>${day}</url>\n`;
  });
  return `${HEAD}<urlset ${NAMESPACE}>\n${urls.join('')}</urlset>\n`;
}

/** Writes the index of `count` sitemap files: /sitemap-1.xml, /sitemap-2.xml, … */
export function sitemapIndexXml(count: number, origin: string): string {
  const files = Array.from({ length: count }, (_, index) => {
    return `<sitemap><loc>${xmlText(`${origin}/sitemap-${index + 1}.xml`)}</loc></sitemap>\n`;
  });
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${files.join('')}</sitemapindex>\n`;
}

/** robots.txt: everything is open but the pages made of a question, which have no end. */
export function robotsTxt(origin: string): string {
  return [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /api/',
    'Allow: /',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function xmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
