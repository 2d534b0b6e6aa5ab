/**
 * Pictures of every page type, on a desktop and a phone, light and dark: `npm run screenshots -- [--url URL] [--out DIR] [--only NAME]`.
 * Needs a running site (`npm start`) and Debian's chromium. The pictures stay out of git.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/helpers/browser.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    out: { type: 'string', default: '.tmp/screenshots' },
    only: { type: 'string', default: '' },
    full: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
  },
});

const PAGES: Record<string, string> = {
  home: '/',
  search: '/search?q=举报奖励',
  'search-empty': '/search?q=这段文字哪里都没有出现过',
  'search-blank': '/search',
  documents: '/documents',
  document: '/documents/xinfagaigui-2024-4',
  'document-order': '/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239',
  'document-found': '/documents/yizhouzhengbangui-2024-1?q=举报奖励#art-10',
  'document-plan': '/documents/xinzhengbanfa-2024-36',
  article: '/documents/xinfagaigui-2024-4/articles/8',
  source: '/documents/xinfagaigui-2024-4/source#L621',
  issues: '/issues',
  issue: '/issues/xinjiang-2024-17-18',
  catalogues: '/catalogues',
  catalogue: '/catalogues/2024/3',
  'catalogue-all': '/catalogues/all?sort=-date',
  coverage: '/coverage',
  register: '/register',
  'register-entry': '/register/xinzhengbanfa-2010-23',
  repeals: '/repeals',
  expiring: '/expiring',
  validity: '/validity',
  api: '/api',
  missing: '/documents/no-such-document',
};

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

mkdirSync(values.out, { recursive: true });
const browser = await launchBrowser();
try {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    for (const colorScheme of values.dark ? (['light', 'dark'] as const) : (['light'] as const)) {
      const context = await browser.newContext({ viewport, colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const [name, address] of Object.entries(PAGES)) {
        if (values.only !== '' && !name.startsWith(values.only)) continue;
        await page.goto(values.url + address);
        const file = path.join(values.out, `${name}-${screen}${colorScheme === 'dark' ? '-dark' : ''}.png`);
        await page.screenshot({ path: file, fullPage: values.full });
        console.log(file);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
