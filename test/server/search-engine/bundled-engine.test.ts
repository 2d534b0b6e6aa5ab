import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Meilisearch } from 'meilisearch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../server/config.ts';
import { startSearchEngine } from '../../../server/search-engine.ts';
import type { SearchEngine } from '../../../server/search-engine.ts';
import { engineFiles, readRunning } from '../../../server/search-engine/engine-files.ts';
import { SILENT_LOG } from '../../../server/search-engine/engine-log.ts';

let archive: string;
let engines: SearchEngine[];

beforeEach(() => {
  archive = mkdtempSync(join(tmpdir(), 'dibao-engine-'));
  engines = [];
});

afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.stop()));
  rmSync(archive, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): SearchEngine {
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: archive, ...env }), SILENT_LOG);
  engines.push(engine);
  return engine;
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, patience = 20_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await sleep(25);
  }
}

describe('the bundled search engine', () => {
  it('runs on 127.0.0.1 with a key that only its owner reads and no command line shows', async () => {
    const engine = start();
    expect(engine.health()).toBe('starting');
    expect(await engine.ready(30_000)).toBe(true);
    const { version } = await fetchVersion(engine);
    expect(version).toMatch(/^1\.21\./u);
    const files = engineFiles(archive);
    expect(statSync(files.key).mode & 0o777).toBe(0o600);
    const commandLine = readFileSync(`/proc/${String(engine.pid)}/cmdline`, 'utf8').split('\0');
    expect(commandLine.join(' ')).not.toContain(engine.key);
    expect(commandLine).toContain('--no-analytics');
    expect(engine.url).toMatch(/^http:\/\/127\.0\.0\.1:/u);
    const pid = engine.pid ?? 0;
    await engine.stop();
    expect(isAlive(pid)).toBe(false);
    expect(engine.health()).toBe('down');
  });

  it('is started again with its data when it is killed', async () => {
    const engine = start();
    await engine.ready(30_000);
    await nodeOf(engine).createIndex('kept').waitTask();
    for (let round = 0; round < 2; round++) {
      const pid = engine.pid ?? 0;
      process.kill(pid, 'SIGKILL');
      await until(() => engine.pid !== pid && engine.health() === 'ok');
    }
    expect((await nodeOf(engine).getIndex('kept')).uid).toBe('kept');
  });

  it('tells in one line what cannot be written, leaves no engine behind, and runs once it can be', async () => {
    const { running } = engineFiles(archive);
    mkdirSync(running, { recursive: true });
    const told: string[] = [];
    const log = { ...SILENT_LOG, error: (_facts: object, message: string) => void told.push(message) };
    const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: archive }), log);
    engines.push(engine);
    await until(() => engine.health() === 'down');
    expect(engine.problem()).toBe(`${running}: a folder, not a file`);
    expect(engine.pid).toBeNull();
    await sleep(4000);
    expect(told).toEqual([`search is down: ${running}: a folder, not a file`]);
    rmdirSync(running);
    await until(() => engine.health() === 'ok');
    expect(engine.problem()).toBeNull();
  });

  it('serves a second process of the archive from the first one, and takes over when that ends', async () => {
    const first = start();
    await first.ready(30_000);
    const second = start();
    expect(await second.ready(10_000)).toBe(true);
    expect(second.url).toBe(first.url);
    expect(second.pid).toBeNull();
    await first.stop();
    await until(() => second.pid !== null && second.health() === 'ok');
  });

  it('does not outlive a site that is killed', async () => {
    const site = spawnSite(archive);
    const files = engineFiles(archive);
    await until(() => readRunning(files) !== null);
    const running = readRunning(files);
    if (!running) throw new Error('no engine');
    await until(() => isAlive(running.pid));
    site.kill('SIGKILL');
    await until(() => !isAlive(running.pid));
    const next = start();
    expect(await next.ready(30_000)).toBe(true);
  });

  it('makes a new database when it cannot open the one that is there', async () => {
    const engine = start();
    await engine.ready(30_000);
    await engine.stop();
    writeFileSync(join(engineFiles(archive).database, 'VERSION'), '1.3.0');
    const next = start();
    await until(() => next.health() === 'ok', 30_000);
  });

  it('makes a new database at once when it was killed while it made one', async () => {
    const engine = start();
    await engine.ready(30_000);
    await engine.stop();
    rmSync(join(engineFiles(archive).database, 'VERSION'));
    const next = start();
    expect(await next.ready(30_000)).toBe(true);
  });

  it('says how to mend it when there is no binary', async () => {
    const engine = start({ MEILI_BIN: '/nowhere/meilisearch' });
    expect(await engine.ready(5000)).toBe(false);
    expect(engine.health()).toBe('down');
    expect(engine.problem()).toBe('MEILI_BIN=/nowhere/meilisearch: not a file that can be run');
  });

  it('never runs a copy of the binary that was changed', async () => {
    const engine = start();
    await engine.ready(30_000);
    await engine.stop();
    const copy = join(engineFiles(archive).folder, 'meilisearch-5354d8549744');
    writeFileSync(copy, 'something else');
    const next = start();
    expect(await next.ready(30_000)).toBe(true);
    expect(statSync(copy).size).toBeGreaterThan(1_000_000);
  });

  it('uses a server that somebody else runs', async () => {
    const own = start();
    await own.ready(30_000);
    const other = startSearchEngine(
      loadConfig({ ARCHIVE_DIR: join(archive, 'other'), MEILI_URL: own.url ?? '', MEILI_KEY: own.key }),
      SILENT_LOG,
    );
    engines.push(other);
    expect(await other.ready(5000)).toBe(true);
    expect((await fetchVersion(other)).version).toMatch(/^1\.21\./u);
  });
});

function nodeOf({ nodes: [node] }: SearchEngine): Meilisearch {
  if (node === undefined) throw new Error('an engine has a node');
  return node;
}

async function fetchVersion(engine: SearchEngine): Promise<{ version: string }> {
  const { pkgVersion } = await nodeOf(engine).getVersion();
  return { version: pkgVersion };
}

function spawnSite(archiveDir: string): ReturnType<typeof spawn> {
  const script = fileURLToPath(new URL('./hold-engine.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ARCHIVE_DIR: archiveDir },
    stdio: 'ignore',
  });
}
