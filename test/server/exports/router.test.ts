import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportRouter } from '../../../server/exports/router.ts';
import { SEARCH_ROWS } from '../../../server/exports/tables/search-table.ts';
import { SearchUnavailable } from '../../../server/search/search-types.ts';
import { fixtureServices, searchDouble } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';
import { openInOffice } from '../../helpers/office.ts';

const search = searchDouble(1250);
let site: Listening;

beforeAll(async () => {
  const app = express().use(createExportRouter(fixtureServices({ search })));
  site = await listen(app.use((_request, response) => void response.status(404).send('page')));
});

afterAll(() => site.close());

async function csv(address: string): Promise<string[][]> {
  const response = await fetch(site.url + address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = await response.text();
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(','));
}

describe('search.csv', () => {
  it('has every hit, over several pages of the search', async () => {
    const response = await fetch(`${site.url}/search.csv?q=评查&page=3`);
    expect(response.headers.get('x-total-count')).toBe('1250');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('检索-评查.csv');
    expect((await response.text()).split('第三条,').length - 1).toBe(1250);
    expect(search.asked.map(({ offset }) => offset)).toEqual([0, 500, 1000]);
  });

  it('says in one line what is wrong', async () => {
    const wrong = await fetch(`${site.url}/search.csv?on=2024-02-30`);
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      'on: 应是日历上的日子（1800-01-01 至 2200-12-31，写作 2024-09-15）\n',
    ]);
  });

  it('says so when the engine is down', async () => {
    const down = searchDouble();
    down.search = () => Promise.reject(new SearchUnavailable('starting'));
    const other = await listen(express().use(createExportRouter(fixtureServices({ search: down }))));
    const response = await fetch(`${other.url}/search.xlsx?q=x`);
    await other.close();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });
});

