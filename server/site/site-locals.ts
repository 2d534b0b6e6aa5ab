import type { RequestHandler } from 'express';
import { coverage } from '../../ingest/store/queries/register.ts';
import type { Services } from '../services.ts';
import { siteOrigin } from './site-origin.ts';

const NAV: readonly { label: string; href: string }[] = [
  { label: '检索', href: '/search' },
  { label: '文件', href: '/documents' },
  { label: '公报', href: '/issues' },
  { label: '备案目录', href: '/catalogues' },
  { label: '效力核查', href: '/validity' },
  { label: '文件登记', href: '/register' },
  { label: '废止', href: '/repeals' },
  { label: '即将到期', href: '/expiring' },
  { label: '收录情况', href: '/coverage' },
];

/** The text sizes of the header's buttons, kept in the cookie `size`. */
export function textSizeOf(cookieHeader: string | undefined): 's' | 'l' | null {
  const size = /(?:^|;\s*)size=([sl])(?:;|$)/.exec(cookieHeader ?? '')?.[1];
  return size === 's' || size === 'l' ? size : null;
}

/** Gives every page the navigation with the current entry marked, the text size and the coverage sentence. */
export function siteLocals({ store }: Services): RequestHandler {
  return (request, response, next) => {
    const nav = NAV.map((entry) => ({
      ...entry,
      current: request.path === entry.href || request.path.startsWith(`${entry.href}/`),
    }));
    const { sentence } = coverage(store);
    Object.assign(response.locals, {
      nav,
      coverage: { sentence },
      origin: siteOrigin(request),
      textSize: textSizeOf(request.headers.cookie),
    });
    response.set('Cache-Control', 'no-cache').vary('Cookie');
    next();
  };
}
