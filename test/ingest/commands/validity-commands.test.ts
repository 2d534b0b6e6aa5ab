import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseGazettes } from '../validity/gazette-archive.ts';
import { madeIssue } from '../resolve/made-issue.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
let folder = '';

interface Run {
  status: number;
  stdout: string;
  bytes: Buffer;
  stderr: string;
}

/** Runs `gazette` as a process of its own, in the folder of the test, on the archive of the test. */
const gazette = (...args: string[]): Promise<Run> => gazetteOn(path.join(folder, 'archive'), ...args);

function gazetteOn(archive: string, ...args: string[]): Promise<Run> {
  const env = { ...process.env, ARCHIVE_DIR: archive, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts', 'gazette.mjs'), ...args],
      { cwd: root, env, encoding: 'buffer', maxBuffer: 1 << 24 },
      (error, bytes, stderr) => {
        const status = typeof error?.code === 'number' ? error.code : 0;
        resolve({ status, bytes, stdout: bytes.toString('utf8'), stderr: stderr.toString('utf8') });
      },
    );
  });
}

const noArchive = (): string => path.join(folder, 'no-archive');

describe('an archive that nobody made', () => {
  test.each([
    [['status', '新政办发〔2024〕43号']],
    [['check', 'text.txt']],
    [['search', '举报奖励']],
    [['export']],
    [['reindex']],
    [['backup', 'copy.sqlite']],
  ])('gazette %j says so, and makes none', async (args) => {
    file('text.txt', '新政办发〔2024〕43号');
    const { status, stdout, stderr } = await gazetteOn(noArchive(), ...args);
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      `gazette: no archive in ${noArchive()}: run gazette ingest first\n`,
    ]);
    expect(existsSync(noArchive())).toBe(false);
  });
});

test.each(['0', '1001', 'x', '1.5'])('gazette search --limit %s is a wrong command line', async (limit) => {
  const { status, stdout, stderr } = await gazette('search', 'x', '--limit', limit);
  expect([status, stdout, stderr]).toEqual([2, '', `gazette: --limit ${limit}: a number from 1 to 1000 is expected\n`]);
});

test('gazette --version and --help tell the version, the settings and the exit statuses', async () => {
  expect((await gazette('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expect((await gazette('--help')).stdout).toMatch(/ARCHIVE_DIR[^]*LOG_LEVEL[^]*Exit status: 0/u);
});

function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'validity-'));
  const store = openStore(path.join(folder, 'archive', 'dibao.sqlite'));
  for (const [name, issue] of await parseGazettes()) writeIssue(store, issue, { path: name });
  const twins = madeIssue({
    date: '2020-02-01',
    documents: [1, 2].map((serial) => ({
      title: '某项资金管理办法',
      number: `新政办发〔2020〕90${serial}号`,
      promulgated: `2020-01-0${serial}`,
    })),
  });
  writeIssue(store, twins, { path: 'twins.txt' });
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gazette status', () => {
  test('tells the status, the clause and who says it', async () => {
    const { status, stdout, stderr } = await gazette('status', '新政办发[2010]23号', '--on', '2024-08-09');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('（新政办发〔2010〕23号）');
    expect(stdout).toMatch(/2024-08-09\s已废止（依原文推算）：自2024年8月9日起被.*新政办发〔2024〕36号/u);
    expect(stdout).toMatch(/依据：“.*同时废止.*”\s\/documents\/xinzhengbanfa-2024-36/u);
    expect(stdout).toContain('代替：');
    expect(stdout).toContain('未收录全文');
    expect(stdout).toMatch(/以馆藏6期公报为据，最近一期为2024-09-15/u);
  });

  test('says that it does not know, on the day before', async () => {
    const { status, stdout } = await gazette('status', '新政办发〔2010〕23号', '--on', '2024-08-08');
    expect(status).toBe(0);
    expect(stdout).toContain('2024-08-08　状态不明：');
  });

  test('answers several references and ends with 1 when one is unknown, which is no proof that it does not exist', async () => {
    const refs = ['新政发〔2023〕21号', '新政办发〔1999〕999号'];
    const { status, stdout } = await gazette('status', ...refs, '--on', '2024-01-01');
    expect(status).toBe(1);
    expect(stdout).toContain('（新政发〔2023〕21号）');
    expect(stdout).toMatch(/新政办发〔1999〕999号\n {2}.*并不等于此文件不存在/u);
  });

  test('shows the candidates of an ambiguous title', async () => {
    const { status, stdout } = await gazette('status', '某项资金管理办法', '--on', '2024-01-01');
    expect(status).toBe(0);
    expect(stdout).toContain('有2件文件符合');
    expect(stdout).toContain('新政办发〔2020〕901号');
    expect(stdout).toContain('新政办发〔2020〕902号');
  });

  test('prints JSON: one answer, or a list that also has the unknown', async () => {
    const one = await gazette('status', '新政办发〔2024〕35号', '--on', '2026-07-01', '--json');
    expect(JSON.parse(one.stdout)).toMatchObject({
      ref: '新政办发〔2024〕35号',
      on: '2026-07-01',
      matches: [{ documentId: 'xinzhengbanfa-2024-35', status: 'expired', since: '2026-07-01' }],
    });
    const two = await gazette('status', '新政办发〔2024〕35号', '某某不存在办法', '--on', '2026-07-01', '--json');
    expect(two.status).toBe(1);
    expect(JSON.parse(two.stdout)).toMatchObject([{ matches: [{}] }, { ref: '某某不存在办法', matches: [] }]);
  });

  test.each([['2024-02-30'], ['9.8.2024']])('refuses the day %s with one line and 2', async (day) => {
    const { status, stdout, stderr } = await gazette('status', '新政办发〔2024〕35号', '--on', day);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `gazette: --on ${day}: a calendar day from 1800-01-01 to 2200-12-31 is expected (YYYY-MM-DD)\n`,
    );
  });
});

