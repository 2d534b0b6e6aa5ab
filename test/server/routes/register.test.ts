import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { archiveOf, parseGazettes } from '../../ingest/validity/gazette-archive.ts';
import { madeIssue } from '../../ingest/resolve/made-issue.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { fixtureServices } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';

let site: Listening;

beforeAll(async () => {
  const store = archiveOf(await parseGazettes());
  const late = madeIssue({
    date: '2024-11-15',
    documents: [
      {
        title: '关于某项工作的通知',
        number: '新政办发〔2024〕99号',
        promulgated: '2024-11-01',
        expiry: '2024-01-01',
        effective: '2024-11-01',
        relations: [
          { type: 'based_on', number: '新政办发〔2010〕23号', title: '新疆维吾尔自治区安全生产事故灾难应急预案' },
        ],
      },
    ],
    catalogue: [
      { title: '关于印发《新疆电力负荷管理实施细则》的通知', number: '新发改规〔2024〕2号', date: '2024-06-25' },
    ],
  });
  writeIssue(store, late, { path: 'late.txt' });
  site = await listen(createApp(fixtureServices({ store, today: () => '2026-05-30' })));
});
afterAll(() => site.close());

async function get(path: string): Promise<{ status: number; text: string; url: string }> {
  const response = await fetch(site.url + path);
  return { status: response.status, text: (await response.text()).replace(/\s+/gu, ' '), url: response.url };
}

async function post(path: string, text: string, on = ''): Promise<Response> {
  return fetch(site.url + path, { method: 'POST', body: new URLSearchParams({ text, on }) });
}

