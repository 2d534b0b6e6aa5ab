import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupStore } from '../../ingest/commands/backup.ts';
import { syncIndex } from '../../ingest/index/sync.ts';
import { openReplica } from '../../ingest/store/open-replica.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';
import { startLocalNodes } from '../../scripts/cluster/local-nodes.ts';
import type { LocalNodes } from '../../scripts/cluster/local-nodes.ts';
import { accessEngine } from '../../server/search-engine/engine-access.ts';
import { loadConfig } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import type { SearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { fixtureIssue } from '../helpers/fixture-issue.ts';
import { startGazette } from '../helpers/gazette-process.ts';
import type { GazetteProcess } from '../helpers/gazette-process.ts';
import { listen } from '../helpers/http.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dibao-replica-'));
const copies = path.join(folder, 'copies');
const replica = path.join(copies, 'dibao.sqlite');

let store: Store;
let nodes: LocalNodes;
let engine: SearchEngine;
let searchKey: string;
let sites: { process: GazetteProcess; url: string }[] = [];
let proxy: { url: string; close(): Promise<void> };

/** Puts a new copy in the place of the one before, as rsync or mv do. */
function publish(): void {
  const fresh = path.join(folder, 'fresh.sqlite');
  backupStore(store, fresh);
  renameSync(fresh, replica);
}

async function startSite(): Promise<{ process: GazetteProcess; url: string }> {
  const env = { ARCHIVE_DIR: copies, PORT: '0', MEILI_URL: nodes.env.MEILI_URL, MEILI_KEY: searchKey };
  const process = startGazette(['serve', '--replica'], env);
  for (let tries = 0; tries < 600; tries++) {
    const [, url] = /Dibao is at (\S+)/u.exec(process.printed()) ?? [];
    if (url !== undefined && (await health(url)) === 'ok') return { process, url };
    await sleep(50);
  }
  throw new Error(`the site did not start: ${process.printed()}`);
}

async function health(url: string): Promise<unknown> {
  const body: unknown = await (await fetch(`${url}/healthz`)).json();
  return typeof body === 'object' && body !== null && 'search' in body ? body.search : null;
}

/** Asks the sites in turn, and the next one when no connection comes about or it breaks before an answer: as nginx does for GET. */
function roundRobin(): RequestListener {
  let turn = 0;
  return (incoming, outgoing) => {
    const attempt = (at: number, left: number): void => {
      const { hostname, port } = new URL(sites[at % sites.length]?.url ?? '');
      const { url: target, headers } = incoming;
      const passed = httpRequest({ hostname, port, path: target, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      passed.once('error', () => {
        if (left > 0 && !outgoing.headersSent) attempt(at + 1, left - 1);
        else outgoing.destroy();
      });
      passed.end();
    };
    attempt(turn++, 1);
  };
}

beforeAll(async () => {
  mkdirSync(copies);
  store = openStore(path.join(folder, 'origin.sqlite'));
  writeIssue(store, fixtureIssue(), { path: 'xinjiang-2024-17-18.txt' });
  nodes = await startLocalNodes(1);
  engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: folder, ...nodes.env }), SILENT_LOG);
  expect(await engine.ready(60_000)).toBe(true);
  await syncIndex(store, engine.nodes, path.join(folder, 'index.lock'));
  searchKey = (await accessEngine(nodes.env.MEILI_URL, nodes.masterKey)).searchKey;
  publish();
  sites = await Promise.all([startSite(), startSite()]);
  proxy = await listen(roundRobin());
}, 120_000);

afterAll(async () => {
  await proxy.close();
  for (const { process } of sites) process.child.kill('SIGKILL');
  await engine.stop();
  await nodes.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const PATHS = [
  '/',
  '/search?q=随机抽查',
  '/api/v1/search?q=行政执法',
  '/documents/xinzhengbanfa-2024-43',
  '/documents/xinzhengbanfa-2024-43?on=2025-01-01',
  '/register',
  '/catalogues',
  '/issues',
  '/favicon.svg',
  '/feeds/documents.atom',
  '/search.csv?q=行政执法',
  '/openapi.json',
];

interface Got {
  status: number;
  etag: string | null;
  text: string;
}

/** Asks as a proxy does: under the name of the site, whichever process answers. */
function get(base: string, target: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const asked = { hostname, port, path: encodeURI(target), headers: { host: 'gazette.example', ...headers } };
    const request = httpRequest(asked, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, etag: answer.headers.etag ?? null, text }));
      answer.once('error', reject);
    });
    request.once('error', reject).end();
  });
}