describe('gazette check', () => {
  const TEXT = [
    '根据《自治区安全生产事故灾难应急预案》（新政办发〔2010〕23号）和《某项资金管理办法》制定本通知，',
    '参照《从未见过的规定》（新政办发〔1999〕998号）执行。',
    '2024年10月1日',
    '',
  ].join('\n');

  test('prints each citation with its status, the candidates, the unknown, and what had ended on the text’s own day', async () => {
    const { status, stdout, stderr } = await gazette('check', file('a.txt', TEXT), '--on', '2024-12-31');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^1\. .*新政办发〔2010〕23号/u);
    expect(stdout).toContain('2024-12-31　已废止');
    expect(stdout).toContain('注意：本文落款日期为2024-10-01，所引文件已于2024-08-09起失效');
    expect(stdout).toContain('有2件文件符合，列出备选，不作判断');
    expect(stdout).toMatch(/3\. .*从未见过的规定[^\n]*\n {2}.*并不等于此文件不存在/u);
  });

  test('as JSON', async () => {
    const { status, stdout } = await gazette('check', file('b.txt', TEXT), '--on', '2024-12-31', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      on: '2024-12-31',
      ownDate: '2024-10-01',
      citations: [{ matches: [{ status: 'repealed' }] }, { matches: [{}, {}] }, { matches: [] }],
    });
  });

  test('as CSV and as a workbook, with one row for each candidate', async () => {
    const name = file('c.txt', TEXT);
    const [csv, xlsx] = [
      await gazette('check', name, '--on', '2024-12-31', '--format', 'csv'),
      await gazette('check', name, '--on', '2024-12-31', '--format', 'xlsx'),
    ];
    const rows = csv.stdout.trim().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toContain('序号,原文引用,候选数');
    expect(rows[1]).toContain('已废止');
    expect(rows[4]).toContain('不等于不存在');
    const workbook = await JSZip.loadAsync(xlsx.bytes);
    const strings = await workbook.file('xl/sharedStrings.xml')?.async('string');
    expect(strings).toContain('新政办发〔2010〕23号');
  });

  test('of a list takes each line, of a text without citations says that there are none', async () => {
    const list = await gazette('check', file('d.txt', '新政办发〔2010〕23号\n令第239号\n'), '--on', '2024-10-15');
    expect(list.stdout).toMatch(/1\. .*\n[\s\S]*已废止[\s\S]*2\. [\s\S]*现行有效/u);
    const none = await gazette('check', file('e.txt', '今天天气很好。\n'));
    expect([none.status, none.stdout.split('\n')[0]]).toEqual([0, '文本中没有找到所引的文件。']);
  });

  test.each([
    ['missing.txt', ['check', 'missing.txt'], /missing\.txt/u],
    ['an empty file', ['check', 'empty.txt'], /empty\.txt/u],
    ['a bad day', ['check', 'f.txt', '--on', '2024-13-01'], /--on 2024-13-01/u],
    ['an unknown format', ['check', 'f.txt', '--format', 'yaml'], /yaml/u],
  ])('refuses %s with one line and 2', async (_, args, line) => {
    file('empty.txt', '');
    file('f.txt', TEXT);
    const { status, stdout, stderr } = await gazette(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