describe('/register', () => {
  test('lists, counts and pages', async () => {
    const { status, text } = await get('/register');
    expect(status).toBe(200);
    expect(text).toMatch(/共\d{3}件/u);
    expect(text).toMatch(/page(=|&#x3D;)2/u);
  });

  test('finds by number in any spelling and by a part of a title', async () => {
    for (const q of ['新政办发[2010]23号', '新政办发2010 23', '安全生产事故灾难', '自治区安全生产事故灾难应急预案'])
      expect((await get(`/register?q=${encodeURIComponent(q)}`)).text, q).toContain('/register/xinzhengbanfa-2010-23');
    expect((await get('/register?q=%25')).text).toContain('没有符合条件');
  });

  test('finds by words that stand apart, in the title or the number', async () => {
    const { text } = await get(`/register?q=${encodeURIComponent('应急预案 新政办发〔2010〕 事故灾难')}`);
    expect(text).toContain('/register/xinzhengbanfa-2010-23');
    expect((await get(`/register?q=${encodeURIComponent('应急预案 无此一词')}`)).text).toContain('没有符合条件');
  });

  test.each(['安全生产事故灾难应急预按', '自治区安全生产事故的灾难应急预案', '安全生产事灾难应急'])(
    'names near titles where nothing has the words: %s',
    async (q) => {
      const { text } = await get(`/register?q=${encodeURIComponent(q)}`);
      expect(text).toContain('没有符合条件');
      expect(text).toMatch(/题名相近的有.*\/register\/xinzhengbanfa-2010-23/u);
    },
  );

  test('names no titles for what is like none, nor where something is found', async () => {
    for (const q of ['毫不相干的一段话而已', '预案', 'xq', '安全生产事故灾难应急预案'])
      expect((await get(`/register?q=${encodeURIComponent(q)}`)).text, q).not.toContain('题名相近');
  });

  test('the table has what the page finds, a number in any spelling too', async () => {
    for (const q of ['新政办发[2010]23号', '新政办发2010 23', '安全生产']) {
      const page = (await get(`/register?q=${encodeURIComponent(q)}`)).text;
      const rows = (await (await fetch(`${site.url}/register.csv?q=${encodeURIComponent(q)}`)).text()).split('\r\n');
      expect(rows.length - 2, q).toBeGreaterThan(0);
      expect(page, q).toContain(`共${rows.length - 2}件`);
    }
  });

  test('filters by status, authority and year as of a day', async () => {
    const repealed = await get('/register?status=repealed&year=2010');
    expect(repealed.text).toContain('新政办发〔2010〕23号');
    expect(repealed.text).not.toContain('新政办发〔2024〕36号');
    const before = await get('/register?status=repealed&year=2010&on=2024-08-08');
    expect(before.text).not.toContain('>新政办发〔2010〕23号<');
    const authority = await get(`/register?authority=${encodeURIComponent('新疆维吾尔自治区人民政府')}&year=2023`);
    expect(authority.text).toContain('新政发〔2023〕22号');
  });

  test('an entry shows status, line of life, quotes with links, names and both ways of its relations', async () => {
    const { status, text } = await get('/register/xinjiangweiwuerzizhiqurenminzhengfuling-238');
    expect(status).toBe(200);
    for (const [screen, width] of [['wide', 720] as const, ['narrow', 340] as const]) {
      expect(text).toMatch(
        new RegExp(
          `<svg class="life-${screen}" viewBox="0 0 ${width} \\d+" role="img" aria-labelledby="life-title-${screen} `,
          'u',
        ),
      );
      expect(text).toMatch(new RegExp(`<desc id="life-words-${screen}">[^<]*2024-11-01施行`, 'u'));
    }
    expect(text).toContain('life-today');
    expect(text).toContain('href="/documents/xinjiangweiwuerzizhiqurenminzhengfuling-238/source#L');
    expect(text).toContain('本文件修改');
    const old = await get('/register/xinjiangweiwuerzizhiqurenminzhengfuling-150?on=2024-10-31');
    expect(old.text).toContain('状态不明');
    expect(old.text).toContain('被下列文件修改');
  });

  test('an unknown entry is 404', async () => {
    expect((await get('/register/nobody-2000-1')).status).toBe(404);
  });
});

describe('/repeals and /expiring', () => {
  test('every ended document with its clause', async () => {
    const { text } = await get('/repeals?q=%E5%AE%89%E5%85%A8%E7%94%9F%E4%BA%A7');
    expect(text).toContain('同时废止');
    expect((await get('/repeals?type=revised')).text).toContain('第150号');
    expect((await get('/repeals?year=2023')).text).not.toContain('2024-08-09');
  });

  test('soon and just expired, seen from a day', async () => {
    const { text } = await get('/expiring');
    expect(text).toMatch(/id="d30".*新工信规〔2024〕1号.*id="d90"/u);
    expect(text).toContain('还有1天');
    expect((await get('/expiring?on=2026-06-01')).text).toMatch(/id="past".*新工信规〔2024〕1号/u);
  });
});

describe('very many documents that expire together', () => {
  test('are listed as far as a page goes, counted, and all in the table', async () => {
    const store = archiveOf(new Map());
    const documents = Array.from({ length: 120 }, (_, index) => ({
      title: `关于第${index + 1}项工作的通知`,
      number: `新政办发〔2024〕${index + 1}号`,
      promulgated: '2024-01-01',
      expiry: '2026-06-10',
    }));
    writeIssue(store, madeIssue({ date: '2024-01-15', documents }), { path: 'many.txt' });
    const many = await listen(createApp(fixtureServices({ store, today: () => '2026-06-01' })));
    const page = await (await fetch(`${many.url}/expiring`)).text();
    const table = await (await fetch(`${many.url}/expiring.csv`)).text();
    await many.close();
    expect(page).toContain('30天内到期（120）');
    expect(page).toContain('另有20件未列出');
    expect(page.match(/还有9天/gu)).toHaveLength(100);
    expect(table.trim().split('\n')).toHaveLength(121);
  });
});

describe('/validity', () => {
  test('answers a pasted text, also by its address', async () => {
    const response = await post(
      '/validity',
      '《新疆维吾尔自治区安全生产事故灾难应急预案》（新政办发〔2010〕23号）\n某某无人知晓的办法',
      '2024-08-09',
    );
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('已废止');
    expect(text).toContain('同时废止');
    expect(text).toContain('新政办发〔2024〕36号');
    expect((await get(`/validity?ref=${encodeURIComponent('新政办发〔2010〕23号')}&on=2024-08-08`)).text).toContain(
      '状态不明',
    );
  });

  test('gives CSV and XLSX', async () => {
    const csv = await post('/validity.csv', '新政办发〔2010〕23号');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toContain('同时废止');
    const xlsx = await post('/validity.xlsx', '新政办发〔2010〕23号');
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  test('takes a megabyte, refuses more, and says of a wrong day that it is none', async () => {
    const long = await post('/validity', `${'文'.repeat(1_000_000)}新政办发〔2010〕23号`);
    expect(long.status).toBe(200);
    expect((await post('/validity', '文'.repeat(1_048_577))).status).toBe(413);
    expect(await (await post('/validity', '新政办发〔2010〕23号', '2024-02-30')).text()).toContain('不是日历上的日子');
  });

  test('escapes what was pasted', async () => {
    const text = await (await post('/validity', '《<script>alert(1)</script>办法》')).text();
    expect(text).not.toContain('<script>alert');
  });
});

describe('contradictions and citations of what had ended', () => {
  test('stand on the page of coverage', async () => {
    const { text } = await get('/coverage');
    expect(text).toContain('以已经失效的文件为制定依据');
    expect(text).toContain('施行日期晚于有效期届满之日');
    expect(text).toMatch(/备案目录列为2024-06-25，而原文落款为2024-06-26/u);
  });

  test('are marked on the citing document', async () => {
    const { text } = await get('/documents/xinzhengbanfa-2024-99');
    expect(text).toContain('所引文件在本文件公布之日已经失效');
    expect(text).toContain('2024-08-09起已废止');
    expect((await get('/documents/xinzhengbanfa-2024-36')).text).not.toContain('所引文件在本文件公布之日已经失效');
  });
});
