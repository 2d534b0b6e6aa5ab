import type { RequestHandler } from 'express';
import { coverage } from '../../ingest/store/queries/register.ts';
import type { Services } from '../services.ts';

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
function textSizeOf(cookieHeader: string | undefined): 's' | 'l' | null {
  const size = /(?:^|;\s*)size=([sl])(?:;|$)/.exec(cookieHeader ?? '')?.[1];
  return size === 's' || size === 'l' ? size : null;
}

/** 据已收录的5期公报（最新一期2024-09-15）。 */
export function coverageSentence(totals: { issues: number; latest: string | null }): string {
  if (totals.issues === 0) return '尚未收录任何公报。';
  return `据已收录的${totals.issues}期公报${totals.latest ? `（最新一期${totals.latest}）` : ''}。`;
}

/** Gives every page the navigation with the current entry marked, the text size and the coverage sentence. */
export function siteLocals({ store }: Services): RequestHandler {
  return (request, response, next) => {
    const nav = NAV.map((entry) => ({
      ...entry,
      current: request.path === entry.href || request.path.startsWith(`${entry.href}/`),
    }));
    const { sentence } = coverage(store);
    Object.assign(response.locals, { nav, coverage: { sentence }, textSize: textSizeOf(request.headers.cookie) });
    response.set('Cache-Control', 'no-cache').vary('Cookie');
    next();
  };
}
