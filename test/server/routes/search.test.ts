import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEARCH_ROWS } from '../../../server/exports/tables/search-table.ts';
import { SearchUnavailable } from '../../../server/search/search-types.ts';
import type { SearchRequest } from '../../../server/search/search-types.ts';
import { FIXTURE_HIT, searchDouble } from '../../helpers/fixture-services.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

describe('/search', () => {
  const search = searchDouble(45);
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite({ search });
  });
  afterAll(() => site.close());

  test('a hit shows article, document, chapter, status and one mark, and carries the question into the text', async () => {
    const { $ } = await site.get('/search?q=全面评查&on=2025-01-01');
    const hit = $('.hit').first();
    expect(hit.find('.article-label').text()).toBe(FIXTURE_HIT.articleLabel);
    expect(hit.find('.status').text()).toBe('现行有效');
    expect(hit.find('.passage mark')).toHaveLength(1);
    const [mark] = FIXTURE_HIT.highlights;
    expect(hit.find('.passage mark').text()).toBe(FIXTURE_HIT.text.slice(mark?.start, mark?.end));
    expect(hit.text()).toContain('第二章 评查程序');
    const link = new URL(hit.find('h2 a').attr('href') ?? '', site.url);
    expect(link.searchParams.get('q')).toBe('全面评查');
    expect(link.searchParams.get('on')).toBe('2025-01-01');
  });

  test('characters that no page may hold are left out of a question', async () => {
    const { html, $ } = await site.get('/search?q=%00%01评%0b查');
    expect($('#q').attr('value')).toBe('评查');
    expect(html).not.toMatch(/(?!\s)\p{Cc}/u);
  });

  test('filters alone list the documents that pass them, and show that they are set', async () => {
    const { $ } = await site.get('/search?issue=xinjiang-2024-17-18&type=办法');
    expect($('.hit')).toHaveLength(20);
    expect($('.result-line').text()).toContain('处。');
    expect($('.chosen').text()).toContain('办法');
    expect($('h1').text()).toBe('检索');
    const words = new URL($('.keywords a').first().attr('href') ?? '', site.url).searchParams.get('q');
    expect(words).toBe('随机抽查');
    const none = await openSite({ search: searchDouble(0) });
    const { $: empty } = await none.get('/search?issue=xinjiang-2024-17-18');
    await none.close();
    expect(empty('.hits-column [role="status"]').text()).toBe('没有文件符合所选条件。');
  });

  test('news of a meeting is called so, and has no status', async () => {
    const news = searchDouble();
    news.search = async (request) => {
      const answer = await search.search(request);
      return { ...answer, hits: answer.hits.map((hit) => ({ ...hit, status: null })) };
    };
    const other = await openSite({ search: news });
    const { $ } = await other.get('/search?q=a');
    const table = await (await fetch(`${other.url}/search.csv?q=a`)).text();
    await other.close();
    expect($('.hit .status')).toHaveLength(0);
    expect($('.hit .meta').first().text()).toContain('会议报道');
    expect(table).toContain(',会议报道,');
    expect(table).not.toContain('状态不明');
  });

  test.each(['。', '“”', '《》', '- ，'])('%s is no word to look for, and not said to stand in no text', async (q) => {
    const other = await openSite({ search: searchDouble(0) });
    const { $ } = await other.get(`/search?q=${encodeURIComponent(q)}`);
    await other.close();
    const words = $('.hits-column [role="status"]').text();
    expect(words).toContain('没有可以查找的字');
    expect(words).not.toContain('已收录的文件里没有');
  });

  test.each([
    ['-举报', true],
    ['-举报 -奖励', true],
    ['备案 -目录', false],
    ['2024-09-13', false],
  ])('%s: nothing but words that are not wanted: %s', async (q, isSaid) => {
    const { $ } = await site.get(`/search?q=${encodeURIComponent(q)}`);
    expect($('.hits-column').text().includes('减号和 NOT 不起作用')).toBe(isSaid);
  });

  test('the address says the whole question', async () => {
    await site.get(
      '/search?q=a&on=2025-01-01&status=in_force&status=bogus&authority=b&type=c&year=2024&year=x&issue=d&sort=date&page=3&inForceFirst=false',
    );
    expect(search.asked.at(-1)).toEqual({
      q: 'a',
      on: '2025-01-01',
      status: ['in_force'],
      authority: ['b'],
      type: ['c'],
      year: [2024],
      issue: ['d'],
      document: null,
      sort: 'date',
      inForceFirst: false,
      limit: 20,
      offset: 40,
      keywords: true,
    });
  });

  test('pages, sorts and exports keep the filters', async () => {
    const { $ } = await site.get('/search?q=a&year=2024&sort=date');
    for (const link of $('.pagination a, .result-tools a').toArray()) {
      const url = new URL($(link).attr('href') ?? '', site.url);
      expect(url.searchParams.get('q')).toBe('a');
      expect(url.searchParams.getAll('year')).toEqual(['2024']);
    }
    expect($('.pagination a[aria-current]').text()).toBe('1');
    expect(
      $('form[data-search-form] input[type="hidden"]')
        .toArray()
        .map((input) => $(input).attr('name')),
    ).toEqual(['year', 'sort']);
  });

  test('a facet adds its value by a plain link, and a chosen one drops it', async () => {
    const facets = {
      status: [],
      authority: [
        { value: '甲厅', label: '甲厅', count: 3, selected: true },
        { value: '乙厅', label: '乙厅', count: 2, selected: false },
      ],
      type: [],
      year: [],
      issue: [],
    };
    const double = searchDouble(1);
    const withFacets = await openSite({
      search: { ...double, search: async (request) => ({ ...(await double.search(request)), facets }) },
    });
    const { $ } = await withFacets.get('/search?q=a&authority=甲厅');
    const values = $('.facets li a')
      .toArray()
      .map((link) => new URL($(link).attr('href') ?? '', withFacets.url).searchParams.getAll('authority'));
    expect(values).toEqual([[], ['甲厅', '乙厅']]);
    expect($('.chosen a').first().text()).toContain('甲厅');
    await withFacets.close();
  });

  test('nothing found: advice, not a bare page', async () => {
    const empty = await openSite({ search: searchDouble(0) });
    const { status, $ } = await empty.get('/search?q=没有这样的话&year=2024');
    expect(status).toBe(200);
    expect($('main').text()).toContain('没有找到');
    expect($('main a[href="/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%9D"]').length).toBeGreaterThan(
      0,
    );
    await empty.close();
  });

  test('a number that the archive does not know is called so, whatever comes near', async () => {
    const double = searchDouble(2);
    const near = await openSite({
      search: {
        ...double,
        search: async (request) => ({ ...(await double.search(request)), query: { mode: 'nearest', terms: [] } }),
      },
    });
    const { $ } = await near.get('/search?q=新政办发[2010]999号');
    expect($('.hits-column .notice').text()).toContain('馆藏中没有文号新政办发〔2010〕999号');
    expect($('.result-line').text()).toContain('没有完全相符的，以下2处最为接近');
    const link = new URL($('.hit h2 a').first().attr('href') ?? '', near.url);
    expect(link.searchParams.get('q')).toBe(FIXTURE_HIT.text.slice(11, 15));
    expect((await near.get('/search?q=评查结果')).$('.hits-column .notice')).toHaveLength(0);
    await near.close();
  });

  test.each([
    ['starting', '正在启动'],
    ['down', '暂时不可用'],
  ] as const)('with the engine %s the page says so in words, and the rest of the site works', async (health, words) => {
    const without = await openSite({
      search: { ...searchDouble(), search: () => Promise.reject(new SearchUnavailable(health)), health: () => health },
    });
    const { status, headers, $ } = await without.get('/search?q=评查');
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('10');
    expect($('.notice').text()).toContain(words);
    expect($('#q').attr('value')).toBe('评查');
    for (const path of ['/', '/documents', '/catalogues/2024/2', '/validity'])
      expect((await without.get(path)).status, path).toBe(200);
    const healthz = await fetch(`${without.url}/healthz`);
    expect(healthz.status).toBe(200);
    expect(await healthz.json()).toMatchObject({
      status: 'ok',
      store: 'ok',
      search: health,
      issues: 1,
      documents: 3,
      articles: 4,
    });
    await without.close();
  });
});

