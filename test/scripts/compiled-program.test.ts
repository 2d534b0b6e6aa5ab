import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compiledProgram } from '../../scripts/compiled-program.mjs';

const PROJECT = join(import.meta.dirname, '../..');
const COMPILER = join(PROJECT, 'scripts/compiled-program.mjs');

let root: string;
let cache: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dibao-compiled-'));
  cache = join(root, 'cache');
  mkdirSync(join(root, 'ingest'));
  write(
    'ingest/cli.ts',
    "import { fact } from './fact.ts';\nconst { rare } = await import('./rare.ts');\nconsole.log([fact, ...rare].join(' '));\n",
  );
  write(
    'ingest/fact.ts',
    "import data from '../data.json' with { type: 'json' };\nexport const fact: string = data.word;\n",
  );
  write('ingest/rare.ts', 'export const rare: string[] = [import.meta.url, import.meta.dirname];\n');
  write('data.json', '{ "word": "施行" }');
  write('package.json', '{ "type": "module" }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, text: string): void => writeFileSync(join(root, file), text);
const compile = (): Promise<string | null> => compiledProgram(root, 'ingest/cli.ts', cache);
const said = (file: string | null): string =>
  file === null ? 'nothing compiled' : execFileSync(process.execPath, [file], { encoding: 'utf8', stdio: 'pipe' });

describe('the compiled program', () => {
  test('runs without a loader, with the addresses of its sources', async () => {
    expect(said(await compile())).toBe(`施行 file://${root}/ingest/rare.ts ${root}/ingest\n`);
  });

  test('is used again until a source or a file of data in it changes, whatever its time', async () => {
    const first = await compile();
    const made = new Date(2024, 0, 1);
    if (first !== null) utimesSync(first, made, made);
    utimesSync(join(root, 'ingest/fact.ts'), made, made);
    expect(await compile()).toBe(first);
    write('data.json', '{ "word": "废止" }');
    const second = await compile();
    expect(second).not.toBe(first);
    expect(said(second)).toContain('废止');
    // A process of before may still load its rarer parts.
    expect(said(first)).toContain('施行');
  });

  test('is made whole when two processes make it at once', async () => {
    const words = JSON.stringify([root, 'ingest/cli.ts', cache]);
    const script = `import { compiledProgram } from '${COMPILER}'; console.log(await compiledProgram(...${words}))`;
    const run = promisify(execFile);
    const args = ['--input-type=module', '--eval', script];
    const runs = await Promise.all([1, 2, 3].map(() => run(process.execPath, args, { encoding: 'utf8' })));
    const made = new Set(runs.map(({ stdout }) => stdout.trim()));
    expect(made.size).toBe(1);
    expect(said([...made][0] ?? null)).toContain('施行');
    expect(readdirSync(cache)).toHaveLength(2);
  });

  test('is made again when it was deleted', async () => {
    const first = await compile();
    if (first !== null) rmSync(join(first, '..'), { recursive: true });
    expect(await compile()).toBe(first);
    expect(said(first)).toContain('施行');
  });

  test('is none where a source has an error or nothing can be written; then nothing is left', async () => {
    write('ingest/fact.ts', 'export const fact = ;');
    expect(await compile()).toBeNull();
    expect(readdirSync(cache)).toEqual([]);
    symlinkSync('/dev/null', join(root, 'no-folder'));
    write('ingest/fact.ts', "export const fact = '';");
    expect(await compiledProgram(root, 'ingest/cli.ts', join(root, 'no-folder'))).toBeNull();
  });

  test('of this project answers as the sources do', async () => {
    const compiled = await compiledProgram(PROJECT, 'ingest/cli.ts');
    expect(compiled).not.toBeNull();
    expect(compiled === null ? '' : execFileSync(process.execPath, [compiled], { encoding: 'utf8' })).toContain(
      'Usage: gazette',
    );
  });
});
