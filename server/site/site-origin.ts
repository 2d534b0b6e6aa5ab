import type { Request } from 'express';

/**
 * Scheme and host as the reader sees them: `http://127.0.0.1:3000`. For addresses that leave the site (feeds, tables,
 * sitemap, JSON-LD); pages link by path. The scheme may come from the proxy, the host is the one asked for, which a proxy passes on.
 */
export function siteOrigin(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