describe('what a search page offers beside its hits', () => {
  test('nothing found: which filter to drop and what that gives, and documents that come near', async () => {
    const narrow = searchDouble(0);
    const wide = searchDouble(7);
    const search = {
      ...narrow,
      search: (request: SearchRequest) => (request.year.length > 0 ? narrow : wide).search(request),
    };
    const site = await openSite({ search });
    const { $ } = await site.get('/search?q=评查&year=1999&authority=甲&on=2025-01-01');
    const advice = $('.hits-column li').filter((_index, item) => $(item).text().includes('有7处'));
    expect(advice).toHaveLength(1);
    expect(advice.text()).toContain('去掉“1999”');
    const link = new URL(advice.find('a').attr('href') ?? '', site.url);
    expect([...link.searchParams.keys()].sort()).toEqual(['authority', 'on', 'q']);
    expect($('.hits-column').text()).toContain('相近的文件');
    expect($('.hits-column ul ul a').attr('href')).toBe(FIXTURE_HIT.articleUrl);
    await site.close();
  });

  test('where nothing is there to narrow by, no empty filters stand beside', async () => {
    const none = await openSite({ search: searchDouble(0) });
    expect((await none.get('/search?q=没有的词')).$('.facets')).toHaveLength(0);
    expect((await none.get('/search?q=没有的词')).$('.hits-column h2').text()).toBe('没有找到');
    await none.close();
    const double = searchDouble(0);
    const value = { value: '办法', label: '办法', count: 0, selected: true };
    const narrowed = await openSite({
      search: {
        ...double,
        search: async (request) => {
          const answer = await double.search(request);
          return { ...answer, facets: { ...answer.facets, type: [value] } };
        },
      },
    });
    expect((await narrowed.get('/search?q=评查&type=办法')).$('.facets section').text()).toContain('办法');
    await narrowed.close();
  });

  test('nothing found and no filter: titles that share the longest beginning', async () => {
    const search = {
      ...searchDouble(0),
      suggest: (prefix: string) =>
        '新疆维吾尔自治区行政执法'.startsWith(prefix)
          ? [{ type: 'title' as const, text: '新疆维吾尔自治区行政执法监督条例', url: '/register/x' }]
          : [],
    };
    const site = await openSite({ search });
    const { $ } = await site.get('/search?q=《新疆维吾尔自治区行政职法》');
    expect($('.hits-column ul ul a').text()).toBe('新疆维吾尔自治区行政执法监督条例');
    expect((await site.get('/search?q=zzz')).$('.hits-column ul ul')).toHaveLength(0);
    await site.close();
  });

  test('more hits than a table holds: the page says so where the table is taken', async () => {
    const many = await openSite({ search: searchDouble(SEARCH_ROWS + 1) });
    expect((await many.get('/search?q=a')).$('.result-tools').text()).toContain(`表格只列前${SEARCH_ROWS}处`);
    await many.close();
    const enough = await openSite({ search: searchDouble(SEARCH_ROWS) });
    expect((await enough.get('/search?q=a')).$('.result-tools').text()).not.toContain('表格只列前');
    await enough.close();
  });

  test('words to narrow the search by are searches of their own that keep the filters', async () => {
    const site = await openSite({ search: searchDouble(3) });
    const { $ } = await site.get('/search?q=评查&year=2024');
    const link = new URL($('.keywords a').attr('href') ?? '', site.url);
    expect([link.searchParams.get('q'), link.searchParams.get('year')]).toEqual(['评查 随机抽查', '2024']);
    await site.close();
  });

  test('an article is set beside like passages of other documents', async () => {
    const passage = {
      documentId: 'x',
      documentNumber: '乙发〔2020〕1号',
      title: '乙办法',
      articleLabel: '第九条',
      articleUrl: '/documents/x/articles/9',
      excerpt: '评查应当公开。',
    };
    const site = await openSite({ search: { ...searchDouble(), related: () => Promise.resolve([passage]) } });
    const { $ } = await site.get('/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239/articles/3');
    expect($('#related a').attr('href')).toBe(passage.articleUrl);
    expect($('#related').text()).toContain('第九条 乙办法');
    await site.close();
  });

  test.each([
    ['fails', () => Promise.reject(new Error('the engine is gone'))],
    ['never answers', () => new Promise<never>(() => undefined)],
  ])('an article reads when the engine %s', async (_name, related) => {
    const site = await openSite({ search: { ...searchDouble(), related } });
    const { status, $ } = await site.get('/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239/articles/3');
    expect(status).toBe(200);
    expect($('.single').text()).toContain('全面评查');
    expect($('#related')).toHaveLength(0);
    await site.close();
  });
});
