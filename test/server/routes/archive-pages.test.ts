import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

describe('issues, catalogues and coverage', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('an issue shows its masthead, its printed contents and what each line became', async () => {
    const { $ } = await site.get('/issues/xinjiang-2024-17-18');
    expect($('.key-facts').text()).toMatch(/2024-09-15[\s\S]*第17—18期[\s\S]*总第987—988期/u);
    const rows = $('.contents-table tbody tr:not(.group)').toArray();
    expect(rows.length).toBeGreaterThan(0);
    expect(
      $(rows[0] ?? '')
        .find('a')
        .attr('href'),
    ).toBe('/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239');
  });

  test('a line of the contents without its document is named as missing', async () => {
    const store = fixtureStore();
    store.prepare("UPDATE contents_entries SET document_id = NULL WHERE document_id = 'xinzhengbanfa-2024-43'").run();
    const gap = await openSite({ store });
    const { $ } = await gap.get('/issues/xinjiang-2024-17-18');
    expect($('main').text()).toContain('缺1项');
    expect($('.contents-table').text()).toContain('文件中没有这一项');
    expect($('main').text()).toContain('目录未列的文件');
    await gap.close();
  });

  test('a quarter shows declared and actual counts by group, and both when they disagree', async () => {
    const agreed = await site.get('/catalogues/2024/2');
    expect(agreed.$('h3').text()).toMatch(/乌鲁木齐市 2件/u);
    expect(agreed.$('.differs')).toHaveLength(0);
    const store = fixtureStore();
    store.prepare('UPDATE catalogue_groups SET declared = 5').run();
    const other = await openSite({ store });
    const { $ } = await other.get('/catalogues/2024/2');
    expect($('h3 .differs').text()).toBe('印本称5件，实列2件');
    await other.close();
  });

  test('entries filter and sort by the address, and lead to the register with their status', async () => {
    const { $ } = await site.get('/catalogues/2024/2?q=停车场');
    expect($('.entries .title')).toHaveLength(1);
    expect($('.entries tbody a').first().attr('href')).toMatch(/^\/register\//u);
    expect($('.entries .status').text()).not.toBe('');
    const sorted = await site.get('/catalogues/all?sort=-date');
    expect(
      sorted
        .$('.entries tbody time')
        .toArray()
        .map((time) => sorted.$(time).text()),
    ).toEqual(['2024-05-20', '2024-04-08']);
  });

  test('a quarter that is not held is a 404', async () => {
    expect((await site.get('/catalogues/1999/1')).status).toBe(404);
    expect((await site.get('/catalogues/2024/x')).status).toBe(404);
  });

  test('coverage names the missing issues of the series', async () => {
    const { $ } = await site.get('/coverage');
    const missing = $('.series-numbers span:not(.sr):not(a)').toArray();
    expect(missing).toHaveLength(16);
    expect(
      $('.series-numbers a')
        .toArray()
        .map((link) => $(link).text()),
    ).toEqual(['17', '18']);
    expect($('.series-words').text()).toContain('缺第1—16期（总971—986期）');
  });

  test('an archive of many issues is told in pages, and its coverage gazette by gazette', async () => {
    const store = fixtureStore();
    const add = store.prepare(
      "INSERT INTO issues (id, gazette, publication_date, year, issue_numbers, serial_numbers, title) VALUES (?, ?, ?, ?, ?, '[]', ?)",
    );
    for (let number = 1; number <= 320; number += 1) {
      const gazette = number % 2 === 0 ? '甲省人民政府公报' : '乙省人民政府公报';
      const year = 1980 + Math.floor(number / 20);
      add.run(`i-${number}`, gazette, `${year}-01-01`, year, `[${(number % 20) + 1}]`, `${gazette} ${number}`);
    }
    const large = await openSite({ store });
    const rows = async (path: string): Promise<number> => (await large.get(path)).$('main tbody tr').length;
    expect(await rows('/issues')).toBe(50);
    expect(await rows('/issues?page=7')).toBe(21);
    expect(await rows('/issues?gazette=甲省人民政府公报&year=1990')).toBe(10);
    const whole = await large.get('/coverage');
    expect(whole.$('.series-numbers')).toHaveLength(0);
    const link = whole.$('main th a', '').filter((_index, element) => whole.$(element).text() === '甲省人民政府公报');
    const one = await large.get(link.attr('href') ?? '');
    expect(one.$('.series tbody tr:not(.group)')).toHaveLength(17);
    expect(one.$('h1').text()).toContain('甲省人民政府公报');
    expect((await large.get('/coverage?gazette=没有')).status).toBe(404);
    await large.close();
  });

  test('an empty archive still reads', async () => {
    const empty = await openSite({ store: openStore(':memory:') });
    for (const path of ['/', '/documents', '/issues', '/catalogues', '/catalogues/all', '/coverage']) {
      expect((await empty.get(path)).status, path).toBe(200);
    }
    await empty.close();
  });

  test('a fault of the server is a page without its inner words', async () => {
    const store = fixtureStore();
    const broken = await openSite({ store });
    store.exec('DROP TABLE catalogue_entries');
    const { status, html } = await broken.get('/catalogues/all');
    expect(status).toBe(500);
    expect(html).not.toMatch(/SQL|catalogue_entries|at .*\.ts/u);
    await broken.close();
  });

  test('far down a list, the next and the previous page are found by the place where this one ends and begins', async () => {
    const store = fixtureStore();
    store.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2600)
      INSERT INTO register (id, title, year, held) SELECT 'n-' || printf('%04d', i), '第' || i || '号文件', 1999, 0 FROM n`);
    const long = await openSite({ store });
    const titles = async (address: string): Promise<{ rows: string[]; next: string; previous: string }> => {
      const { $ } = await long.get(address);
      const link = (relation: string): string => $(`.pagination [rel="${relation}"]`).attr('href') ?? '';
      const rows = $('.entries .title')
        .toArray()
        .map((cell) => $(cell).text());
      return { rows, next: link('next'), previous: link('prev') };
    };
    const near = await titles('/register?year=1999&page=2');
    expect([near.previous, near.next]).toEqual(['/register?year=1999', '/register?year=1999&page=3']);
    const deep = await titles('/register?year=1999&page=45');
    expect(deep.next).toMatch(/page=46&after=[\w-]+$/u);
    expect(await titles(deep.next)).toMatchObject({ rows: (await titles('/register?year=1999&page=46')).rows });
    expect(deep.previous).toMatch(/page=44&before=[\w-]+$/u);
    expect(await titles(deep.previous)).toMatchObject({ rows: (await titles('/register?year=1999&page=44')).rows });
    expect((await titles('/register?year=1999&page=45&after=nonsense')).rows).toEqual(deep.rows);
    const last = await titles('/register?year=1999&page=52');
    expect([last.rows.length, last.next]).toEqual([50, '']);
    const beyond = await long.get('/register?year=1999&page=99');
    expect(beyond.$('main').text()).toContain('这一页没有内容');
    expect(beyond.$('main').text()).not.toContain('没有符合条件');
    expect(beyond.$('a:contains(回到最后一页)').attr('href')).toBe('/register?year=1999&page=52');
    await long.close();
  });

  test.each(['/documents', '/issues', '/repeals', '/catalogues/all', '/catalogues/2024/2'])(
    'behind the last page of %s it says so, not that nothing is held',
    async (path) => {
      for (const page of ['99', '999999999']) {
        const { status, $ } = await site.get(`${path}?page=${page}`);
        expect(status).toBe(200);
        expect($('main').text()).toContain('这一页没有内容');
        expect($('main').text()).not.toContain('没有符合条件');
      }
      expect((await site.get(path)).$('main').text()).not.toContain('这一页没有内容');
    },
  );
});
