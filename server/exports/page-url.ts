import type { Request } from 'express';
import { siteOrigin } from '../site/site-origin.ts';

/** The address of the page that shows a table: /register.csv?year=2024 → https://…/register?year=2024. */
export function pageUrlOf(request: Request): string {
  return siteOrigin(request) + request.originalUrl.replace(/\.(?:csv|xlsx)(?=\?|$)/u, '');
}
