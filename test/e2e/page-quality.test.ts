import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { joinBrowser } from '../helpers/browser.ts';
import { axeViolations, DESKTOP, layoutShiftOf, PHONE } from './helpers/browser-page.ts';
import { PAGES } from './helpers/pages.ts';

const LIMIT_BYTES = 120 * 1024;
const LIMIT_REQUESTS = 4;
/** What the browser may move while it paints a page piece by piece. */
const LIMIT_SHIFT = 0.01;
/** A4 less its margins, in CSS pixels. */
const SHEET = { width: 642, height: 963 };

describe('page quality in Chromium', () => {
  const site = { url: inject('siteUrl') };
  let browser: Browser;
  beforeAll(async () => {
    browser = await joinBrowser(inject('browserEndpoint'));
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)(
    'axe-core finds no violation on any page type in the %s scheme',
    async (colorScheme) => {
      const context = await browser.newContext({ ...DESKTOP, colorScheme });
      const page = await context.newPage();
      const found: Record<string, string[]> = {};
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(site.url + path);
        const violations = await axeViolations(page);
        if (violations.length > 0) found[name] = violations;
      }
      await context.close();
      expect(found).toEqual({});
    },
    180_000,
  );

  test('no page type is wider than a phone, and axe-core finds nothing there either', async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(site.url + path);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      const violations = await axeViolations(page);
      if (width !== 390 || violations.length > 0) found[name] = { width, violations };
    }
    await context.close();
    expect(found).toEqual({});
  }, 180_000);

  test('on paper every table of every page type is as wide as the sheet at most', async () => {
    const context = await browser.newContext({ ...DESKTOP, viewport: SHEET });
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(site.url + path);
      const widest = await page.evaluate(
        `Math.max(0, ...[...document.querySelectorAll('table')].map((table) => Math.round(table.getBoundingClientRect().right)))`,
      );
      if (Number(widest) > SHEET.width) found[name] = widest;
    }
    await context.close();
    expect(found).toEqual({});
  }, 180_000);

  test('paper has the colours of the light scheme, also of who reads in the dark', async () => {
    const colours = async (colorScheme: 'light' | 'dark'): Promise<unknown> => {
      const context = await browser.newContext({ ...DESKTOP, colorScheme });
      const page = await context.newPage();
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.goto(`${site.url}/documents/yizhouzhengbangui-2024-1?q=举报奖励`);
      const found = await page.evaluate(
        `['body', 'mark', '.status', '.status-banner'].map((part) => getComputedStyle(document.querySelector(part))).map(({ color, borderLeftColor }) => [color, borderLeftColor])`,
      );
      await context.close();
      return found;
    };
    expect(await colours('dark')).toEqual(await colours('light'));
  });

  test('every page type is light: bytes, requests, nothing from elsewhere, no error', async () => {
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(PAGES)) {
      const context = await browser.newContext(DESKTOP);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) faults.push(`asks elsewhere: ${request.url()}`);
      });
      const client = await context.newCDPSession(page);
      await client.send('Network.enable');
      let bytes = 0;
      let requests = 0;
      client.on('Network.requestWillBeSent', ({ request }) => (requests += request.url.startsWith('http') ? 1 : 0));
      client.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      if (bytes > LIMIT_BYTES || requests > LIMIT_REQUESTS || faults.length > 0)
        found[name] = { bytes, requests, faults };
      await context.close();
    }
    expect(found).toEqual({});
  }, 180_000);

  test.each([
    ['on a desktop', DESKTOP],
    ['on a phone', PHONE],
  ])(
    'no page type moves while it arrives, nor when its script does, %s',
    async (_name, options) => {
      const found: Record<string, unknown> = {};
      for (const [name, path] of Object.entries(PAGES)) {
        const context = await browser.newContext(options);
        const shift = await layoutShiftOf(await context.newPage(), site.url + path);
        if (shift.late > 0 || shift.whole > LIMIT_SHIFT) found[name] = shift;
        await context.close();
      }
      expect(found).toEqual({});
    },
    180_000,
  );

  test('a script that moves a page is found out', async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.route(/\.js(?:\?|$)/u, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `document.querySelector('main').prepend(document.createElement('hr'))`,
      }),
    );
    const { whole, late } = await layoutShiftOf(page, `${site.url}/register`);
    await context.close();
    expect(late).toBeGreaterThan(0.001);
    expect(whole).toBeGreaterThanOrEqual(late);
  });
});