describe('search.xlsx', () => {
  it('is cut at its limit and its provenance says so', async () => {
    const many = searchDouble(SEARCH_ROWS + 7);
    const other = await listen(express().use(createExportRouter(fixtureServices({ search: many }))));
    const response = await fetch(`${other.url}/search.xlsx?q=评查`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    await other.close();
    const sheets = await openInOffice('search.xlsx', bytes);
    expect(sheets['检索结果']?.split('第三条').length).toBe(SEARCH_ROWS + 1);
    expect(sheets['出处说明']).toContain('行数,2000（共2007，本表只列前2000）');
    expect(sheets['出处说明']).toContain('效力状态截至,2026-01-01');
  });
});

describe('catalogues', () => {
  it.each(['/catalogues.csv', '/catalogues/2024/2.csv', '/catalogues/all.csv?year=2024&group=乌鲁木齐市&sort=date'])(
    'gives the entries with both counts: %s',
    async (address) => {
      const [head, ...rows] = await csv(address);
      expect(head?.slice(2, 9)).toEqual(['地区或部门', '公布件数', '实列件数', '序号', '文件名称', '文号', '日期']);
      expect(rows.map((row) => row.slice(0, 9))).toEqual([
        [
          '2024年第二季度',
          '新司公〔2024〕4号',
          '乌鲁木齐市',
          '2',
          '2',
          '1',
          '乌鲁木齐市城市绿化管理办法',
          '乌政办规〔2024〕2号',
          '2024-04-08',
        ],
        [
          '2024年第二季度',
          '新司公〔2024〕4号',
          '乌鲁木齐市',
          '2',
          '2',
          '2',
          '乌鲁木齐市停车场管理规定',
          '乌政规〔2024〕3号',
          '2024-05-20',
        ],
      ]);
    },
  );

  it('follows the filters of the page', async () => {
    expect(await csv('/catalogues/all.csv?group=哈密市')).toHaveLength(1);
    expect(await csv('/catalogues/2024/2.csv?q=没有')).toHaveLength(1);
  });

  it.each(['/catalogues/1999/1.csv', '/catalogues/2024/2.pdf', '/catalogues.html', '/issues/nothing.csv'])(
    'leaves %s to the pages',
    async (address) => {
      const response = await fetch(site.url + address);
      expect([response.status, await response.text()]).toEqual([404, 'page']);
    },
  );
});

describe('holdings', () => {
  it('lists documents with their facts', async () => {
    const [head, ...rows] = await csv('/archive.csv');
    const order = rows.find((row) => row[1] === '新疆维吾尔自治区人民政府令第239号') ?? [];
    const cell = (heading: string): string | undefined => order[head?.indexOf(heading) ?? -1];
    expect(rows).toHaveLength(3);
    expect([cell('签署人'), cell('通过日期'), cell('公布日期'), cell('施行日期'), cell('效力状态')]).toEqual([
      '艾尔肯·吐尼亚孜',
      '2024-08-23',
      '2024-08-27',
      '2024-10-15',
      '现行有效',
    ]);
  });

  it('has a sheet for each kind of thing in a workbook', async () => {
    const response = await fetch(`${site.url}/issues/xinjiang-2024-17-18.xlsx`);
    const sheets = await openInOffice('issue.xlsx', new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(sheets).toSorted()).toEqual(['公报', '文件', '条文', '关系', '备案目录', '出处说明'].toSorted());
    expect(sheets['条文']).toContain('第三条');
    expect(sheets['关系']).toContain('废止');
  });

  it('is whole as JSON', async () => {
    const body: unknown = await (await fetch(`${site.url}/archive.json`)).json();
    expect(body).toMatchObject({
      on: '2026-01-01',
      issues: [
        { id: 'xinjiang-2024-17-18', documents: [{ relations: [{ type: 'based_on' }, { type: 'repeals' }] }, {}, {}] },
      ],
    });
    expect((await fetch(`${site.url}/issues/nothing.json`)).status).toBe(404);
  });
});

describe('register, repeals and last days', () => {
  it('lists every known document with its status on the day', async () => {
    const [head, ...rows] = await csv('/register.csv?on=2024-10-15');
    const column = (heading: string): number => head?.indexOf(heading) ?? -1;
    const repealed = rows.find((row) => row[column('文件名称')] === '新疆维吾尔自治区行政执法案卷管理规定') ?? [];
    expect([repealed[column('效力状态')], repealed[column('收录全文')]]).toEqual(['已废止', '否']);
    expect(await csv('/register.csv?on=2024-10-15&status=repealed')).toHaveLength(2);
    expect((await csv('/register.csv?q=绿化')).length).toBe(2);
    expect((await csv('/register.csv?held=1')).length).toBe(4);
  });

  it('gives each repeal with the clause that says so', async () => {
    const [head, ...rows] = await csv('/repeals.csv');
    expect(head?.slice(0, 8)).toEqual([
      '文号',
      '文件名称',
      '处理',
      '失效之日',
      '日期依据',
      '依据文号',
      '依据文件',
      '原文',
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.slice(1, 5)).toEqual(['新疆维吾尔自治区行政执法案卷管理规定', '废止', '2024-10-15', '原文明示']);
    expect(await csv('/repeals.csv?year=2023')).toHaveLength(1);
    expect(rows[0]?.[7]).toBe('2010年5月1日公布的《新疆维吾尔自治区行政执法案卷管理规定》同时废止。');
  });

  it('gives the documents that end within the days asked for', async () => {
    expect(await csv('/expiring.csv?on=2029-08-01&days=10')).toHaveLength(1);
    const [, row] = await csv('/expiring.csv?on=2029-08-01&days=90');
    expect(row?.slice(0, 1).concat(row.slice(3, 6))).toEqual([
      '新政办发〔2024〕43号',
      '2029-09-02',
      '32',
      '依原文推算',
    ]);
    const [, past] = await csv('/expiring.csv?on=2029-09-04&days=30');
    expect(past?.[4]).toBe('-2');
    expect((await fetch(`${site.url}/expiring.csv?days=-1`)).status).toBe(400);
  });
});

describe('POST /validity.csv', () => {
  const send = (text: string, format = 'csv', on = '2024-10-15'): Promise<Response> =>
    fetch(`${site.url}/validity.${format}`, { method: 'POST', body: new URLSearchParams({ text, on }) });

  it('has a row for each citation, also for one that nobody knows', async () => {
    const response = await send('《新疆维吾尔自治区行政执法案卷管理规定》和国发〔1999〕1号');
    const [head, known, unknown] = (await response.text()).split('\r\n').map((line) => line.split(','));
    const status = head?.indexOf('效力状态') ?? -1;
    expect([known?.[status], known?.[head?.indexOf('自') ?? -1]]).toEqual(['已废止', '2024-10-15']);
    expect([unknown?.[1], unknown?.[status]]).toEqual(['国发〔1999〕1号', '此处未知（不等于不存在）']);
  });

  it('is a workbook with its provenance too', async () => {
    const response = await send('新政办发〔2024〕43号', 'xlsx', '');
    const sheets = await openInOffice('check.xlsx', new Uint8Array(await response.arrayBuffer()));
    expect(sheets['效力核查']).toContain('现行有效');
    expect(sheets['出处说明']).toContain('效力状态截至,2026-01-01');
  });

  it('takes a megabyte of Chinese, and refuses more in one line', async () => {
    expect((await send('新'.repeat(1_048_576))).status).toBe(200);
    const response = await send('新'.repeat(1_048_577));
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('超过上限');
  });
});

describe('documents', () => {
  it('are taken by the filters of their page', async () => {
    const [head, ...rows] = await csv('/documents.csv?type=通知');
    expect(head?.slice(0, 2)).toEqual(['编号', '文号']);
    expect(rows.map(([, number]) => number)).toEqual(['新政办发〔2024〕43号']);
    expect(await csv('/documents.csv?year=1999')).toHaveLength(1);
  });
});

describe('an archive too large for a workbook', () => {
  let large: Listening;
  beforeAll(async () => {
    const services = fixtureServices({ search });
    services.store.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 50000)
      INSERT INTO register (id, title, held) SELECT 'n-' || i, '第' || i || '号文件', 0 FROM n;
      WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i <= 22000)
      INSERT INTO provisions (document_id, seq, provision_id, part_seq, depth, kind, body, runs, span_start, span_end, line_start, line_end)
      SELECT 'xinzhengbanfa-2024-43', i, 'art-' || i, 1, 0, 'article', '', '[]', 0, 0, 1, 1 FROM n;`);
    large = await listen(express().use(createExportRouter(services)));
  });
  afterAll(() => large.close());

  it.each(['/register.xlsx', '/archive.xlsx'])('%s says in one line what to take instead', async (address) => {
    const response = await fetch(large.url + address);
    expect(response.status).toBe(413);
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(await response.text()).toMatch(/工作簿.*(?:CSV|csv).*\n$/u);
  });

  it('is there as CSV, whole', async () => {
    const response = await fetch(`${large.url}/register.csv`);
    expect((await response.text()).split('\r\n').length).toBeGreaterThan(50_000);
  });
});
