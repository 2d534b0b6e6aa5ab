import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DESKTOP } from './helpers/browser-page.ts';
import { joinBrowser } from '../helpers/browser.ts';

const site = inject('siteUrl');

/** More tabs than any page of these journeys has before what is looked for. */
const MOST_TABS = 150;

describe('the three journeys by keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await joinBrowser(inject('browserEndpoint'));
  });
  afterAll(() => browser.close());

  async function visit(javaScriptEnabled: boolean, journey: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(site);
      await journey(page);
    } finally {
      await context.close();
    }
  }

  const SCRIPTS: [string, boolean][] = [
    ['with script', true],
    ['without script', false],
  ];

  test.each(SCRIPTS)('staff %s: a pasted phrase to the article', (_name, script) =>
    visit(script, async (page) => {
      await tabTo(page, 'input[name="q"]');
      await page.keyboard.type('一案一奖制');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?/u);
      await tabTo(page, '.hit h2 a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/documents\//u);
      expect(await page.locator('mark').first().textContent()).toBe('一案一奖制');
    }),
  );

  test.each(SCRIPTS)('a lawyer %s: a number to the clause that repealed it', (_name, script) =>
    visit(script, async (page) => {
      await tabTo(page, 'input[name="q"]');
      await page.keyboard.type('新政办发〔2021〕115号');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?/u);
      await tabTo(page, '.hit h2 a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(?:register|documents)\//u);
      expect(await page.locator('.status-banner .status').textContent()).toBe('已废止');
      await tabTo(page, '.status-banner figcaption a');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.startsWith('/documents/'));
      expect(await page.locator('main').textContent()).toContain('115号');
    }),
  );

  test.each(SCRIPTS)('a clerk %s: the quarter, one region of it, its table', (_name, script) =>
    visit(script, async (page) => {
      await tabTo(page, 'a[href="/catalogues"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/catalogues$/u);
      await tabTo(page, 'main a[href="/catalogues/2024/3"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/catalogues\/2024\/3$/u);
      await tabTo(page, 'select[name="group"]');
      await choose(page, 'select[name="group"]', '乌鲁木齐市');
      await tabTo(page, '.filters button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/group=/u);
      expect(await page.locator('.entries .title').count()).toBe(5);
      await tabTo(page, 'main a[href*=".xlsx"]');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toBe('备案目录-2024年第三季度.xlsx');
      expect(new URL(download.url()).searchParams.get('group')).toBe('乌鲁木齐市');
    }),
  );

  test('wherever the focus goes, it is seen', () =>
    visit(true, async (page) => {
      for (const path of ['/', '/search?q=举报', '/documents/xinfagaigui-2024-4', '/catalogues/2024/3', '/validity']) {
        await page.goto(site + path);
        const unseen: string[] = [];
        for (let index = 0; index < 30; index += 1) {
          await page.keyboard.press('Tab');
          const fault = await page.evaluate(UNSEEN_FOCUS);
          if (typeof fault === 'string') unseen.push(fault);
        }
        expect(unseen, path).toEqual([]);
      }
    }));
});

/** Goes down the options of the focused list until this one is chosen. */
async function choose(page: Page, selector: string, value: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if ((await page.locator(selector).inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no option ${value} in ${selector}`);
}

/** The focused element as HTML when nothing shows that it has the focus; null when an outline or a shadow does.
 * Inside a date field the browser rings the part (year, month, its button) itself, which a script cannot see. */
const UNSEEN_FOCUS = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body || element.matches('input[type=date]')) return null;
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const box = element.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return (outlined || style.boxShadow !== 'none') && inView ? null : element.outerHTML.slice(0, 120);
})()`;

/** Presses Tab until an element of this kind has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const reached = `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`;
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(reached)) === true) return;
  }
  throw new Error(`${MOST_TABS} tabs did not reach ${selector} on ${page.url()}`);
}
