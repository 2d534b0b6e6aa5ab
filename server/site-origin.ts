import type { Request } from 'express';

/**
 * Scheme and host as the reader sees them: `http://127.0.0.1:3000`. For addresses that leave the site (feeds, tables,
 * sitemap, JSON-LD); pages link by path.
 */
export function siteOrigin(request: Request): string {
  return `${request.protocol}://${request.host}`;
}
