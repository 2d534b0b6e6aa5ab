import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerParseCommand } from '../../../ingest/commands/parse.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const gazette = path.join(root, 'scripts', 'gazette.mjs');
let folder = '';

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

function run(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [gazette, 'parse', ...args],
      { cwd: options.cwd ?? root, env: { ...process.env, ...options.env }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parse-'));
  writeFileSync(
    path.join(folder, 'notice.txt'),
    '关于加强管理的通知\n省政发〔2024〕1号\n\n各市：\n请执行。\n\n省人民政府\n2024年1月2日\n',
  );
  writeFileSync(path.join(folder, 'empty.txt'), '');
  writeFileSync(
    path.join(folder, 'picture.txt'),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gazette parse', () => {
  it('prints one JSON object and nothing else', async () => {
    const { status, stdout } = await run([path.join(folder, 'notice.txt')]);
    expect(status).toBe(0);
    const output: unknown = JSON.parse(stdout);
    expect(output).toMatchObject({
      documents: [{ title: '关于加强管理的通知', documentNumber: '省政发〔2024〕1号' }],
      warnings: [],
    });
  });

  it('takes a path as the user typed it when npm runs the script from another folder', async () => {
    const { status } = await run(['notice.txt'], { env: { INIT_CWD: folder } });
    expect(status).toBe(0);
  });

  it.each(['missing.txt', 'empty.txt', 'picture.txt', '.'])('ends with 2 and one line that names %s', async (file) => {
    const { status, stdout, stderr } = await run([path.join(folder, file)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(path.basename(path.join(folder, file)));
  });

  it('explains each line with the rule that decided it', async () => {
    const { status, stdout } = await run(['--explain', path.join(folder, 'notice.txt')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 {2}heading <title> +关于加强管理的通知/u);
    expect(stdout).toMatch(/7 {2}signature <signature> +省人民政府/u);
  });

  it('is described in the help of the command line', () => {
    const program = new Command();
    registerParseCommand(program);
    expect(program.helpInformation()).toContain('parse');
  });
});
