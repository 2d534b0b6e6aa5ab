import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureStore } from '../../helpers/fixture-issue.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

const ORDER = '/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239';

describe('document pages', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('a document says its status on the day with the clause that decides it, and where that stands', async () => {
    const { $ } = await site.get(`${ORDER}?on=2024-10-15`);
    expect($('.status-banner .status').text()).toBe('现行有效');
    expect($('.status-banner time').attr('datetime')).toBe('2024-10-15');
    expect($('.status-banner blockquote').text()).toContain('2024年10月15日起施行');
    expect($('.status-banner figcaption a').last().attr('href')).toMatch(/\/source#L\d+$/u);
  });

  test('the day before it takes effect it is not yet in force', async () => {
    const { $ } = await site.get(`${ORDER}?on=2024-10-14`);
    expect($('.status-banner .status').text()).toBe('尚未生效');
  });

  test('a day that no calendar has is refused in words, and today is used', async () => {
    const { status, $ } = await site.get(`${ORDER}?on=2024-02-30`);
    expect(status).toBe(200);
    expect($('.notice').text()).toContain('2024-02-30');
    expect($('.status-banner time').attr('datetime')).toBe('2026-01-01');
  });

  test('every fact shows its passage and line; an absent one says so', async () => {
    const { $ } = await site.get(ORDER);
    const facts = $('#facts tbody tr')
      .toArray()
      .map((row) => $(row).text().replace(/\s+/gu, ' '));
    expect(facts.find((fact) => fact.includes('施行日期'))).toMatch(/2024-10-15.*第\d+行/u);
    expect(facts.find((fact) => fact.includes('发文字号'))).toContain('第239号');
    const notice = await site.get('/documents/xinzhengbanfa-2024-43');
    expect(notice.$('#facts').text()).not.toContain('null');
  });

  test('chapters and articles have permanent anchors, and the contents lead to them', async () => {
    const { $ } = await site.get(ORDER);
    expect($('#art-3').text()).toContain('全面评查、重点评查、随机抽查');
    const contents = $('.text-contents a')
      .toArray()
      .map((link) => $(link).text());
    expect(contents.some((line) => line.includes('第二章') && line.includes('第三条至第四条'))).toBe(true);
    const chapter =
      $('.text-contents a')
        .filter((_, link) => $(link).text().includes('第二章'))
        .attr('href') ?? '';
    expect($(`[id="${chapter.slice(1)}"]`).text()).toContain('第三条');
  });

  test('a number carries the citation that copying gives', async () => {
    const { $ } = await site.get(ORDER);
    expect($('.document').attr('data-citation')).toBe(
      '《新疆维吾尔自治区行政执法案卷评查办法》（新疆维吾尔自治区人民政府令第239号）',
    );
    expect($('#art-3 .num').first().attr('data-cite')).toBe('第三条');
  });

  test('?q= marks what was searched, in the text alone, and counts it', async () => {
    const { $ } = await site.get(`${ORDER}?q=重点评查`);
    expect($('#art-3 mark').text()).toBe('重点评查');
    expect($('.hits strong').text()).toBe(String($('.text .part mark').length));
  });

  test('text from a gazette or a query is never markup', async () => {
    const { html } = await site.get(`${ORDER}?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(html).not.toContain('<img');
  });

  test('one article has its neighbours, its path and the way back to the text', async () => {
    const { $ } = await site.get(`${ORDER}/articles/3`);
    expect($('h1').text()).toContain('第三条');
    expect($('.single').text()).toContain('评查结果应当公开');
    expect($('.document-number a').text()).toContain('第二章');
    expect($('a[rel="prev"]').attr('href')).toBe(`${ORDER}/articles/2`);
    expect($('a[rel="next"]').attr('href')).toBe(`${ORDER}/articles/4`);
    expect($('.neighbours a').eq(1).attr('href')).toBe(`${ORDER}#art-3`);
  });

  test('an article that the document does not have is a 404 that names it', async () => {
    const { status, $ } = await site.get(`${ORDER}/articles/99`);
    expect(status).toBe(404);
    expect($('main').text()).toContain('第99条');
  });

  test('a document that is only named leads to its register entry; one that nobody knows is a 404', async () => {
    const { $ } = await site.get('/catalogues/2024/2');
    const entry = $('.entries a[href^="/register/"]').first().attr('href') ?? '';
    const id = entry.replace('/register/', '');
    const named = await site.get(`/documents/${id}`);
    expect(named.status).toBe(302);
    expect(named.headers.get('location')).toBe(entry);
    expect((await site.get('/documents/no-such-document')).status).toBe(404);
  });

  test('the source view shows the passage by the line numbers of the file', async () => {
    const { $ } = await site.get(`${ORDER}/source`);
    const lines = $('.source-lines li[id]').toArray();
    const article = lines.find((line) => $(line).text().includes('第三条 行政执法案卷评查可以采取'));
    expect($(article ?? '').attr('id')).toBe('L20');
  });

  test('the source of a long file is shown a part at a time, and every line has its address', async () => {
    const store = fixtureStore();
    const tail = Array.from({ length: 5000 }, (_, index) => `附表第${index}行，${'数据'.repeat(15)}`).join('\n');
    store.prepare('UPDATE sources SET text = text || char(10) || ?').run(tail);
    const other = await openSite({ store });
    const path = '/issues/xinjiang-2024-17-18/source';
    const first = await other.get(path);
    expect(first.$('.source-lines li[id]').last().attr('id')).toBe('L1500');
    expect(first.$('title').text()).toContain('（第1—1500行）');
    expect(first.$('.pagination [rel="next"]').attr('href')).toBe(`${path}?from=1501`);
    const third = await other.get(`${path}?from=3501`);
    expect(third.$('#L3777').text()).toContain('附表第');
    expect(third.$('link[rel="canonical"]').attr('href')).toContain(`${path}?from=3001`);
    for (const [line, address] of [
      ['3777', `${path}?from=3001#L3777`],
      ['999999', `${path}?from=4501#L`],
      ['12', `${path}#L12`],
    ]) {
      const lead = await other.get(`${path}?line=${line}`);
      expect([lead.status, lead.headers.get('location')], line).toEqual([302, expect.stringContaining(address ?? '')]);
    }
    const document = await other.get(`${ORDER}/source`);
    expect(document.$('.pagination')).toHaveLength(0);
    await other.close();
  });

  test('the list filters by authority, type, year and issue', async () => {
    const all = await site.get('/documents');
    expect(all.$('.document-line').length).toBe(3);
    const some = await site.get('/documents?authority=新疆维吾尔自治区人民政府');
    expect(some.$('.document-line').length).toBe(1);
    expect(some.$('select[name="authority"] option[selected]').text()).toContain('新疆维吾尔自治区人民政府');
    expect((await site.get('/documents?year=1999')).$('main').text()).toContain('没有符合条件的文件');
  });

  test('the list is of documents; news of meetings are shown when asked for, in the table too', async () => {
    const store = fixtureStore();
    store.exec("UPDATE documents SET kind = 'report' WHERE id = 'xinzhengbanfa-2024-43'");
    const other = await openSite({ store });
    const listed = async (query: string): Promise<[number, string, number]> => {
      const { $ } = await other.get(`/documents${query}`);
      const table = $('a:contains(CSV)').attr('href') ?? '';
      const rows = (await other.get(table)).html.trim().split('\r\n').length - 1;
      return [$('.document-line').length, $('select[name="kind"] option[selected]').text(), rows];
    };
    expect(await listed('')).toEqual([2, '', 2]);
    expect(await listed('?kind=report')).toEqual([1, '会议报道', 1]);
    expect(await listed('?kind=all')).toEqual([3, '文件和会议报道', 3]);
    expect(await listed('?kind=nonsense')).toEqual([2, '', 2]);
    await other.close();
  });

  test('a part of which the file has only the title says so', async () => {
    const store = fixtureStore();
    store.exec(`INSERT INTO parts (document_id, seq, kind, title, span_start, span_end, line_start, line_end)
      VALUES ('xinzhengbanfa-2024-43', 9, 'annex', '附件 流程图', 0, 0, 1, 1)`);
    const other = await openSite({ store });
    const { $ } = await other.get('/documents/xinzhengbanfa-2024-43');
    expect($('#text-9').text()).toContain('没有这一部分的文字');
    expect($('.part .matter-note').length).toBe(1);
    await other.close();
  });
});
