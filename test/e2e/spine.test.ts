import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { runGazette } from './helpers/gazette.ts';

const site = inject('siteUrl');
const env = { ARCHIVE_DIR: inject('archiveDir'), LOG_LEVEL: 'warn' };

const Answer = z.object({
  total: z.int(),
  hits: z.array(
    z.object({
      documentNumber: z.string().nullable(),
      articleLabel: z.string().nullable(),
      articleUrl: z.string(),
      text: z.string(),
      highlights: z.array(z.object({ start: z.int(), end: z.int() })),
    }),
  ),
});

async function search(q: string): Promise<z.infer<typeof Answer>> {
  const response = await fetch(`${site}/api/v1/search?${new URLSearchParams({ q }).toString()}`);
  expect(response.status).toBe(200);
  return Answer.parse(await response.json());
}

describe('from five files to an answer over HTTP', () => {
  it('ingests the five gazettes into a fresh archive', () => {
    expect(inject('ingestStatus')).toBe(0);
    expect(inject('ingestOutput')).toContain('5 files: 5 added, 0 replaced, 0 unchanged, 0 failed');
    expect(inject('health')).toEqual({
      status: 'ok',
      store: 'ok',
      search: 'ok',
      issues: 5,
      documents: 30,
      articles: 320,
    });
  });

  it('finds 第十条 of 伊州政办规〔2024〕1号 for 一案一奖制, marked where it stands', async () => {
    const { total, hits } = await search('一案一奖制');
    expect(total).toBe(1);
    const [hit] = hits;
    expect([hit?.documentNumber, hit?.articleLabel]).toEqual(['伊州政办规〔2024〕1号', '第十条']);
    expect(hit?.highlights.map(({ start, end }) => hit.text.slice(start, end))).toEqual(['一案一奖制']);
    const page = await fetch(site + (hit?.articleUrl ?? ''));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('一案一奖制');
  });

  it.each(['举报奖励', '新政办发[2010]23号', '第十条'])('answers %s with hits', async (q) => {
    expect((await search(q)).total).toBeGreaterThan(0);
  });

  it('changes nothing the second time, also while the site runs', async () => {
    const again = await runGazette(['ingest'], env);
    expect(again.code).toBe(0);
    expect(again.stdout + again.stderr).toContain('5 files: 0 added, 0 replaced, 5 unchanged, 0 failed');
  });

  it.each([
    ['2026-05-31', '现行有效'],
    ['2026-06-01', '已失效'],
  ])('tells at the command line that 新工信规〔2024〕1号 on %s is %s', async (on, label) => {
    const { code, stdout } = await runGazette(['status', '新工信规〔2024〕1号', '--on', on], env);
    expect(code).toBe(0);
    expect(stdout).toContain(label);
    expect(stdout).toMatch(/有效期|至2026年/u);
  });

  it('takes the archive out at the command line in each format', async () => {
    const json = await runGazette(['export', '--issue', 'yili-2024'], env);
    const Export = z.object({ issues: z.array(z.object({ id: z.string(), documents: z.array(z.unknown()) })) });
    expect(Export.parse(JSON.parse(json.stdout)).issues.map(({ id, documents }) => [id, documents.length])).toEqual([
      ['yili-2024', 6],
    ]);
    const csv = await runGazette(['export', '--format', 'csv'], env);
    const rows = csv.stdout.split('\r\n').filter((line) => line !== '');
    expect(rows.filter((row) => row.includes(',文件,')).length).toBe(30);
    const xlsx = await runGazette(['export', '--format', 'xlsx', '--issue', 'yili-2024'], env);
    expect(xlsx.stdout.startsWith('PK')).toBe(true);
    const none = await runGazette(['export', '--issue', 'nothing'], env);
    expect([none.code, none.stderr]).toEqual([1, 'gazette: nothing: the archive holds no such issue\n']);
  });
});
