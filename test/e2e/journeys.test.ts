import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readPdfPages } from '../../ingest/read/pdf/pdf-text.ts';
import { joinBrowser } from '../helpers/browser.ts';
import { DESKTOP, PHONE } from './helpers/browser-page.ts';

const VISITORS: [string, BrowserContextOptions][] = [
  ['on a desktop', DESKTOP],
  ['on a phone', PHONE],
  ['on a desktop without script', { ...DESKTOP, javaScriptEnabled: false }],
  ['on a phone without script', { ...PHONE, javaScriptEnabled: false }],
];

describe('journeys from the home page', () => {
  const site = { url: inject('siteUrl') };
  let browser: Browser;
  beforeAll(async () => {
    browser = await joinBrowser(inject('browserEndpoint'));
  });
  afterAll(() => browser.close());

  async function visit(options: BrowserContextOptions, journey: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(site.url);
      await journey(page);
    } finally {
      await context.close();
    }
  }

  test.each(VISITORS)('staff %s find the article that says it', (_name, options) =>
    visit(options, async (page) => {
      await page.fill('#q', '一案一奖制');
      await page.click('.main-search button.primary');
      const hit = page.locator('.hit', { hasText: '伊州政办规〔2024〕1号' }).filter({ hasText: '第十条' }).first();
      expect(await hit.locator('.passage mark').allTextContents()).toEqual(['一案一奖制']);
      await hit.locator('h2 a').click();
      expect(await page.locator('#art-10 mark, .single mark').first().textContent()).toBe('一案一奖制');
      expect(await page.locator('.status-banner').textContent()).toContain('有效期');
    }),
  );

  test.each(VISITORS)(
    'a lawyer %s gets from the number to the clause that repealed it by one search',
    (_name, options) =>
      visit(options, async (page) => {
        await page.fill('#q', '新政办发〔2021〕115号');
        await page.click('.main-search button.primary');
        await page.locator('.hit', { hasText: '新政办发〔2021〕115号' }).locator('h2 a').first().click();
        expect(await page.locator('.status-banner .status').textContent()).toBe('已废止');
        expect(await page.locator('.status-banner blockquote').first().textContent()).toContain('废止');
        await page.locator('.status-banner figcaption a').last().click();
        expect(page.url()).toMatch(/\/source(\?from=\d+)?#L\d+$/u);
        expect(await page.locator(page.url().replace(/^.*#/u, '#')).textContent()).toContain('115号');
      }),
  );

  test.each(VISITORS)('a lawyer %s gets to that clause in three clicks without a search', (_name, options) =>
    visit(options, async (page) => {
      await page.locator('.site-nav a', { hasText: '废止' }).click();
      const row = page.locator('.entries tbody tr', { hasText: '新政办发〔2021〕115号' }).first();
      await row.locator('figcaption a', { hasText: '原文' }).click();
      expect(page.url()).toMatch(/\/source(\?from=\d+)?#L\d+$/u);
      expect(await page.locator(page.url().replace(/^.*#/u, '#')).textContent()).toContain('115号');
    }),
  );

  test.each(VISITORS)(
    'a clerk %s opens the quarter, filters by department and takes the table away',
    (_name, options) =>
      visit(options, async (page) => {
        await page.locator('.quarter-list a', { hasText: '2024年第三季度' }).click();
        expect(await page.locator('main').textContent()).toContain('印本称44件，实列44件');
        const closed = page.locator('.filter-fold:not([open]) > summary');
        if ((await closed.count()) > 0) await closed.click();
        await page.selectOption('select[name="group"]', '乌鲁木齐市');
        await page.locator('.filters button').click();
        expect(await page.locator('.entries .title').count()).toBe(5);
        const csv = await page.request.get(
          new URL((await page.locator('a', { hasText: 'CSV' }).first().getAttribute('href')) ?? '', page.url()).href,
        );
        expect(csv.headers()['content-type']).toContain('text/csv');
        expect(await csv.text()).toContain('乌鲁木齐市');
      }),
  );

  test('by keyboard alone: skip link, search, hits, marks, list of keys', () =>
    visit(DESKTOP, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('/');
      await page.keyboard.type('举报奖励');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search/u);
      await page.keyboard.press('n');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/documents\//u);
      await page.keyboard.press('n');
      expect(await page.locator('mark.current').count()).toBe(1);
      await page.keyboard.press('?');
      expect(await page.locator('.help-dialog').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('.help-dialog').isVisible()).toBe(false);
    }));

  test('suggestions are a combobox that arrows and Enter work', () =>
    visit(DESKTOP, async (page) => {
      const box = page.locator('#q');
      await box.pressSequentially('以工代赈');
      await page.locator('.suggestions li').first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      await box.press('ArrowDown');
      const active = await box.getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
      await box.press('Escape');
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      await box.press('Enter');
      await page.waitForURL(/\/search\?q=/u);
    }));

  test('facets work without a reload, and back undoes them', () =>
    visit(DESKTOP, async (page) => {
      await page.goto(`${site.url}/search?q=举报`);
      const before = await page.locator('.result-line').textContent();
      await page.evaluate('window.sameDocument = true');
      await page.locator('.facets section', { hasText: '公报' }).last().locator('li a').first().click();
      await page.waitForURL(/issue=/u);
      await page.locator('.chosen').waitFor();
      expect(await page.evaluate('window.sameDocument')).toBe(true);
      await page.goBack();
      await page.locator('.chosen').waitFor({ state: 'detached' });
      expect(await page.locator('.result-line').textContent()).toBe(before);
    }));

  test('citations and links are copied for a document, an article, a paragraph and an item', async () => {
    const context = await browser.newContext({ ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const copied = async (): Promise<unknown> => page.evaluate('navigator.clipboard.readText()');
    const order = '/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239';
    const citation = '《新疆维吾尔自治区行政执法案卷评查办法》（新疆维吾尔自治区人民政府令第239号）';
    await page.goto(site.url + order);
    await page.click('[data-copy="citation"]');
    expect(await copied()).toBe(citation);
    await page.click('[id="art-8"] .num');
    await page.click('.preview button >> text=复制引用');
    expect(await copied()).toBe(`${citation}第八条`);
    await page.click('.preview button >> text=复制链接');
    expect(await copied()).toBe(`${site.url}${order}#art-8`);
    await page.focus('[id="art-8/para-2"] .pin');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.activeElement.textContent === '复制引用'`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.querySelector('.toast')?.textContent.includes('第二款')`);
    expect(await copied()).toBe(`${citation}第八条第二款`);
    const item = page.locator('#art-11 .item .num').nth(2);
    await item.click();
    await page.click('.preview button >> text=复制引用');
    expect(await copied()).toMatch(/第十一条(?:第一款)?第（三）项$/u);
    await context.close();
  });

  test('a citation shows title and status on keyboard focus', () =>
    visit(DESKTOP, async (page) => {
      await page.goto(`${site.url}/documents/xinfagaigui-2024-4`);
      await page.locator('a.cite').first().focus();
      const card = page.locator('#preview');
      expect(await card.isVisible()).toBe(true);
      expect(await card.textContent()).toContain('《国家以工代赈管理办法》');
      await page.keyboard.press('Escape');
      expect(await card.isVisible()).toBe(false);
    }));

  test('the contents mark the chapter that is read, and the text size stays', () =>
    visit(DESKTOP, async (page) => {
      await page.goto(`${site.url}/documents/xinfagaigui-2024-4#art-30`);
      await page.locator('.text-contents a[aria-current]', { hasText: '第四章' }).waitFor();
      await page.click('[data-text-size] [data-size="l"]');
      await page.reload();
      expect(await page.getAttribute('html', 'data-size')).toBe('l');
    }));

  test('paper gets the text, the status of the day and page numbers, nothing to click, also without script', () =>
    visit({ ...DESKTOP, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site.url}/documents/xinfagaigui-2024-4`);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.site-nav', '.site-search', '.text-contents', '.actions', '.breadcrumbs']) {
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
      }
      expect(await page.locator('.status-banner').isVisible()).toBe(true);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
      expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/u);
      const sheets = (await readPdfPages(pdf)).map(({ height, runs }) => {
        const text = (part: typeof runs): string => part.map((run) => run.text).join('');
        return { head: text(runs.filter(({ y }) => y > height - 60)), all: text(runs) };
      });
      const [first, second] = sheets;
      expect(first?.head).toBe('');
      expect(second?.head).toMatch(/新发改规〔2024〕4号.*\d{4}-\d{2}-\d{2}当日：现行有效/u);
      expect(second?.all).toMatch(/第2页，共\d+页/u);
      expect(second?.all).not.toContain('¶');
    }));

  test('the chosen day is offered again on every page that asks for one, and forgotten with “回到今日”', () =>
    visit(DESKTOP, async (page) => {
      await page.goto(`${site.url}/search?q=举报&on=2024-10-01`);
      for (const path of ['/search?q=奖励', '/register', '/catalogues/all', '/expiring', '/validity']) {
        await page.goto(site.url + path);
        expect(await page.locator('.last-day').textContent(), path).toBe('沿用上次的 2024-10-01');
      }
      await page.goto(`${site.url}/documents/xinfagaigui-2024-4`);
      expect(await page.locator('.status-banner time').first().textContent()).not.toBe('2024-10-01');
      await page.click('.last-day');
      await page.waitForURL(/on=2024-10-01/u);
      expect(await page.locator('.status-banner time').first().textContent()).toBe('2024-10-01');
      await page.click('[data-today]');
      await page.goto(`${site.url}/register`);
      expect(await page.locator('.last-day').count()).toBe(0);
    }));

  test('the banner leads to each day on which the status changes', () =>
    visit({ ...DESKTOP, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site.url}/documents/xinfagaigui-2024-4`);
      await page.locator('.status-changes a', { hasText: '2029-07-01' }).click();
      expect(await page.locator('.verdict .status').textContent()).toBe('已失效');
      await page.locator('.status-changes a', { hasText: '2024-05-30' }).click();
      expect(await page.locator('.verdict .status').textContent()).toBe('尚未生效');
    }));

  test('on a phone the current entry of the navigation is in view, and a paragraph can be cited by a tap', () =>
    visit(PHONE, async (page) => {
      await page.goto(`${site.url}/coverage`);
      const box = await page.locator('.site-nav [aria-current]').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      await page.goto(`${site.url}/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239`);
      await page.locator('[id="art-8/para-2"] .pin').tap();
      expect(await page.getByRole('button', { name: '复制引用' }).last().isVisible()).toBe(true);
    }));
});
