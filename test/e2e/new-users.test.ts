import { text } from 'node:stream/consumers';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { joinBrowser } from '../helpers/browser.ts';
import { DESKTOP } from './helpers/browser-page.ts';

/** As a print breaks it: 第八条 of 新发改规〔2024〕4号 (Xinjiang 2024 no. 17-18). */
const PASTED =
  '各级发展改革部门应加强对以工代赈工作的组织\r\n领导,强化以工代赈工作人员队伍建设,主动谋\n    划项目储备与遴选\n';
const JOINED = PASTED.replace(/\s+/gu, '');
/** The end of its 第八条 and the beginning of 第九条. */
const OVER_ARTICLES = '及时总结推广典型经验做法。第九条实施以工代赈应坚守';

describe('people who come for the first time', () => {
  const site = inject('siteUrl');
  let browser: Browser;
  beforeAll(async () => {
    browser = await joinBrowser(inject('browserEndpoint'));
  });
  afterAll(() => browser.close());

  async function visit(
    path: string,
    journey: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ ...DESKTOP, ...options });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(site + path);
      await journey(page);
    } finally {
      await context.close();
    }
  }

  async function search(page: Page, q: string): Promise<void> {
    await page.fill('#q', q);
    await page.click('.main-search button.primary');
    await page.waitForURL(/\/search\?/u);
  }

  /** What a link or button hands over as a file: its name and its text. */
  async function taken(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), text: await text(await download.createReadStream()) };
  }

  test('a passage pasted with the line ends of a print is found as one run', () =>
    visit(
      '/',
      async (page) => {
        await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(PASTED)})`);
        await page.focus('#q');
        await page.keyboard.press('Control+V');
        expect(await page.inputValue('#q')).toBe(JOINED);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\?/u);
        expect(await page.locator('.passage mark').allTextContents()).toEqual([JOINED]);
        expect(await page.locator('.hit .article-label').textContent()).toBe('第八条');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  test.each([
    ['without script, as spaces', PASTED.replace(/\s+/gu, ' ').trim(), false],
    ['with the spaces of a text recognition', Array.from('主动谋划项目储备与遴选').join(' '), true],
    ['from before the days of simplified characters', '強化以工代賑工作人員隊伍建設', true],
  ])('a passage pasted %s is found', (_name, q, javaScriptEnabled) =>
    visit(
      '/',
      async (page) => {
        await search(page, q);
        expect(await page.locator('.hit').count()).toBe(1);
        expect(await page.locator('.hit h2').textContent()).toContain('第八条');
      },
      { javaScriptEnabled },
    ),
  );

  test('a passage over two articles is marked in both, counted once, and walked through as one place', () =>
    visit('/', async (page) => {
      await search(page, OVER_ARTICLES);
      await page.locator('.hit h2 a').click();
      expect(await page.locator('.single mark').allTextContents()).toEqual(['及时总结推广典型经验做法。']);
      await page.click('text=在全文中阅读');
      expect(await page.locator('.part mark').allTextContents()).toEqual([
        '及时总结推广典型经验做法。',
        '第九条',
        '实施以工代赈应坚守',
      ]);
      expect(await page.locator('.hits strong').textContent()).toBe('1');
      await page.keyboard.press('n');
      expect(await page.locator('mark.current').count()).toBe(3);
      await page.click('text=取消标记');
      expect(await page.locator('mark').count()).toBe(0);
    }));

  test('of a passage with a wrong character the words that were found are marked in the document', () =>
    visit('/', async (page) => {
      await search(page, '鼓励引导群众通过诚实劳动实现增收致付');
      expect(await page.locator('.result-line').textContent()).toContain('没有完全相符的');
      const found = await page.locator('.hit').first().locator('.passage mark').allTextContents();
      await page.locator('.hit h2 a').first().click();
      expect(await page.locator('.single mark').allTextContents()).toEqual(found);
    }));

  test('a lawyer checks a document that is only named, on a past day, and takes the evidence away', () =>
    visit('/validity', async (page) => {
      const check = async (day: string): Promise<void> => {
        await page.fill('#check-text', '甲方依据《某某无人知晓的办法》\n新政办发〔2010〕23号');
        await page.fill('.check-form [name="on"]', day);
      };
      await check('2024-08-08');
      await page.click('button.primary');
      const results = page.locator('.check-results > li');
      expect(await results.count()).toBe(2);
      expect(await results.first().textContent()).toContain('馆藏中没有关于此文件的记载');
      expect(await results.last().locator('.status').textContent()).toBe('状态不明');
      await check('2024-08-09');
      await page.click('button.primary');
      expect(await results.last().locator('.status').textContent()).toBe('已废止');
      expect(await results.last().locator('blockquote').textContent()).toContain('新政办发〔2010〕23号)同时废止');
      const table = await taken(page, () => page.click('text=导出CSV'));
      expect(table.name).toBe('效力核查-2024-08-09.csv');
      expect(table.text).toMatch(/新政办发〔2010〕23号.*2024-08-09,已废止.*新政办发〔2024〕36号.*同时废止/u);
      await results.last().locator('p a').first().click();
      expect(new URL(page.url()).searchParams.get('on')).toBe('2024-08-09');
      expect(await page.locator('.status-banner .status').textContent()).toBe('已废止');
    }));

  test('a clerk takes the quarter away and finds what is known of a document that is not held', () =>
    visit('/catalogues/2024/3', async (page) => {
      const table = await taken(page, () => page.locator('main a', { hasText: 'CSV' }).click());
      expect(table.name).toContain('2024年第三季度');
      expect(table.text.trim().split('\r\n')).toHaveLength(45);
      const book = await taken(page, () => page.locator('main a', { hasText: 'XLSX' }).click());
      expect(book.text.slice(0, 2)).toBe('PK');
      const row = page.locator('.entries tr', { hasText: '乌政办规〔2024〕2号' });
      await row.locator('.title a').click();
      expect(page.url()).toContain('/register/');
      expect(await page.locator('main').textContent()).toContain('馆藏没有全文');
      expect(await page.locator('#events blockquote').first().textContent()).toContain('乌政办规〔2024〕2号');
      await page.locator('#events figcaption a', { hasText: '原文' }).first().click();
      expect(await page.locator(page.url().replace(/^.*#/u, '#')).textContent()).toContain('城市地下空间');
    }));

  test('pinyin leads to the words, a wrong number is called unknown, an article by its number is found everywhere', () =>
    visit('/', async (page) => {
      await search(page, 'xzzf');
      await page.click('text=行政执法');
      expect(await page.locator('.hit').count()).toBeGreaterThan(0);
      await search(page, '新政办发[2010]999号');
      expect(await page.locator('.hits-column .notice').textContent()).toContain('没有文号新政办发〔2010〕999号');
      await page.locator('.hits-column a', { hasText: /^新政办发〔2010〕$/u }).click();
      await page.waitForURL(/q=[^&]*$/u);
      expect(await page.locator('.result-line').textContent()).toContain('按文号字头和年份查到');
      await search(page, '第十条');
      expect(await page.locator('.result-line').textContent()).toContain('按条号查到');
      expect((await page.locator('.hit .article-label').allTextContents()).slice(0, 5)).toEqual(
        Array(5).fill('第十条'),
      );
    }));

  test('a search within one issue shows that it is one, and without it begins anew', () =>
    visit('/issues/xinjiang-2024-17-18', async (page) => {
      await page.click('text=只在本期中检索');
      await page.waitForURL(/\/search\?issue=/u);
      expect(await page.locator('.hit').count()).toBe(6);
      expect(await page.locator('.chosen').textContent()).toContain('2024年第17-18期');
      await page.locator('.chosen a').first().click();
      await page.waitForURL(`${site}/search`);
      expect(await page.locator('main').textContent()).toContain('怎样检索');
    }));

  test('an address of a line that the source does not have leads to its last one', () =>
    visit('/issues/xinjiang-2024-17-18/source#L99999', async (page) => {
      await page.waitForURL(/#L11\d\d$/u);
      const line = page.locator('.source-lines :is(li:target, li:has(> i:target))');
      expect(await line.count()).toBe(1);
    }));
});