describe('two sites on one copy of the record store', () => {
  it.each(PATHS)('give the same answer with the same ETag to %s', async (target) => {
    const [one, other] = await Promise.all(sites.map(({ url }) => get(url, target)));
    expect(one?.status).toBe(200);
    expect(other).toEqual(one);
    const again = await get(sites[1]?.url ?? '', target, { 'If-None-Match': one?.etag ?? '' });
    expect(again.status).toBe(one?.etag === null ? 200 : 304);
  });

  it('write nothing beside the copy', () => {
    expect(readdirSync(copies)).toEqual(['dibao.sqlite']);
  });

  it('take up a new copy without a failed answer', async () => {
    const changed = fixtureIssue((text) => text.replace('推行绿色勘查。', '推行绿色勘查和生态修复。'));
    writeIssue(store, changed, { path: 'xinjiang-2024-17-18.txt' });
    await syncIndex(store, engine.nodes, path.join(folder, 'index.lock'));
    publish();
    const target = '/documents/xinzhengbanfa-2024-43';
    const deadline = Date.now() + 20_000;
    for (const { url } of sites) {
      for (;;) {
        const page = await get(url, target);
        expect(page.status).toBe(200);
        if (page.text.includes('生态修复')) break;
        if (Date.now() > deadline) throw new Error('the new copy was not taken up');
      }
      expect((await get(url, '/api/v1/search?q=和生态修复')).text).toContain('"total":1');
    }
    expect(readdirSync(copies)).toEqual(['dibao.sqlite']);
  });

  it('keep the copy that they have when the next one is none', async () => {
    const good = path.join(folder, 'good.sqlite');
    copyFileSync(replica, good);
    const broken = path.join(folder, 'broken.sqlite');
    writeFileSync(broken, 'half a file');
    renameSync(broken, replica);
    const [site] = sites;
    for (let tries = 0; tries < 200 && site?.process.printed().includes('not served') !== true; tries++)
      await sleep(50);
    expect(site?.process.printed()).toContain('the new copy is not served');
    expect((await get(site?.url ?? '', '/documents/xinzhengbanfa-2024-43')).text).toContain('生态修复');
    renameSync(good, replica);
  });

  it('lose nothing but what one of them is answering when that one is killed under load', async () => {
    const statuses: number[] = [];
    const lost: string[] = [];
    let stop = false;
    const load = Array.from({ length: 4 }, async (_, worker) => {
      for (let round = worker; !stop; round++) {
        const target = PATHS[round % PATHS.length] ?? '/';
        await get(proxy.url, target).then(
          ({ status }) => statuses.push(status),
          () => lost.push(target),
        );
      }
    });
    await sleep(700);
    sites[1]?.process.child.kill('SIGKILL');
    await sites[1]?.process.ended;
    const before = statuses.length;
    for (let tries = 0; tries < 200 && statuses.length <= before + 30; tries++) await sleep(50);
    stop = true;
    await Promise.all(load);
    expect(statuses.length).toBeGreaterThan(before + 30);
    expect(new Set(statuses)).toEqual(new Set([200]));
    // An answer that had begun cannot be given again by the other site.
    expect(lost.length).toBeLessThanOrEqual(4);
  });

  it('print no key', () => {
    for (const { process } of sites) {
      expect(process.printed()).not.toContain(searchKey);
      expect(process.printed()).not.toContain(nodes.masterKey);
    }
  });
});

describe('openReplica', () => {
  it('refuses a working file, which needs a write-ahead log beside it', () => {
    expect(() => openReplica(path.join(folder, 'origin.sqlite'))).toThrow('make the copy with `gazette backup FILE`');
  });

  it('says that there is no copy yet', () => {
    expect(() => openReplica(path.join(folder, 'none.sqlite'))).toThrow('no record store yet');
    expect(readdirSync(folder)).not.toContain('none.sqlite');
  });

  it.runIf(process.getuid?.() === 0)('reads a copy in a folder that it cannot write', () => {
    const script = `
      const { openReplica } = await import('./ingest/store/open-replica.ts');
      console.log(openReplica(${JSON.stringify(replica)}).prepare('SELECT count(*) AS n FROM issues').get().n);`;
    spawnSync('chmod', ['-R', 'a+rX', folder]);
    const args = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--import', 'tsx'];
    const { stdout, stderr } = spawnSync('setpriv', [...args, '--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, HOME: tmpdir(), TSX_DISABLE_CACHE: '1' },
    });
    expect([stdout.trim(), stderr]).toEqual(['1', '']);
  });
});
