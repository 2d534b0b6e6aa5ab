import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { takeProcessLock } from '../../../ingest/store/process-lock.ts';
import { noticeText, runGazette, startGazette } from '../../helpers/gazette-process.ts';
import type { GazetteProcess } from '../../helpers/gazette-process.ts';

/** Each run is a process of its own: on a busy machine seconds go by before its first line. */
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let gazettes: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dibao-ingest-'));
  gazettes = path.join(folder, 'gazettes');
  mkdirSync(gazettes);
  env = { ARCHIVE_DIR: path.join(folder, 'archive'), GAZETTE_DIR: gazettes };
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer): void => writeFileSync(path.join(gazettes, name), content);
const ingest = (...args: string[]) => runGazette(['ingest', '--no-index', ...args], env);

function onStore<Found>(look: (store: Store) => Found): Found {
  const store = openStore(path.join(folder, 'archive', 'dibao.sqlite'));
  try {
    return look(store);
  } finally {
    store.close();
  }
}

/** Title of each document held. */
const titles = (): unknown[] =>
  onStore((store) => store.prepare('SELECT title FROM documents ORDER BY title').pluck().all());

const registerIds = (store: Store): unknown[] => store.prepare('SELECT id FROM register ORDER BY id').pluck().all();

async function until(condition: () => boolean, process: GazetteProcess, patience = 60_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited in vain; it said: ${process.printed()}`);
    await sleep(25);
  }
}

describe('gazette ingest', () => {
  it('names a file in one line, whatever it is called', async () => {
    for (const name of ['a\nb.txt', 'red\u001b[31m.txt', 'a  \'"$(x) 公报.txt', '-dash.txt']) write(name, '');
    const { stdout, status } = await ingest();
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'failed     -dash.txt: the file is empty',
      String.raw`failed     a\nb.txt: the file is empty`,
      'failed     a  \'"$(x) 公报.txt: the file is empty',
      String.raw`failed     red\x1b[31m.txt: the file is empty`,
      '4 files: 0 added, 0 replaced, 0 unchanged, 4 failed',
    ]);
  });

  it('does not read an archive for gazettes, its own or another', async () => {
    write('a.txt', noticeText(1));
    const archive = path.join(gazettes, 'archive');
    env = { ...env, ARCHIVE_DIR: archive };
    expect((await ingest()).status).toBe(0);
    writeFileSync(path.join(archive, 'master-key'), 'no gazette');
    expect((await ingest()).stdout).toContain('1 file: 0 added, 0 replaced, 1 unchanged, 0 failed');
    const named = await ingest(archive);
    expect([named.status, named.stdout.split('\n')[0]]).toEqual([
      1,
      `failed     ${archive}: an archive of this program, not gazettes`,
    ]);
  });

  it('tells of each bad path in one line, ingests the others and ends with 1', async () => {
    write('good.txt', noticeText(1));
    write('empty.txt', '');
    write('picture.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]));
    symlinkSync(path.join(folder, 'nowhere'), path.join(gazettes, 'broken'));
    symlinkSync('circle', path.join(gazettes, 'circle'));
    const missing = path.join(folder, 'missing.txt');
    const underFile = path.join(gazettes, 'good.txt', 'folder');

    const { status, stdout, stderr } = await ingest(gazettes, missing, underFile);
    expect([status, stderr]).toEqual([1, '']);
    const failed = stdout.split('\n').filter((line) => line.startsWith('failed'));
    expect(failed.map((line) => line.replace(/^failed +/u, '').replace(`${folder}/`, '')).sort()).toEqual([
      expect.stringMatching(/empty\.txt: .*empty/u),
      'gazettes/broken: no such file or folder',
      'gazettes/circle: a link that leads back to itself',
      'gazettes/good.txt/folder: no such file or folder',
      'missing.txt: no such file or folder',
      expect.stringMatching(/picture\.txt: .*JPEG/u),
    ]);
    expect(stdout).toMatch(/^added +good\.txt: 1 document, 0 articles$/mu);
    expect(stdout).toContain('7 files: 1 added, 0 replaced, 0 unchanged, 6 failed');
    expect(titles()).toEqual(['关于加强绿色勘查工作的通知']);
  });

  it('prints plain lines and a table where there is no terminal, and changes nothing the second time', async () => {
    write('a.txt', noticeText(1));
    write('b.txt', noticeText(2, '做好节水工作'));
    const first = await ingest();
    expect(first.status).toBe(0);
    expect(first.stdout + first.stderr).not.toMatch(/[\r█░]/u);
    expect(first.stdout).toMatch(/^issue +documents +reports +articles +relations +catalogue entries +warnings/mu);
    expect(first.stdout).toMatch(/^all +2 +0 +0 +2 +0 /mu);
    // An entry that nothing speaks of goes when somebody goes through the whole register.
    const entries = onStore((store) => {
      store.exec("INSERT INTO register (id, held) VALUES ('stray', 0)");
      return registerIds(store);
    });
    const second = await ingest();
    expect(second.stdout).toContain('2 files: 0 added, 0 replaced, 2 unchanged, 0 failed; nothing changed');
    expect(onStore(registerIds)).toEqual(entries);
    write('b.txt', noticeText(2, '进一步做好节水工作'));
    const third = await ingest();
    expect(third.stdout).toContain('2 files: 0 added, 1 replaced, 1 unchanged, 0 failed');
    expect(titles()).toEqual(['关于加强绿色勘查工作的通知', '关于进一步做好节水工作的通知']);
  });

  it('reports a file that is gone, and takes it out with --prune alone', async () => {
    write('a.txt', noticeText(1));
    write('b.txt', noticeText(2, '做好节水工作'));
    await ingest();
    rmSync(path.join(gazettes, 'b.txt'));
    const kept = await ingest();
    expect([kept.status, kept.stdout]).toEqual([0, expect.stringMatching(/^missing +b\.txt: .*--prune/mu)]);
    expect(titles()).toHaveLength(2);
    const pruned = await ingest('--prune');
    expect(pruned.stdout).toMatch(/^removed +b\.txt: the file is gone$/mu);
    expect(pruned.stdout).toContain('1 file: 0 added, 0 replaced, 1 unchanged, 0 failed, 1 removed');
    expect(titles()).toEqual(['关于加强绿色勘查工作的通知']);
  });

  it('ends with one line while another ingest is writing', async () => {
    write('a.txt', noticeText(1));
    const lock = takeProcessLock(path.join(folder, 'archive', 'ingest.lock'));
    const { status, stdout, stderr } = await ingest();
    lock?.release();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `gazette: another ingest (process ${process.pid}) is writing to ${folder}/archive; run this one when it has ended\n`,
    );
    expect((await ingest()).status).toBe(0);
  });

  it('of several at once lets each file in once', async () => {
    for (let serial = 1; serial <= 5; serial++) write(`${serial}.txt`, noticeText(serial, `做好第${serial}批工作`));
    const runs = await Promise.all([ingest(), ingest(), ingest()]);
    for (const { status, stderr } of runs) {
      if (status === 0) expect(stderr).toBe('');
      else expect(stderr).toMatch(/^gazette: another ingest .*\n$/u);
    }
    expect(runs.some(({ status }) => status === 0)).toBe(true);
    expect(titles()).toHaveLength(5);
  });
});

describe('gazette ingest --watch', () => {
  it('ingests what is there, and then what comes, changes and goes', async () => {
    write('a.txt', noticeText(1));
    const watching = startGazette(['ingest', '--watch', '--prune'], env);
    try {
      await until(() => watching.printed().includes('watching'), watching);
      expect(titles()).toEqual(['关于加强绿色勘查工作的通知']);
      write('b.txt', noticeText(2, '做好节水工作'));
      write('.b.txt.part', noticeText(3, '不应收录'));
      await until(() => titles().includes('关于做好节水工作的通知'), watching);
      write('b.txt', noticeText(2, '进一步做好节水工作'));
      await until(() => titles().includes('关于进一步做好节水工作的通知'), watching);
      rmSync(path.join(gazettes, 'a.txt'));
      await until(() => titles().length === 1, watching);
      expect(titles()).toEqual(['关于进一步做好节水工作的通知']);
    } finally {
      watching.child.kill('SIGINT');
    }
    const { status, stdout } = await watching.ended;
    expect(status).toBe(0);
    expect(stdout).toMatch(/^added +b\.txt/mu);
    expect(stdout).toMatch(/^replaced +b\.txt/mu);
    expect(stdout).toMatch(/^removed +a\.txt/mu);
    expect(stdout).not.toContain('.part');
  });
});

describe('the command line', () => {
  it.each([
    ['an unknown command', ['ingets'], 'ingets'],
    ['an unknown option', ['ingest', '--purge'], '--purge'],
    ['a missing argument', ['backup'], 'file'],
  ])('answers %s with one line and status 2', async (_what, args, named) => {
    const { status, stdout, stderr } = await runGazette(args, env);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(named);
  });

  it('names a setting that cannot be', async () => {
    const { status, stderr } = await runGazette(['ingest'], { ...env, PORT: 'http' });
    expect([status, stderr]).toEqual([1, 'gazette: PORT=http: a port number from 0 to 65535 is expected\n']);
  });
});

describe('gazette start', () => {
  it('says in one line that the port is in use, before it reads a file', async () => {
    write('a.txt', noticeText(1));
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { status, stdout, stderr } = await runGazette(['start'], { ...env, PORT: String(port), HOST: '127.0.0.1' });
    other.close();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(`gazette: cannot serve on 127.0.0.1:${port}: the port is in use; set PORT to another one\n`);
  });

  it('serves an archive that is there before it looks for new files, and shows them once they are in', async () => {
    write('a.txt', noticeText(1));
    await ingest();
    write('b.txt', noticeText(2, '做好森林防火工作'));
    const site = startGazette(['start'], { ...env, PORT: '0', MEILI_BIN: path.join(folder, 'no-engine') });
    await until(() => site.printed().includes('added      b.txt'), site);
    const said = site.printed();
    expect(said.indexOf('Dibao is at')).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('Dibao is at')).toBeLessThan(said.indexOf('unchanged  a.txt'));
    const url = /http:\/\/[\d.:]+/u.exec(said)?.[0] ?? '';
    const documents = await (await fetch(`${url}/documents`)).text();
    expect(documents).toContain('做好森林防火工作');
    site.child.kill('SIGTERM');
    expect((await site.ended).status).toBe(0);
  });
});
