import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reindex } from '../../../ingest/index/reindex.ts';
import { INDEX_UID } from '../../../ingest/index/settings.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { startLocalNodes } from '../../../scripts/cluster/local-nodes.ts';
import type { LocalNodes } from '../../../scripts/cluster/local-nodes.ts';
import { loadConfig } from '../../../server/config.ts';
import { startSearchEngine, writingObstacle } from '../../../server/search-engine.ts';
import type { SearchEngine } from '../../../server/search-engine.ts';
import { accessEngine } from '../../../server/search-engine/engine-access.ts';
import { engineClient } from '../../../server/search-engine/engine-client.ts';
import { SILENT_LOG } from '../../../server/search-engine/engine-log.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import { fixtureIssue, fixtureStore } from '../../helpers/fixture-issue.ts';
import { runGazette } from '../../helpers/gazette-process.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dibao-remote-'));
const WRONG_KEY = 'a-wrong-key-that-nothing-may-print';

let nodes: LocalNodes;
let url: string;
let searchKey: string;
const started: SearchEngine[] = [];
const servers: Listening[] = [];

function start(env: Record<string, string>): SearchEngine {
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: folder, ...env }), SILENT_LOG);
  started.push(engine);
  return engine;
}

async function serveOnly(answer: RequestListener): Promise<string> {
  const server = await listen(answer);
  servers.push(server);
  return server.url;
}

beforeAll(async () => {
  nodes = await startLocalNodes(1);
  url = nodes.env.MEILI_URL;
  searchKey = (await accessEngine(url, nodes.masterKey)).searchKey;
  const store = openStore(path.join(folder, 'dibao.sqlite'));
  writeIssue(store, fixtureIssue(), { path: 'xinjiang-2024-17-18.txt' });
  await reindex(store, [engineClient(url, nodes.masterKey)]);
  store.close();
}, 90_000);

afterAll(async () => {
  await Promise.all(started.map((engine) => engine.stop()));
  await Promise.all(servers.map((server) => server.close()));
  await nodes.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the search-only key', () => {
  it('is made once, and is the same for whoever makes it', async () => {
    expect(searchKey).not.toBe(nodes.masterKey);
    const again = await accessEngine(url, nodes.masterKey);
    expect(again).toEqual({ rights: 'write', searchKey, restricted: true });
    const { results } = await engineClient(url, nodes.masterKey).getKeys({ limit: 100 });
    expect(results.filter(({ key }) => key === searchKey)).toMatchObject([
      { actions: ['search'], indexes: [INDEX_UID], expiresAt: null },
    ]);
  });

  it('is made by an admin key too, and known for what it is when it is given', async () => {
    const { results } = await engineClient(url, nodes.masterKey).getKeys({ limit: 100 });
    const admin = results.find(({ actions }) => actions.includes('*'));
    expect(await accessEngine(url, admin?.key ?? '')).toEqual({ rights: 'write', searchKey, restricted: true });
    expect(await accessEngine(url, searchKey)).toEqual({ rights: 'search', searchKey, restricted: true });
  });

  it('searches its index, and can neither write nor read anything else', async () => {
    const client = engineClient(url, searchKey);
    const index = client.index(INDEX_UID);
    expect((await index.search('')).hits.length).toBeGreaterThan(0);
    const refused: (() => PromiseLike<unknown>)[] = [
      () => index.addDocuments([{ id: 'x_1' }]),
      () => index.deleteAllDocuments(),
      () => index.getDocuments(),
      () => index.getSettings(),
      () => index.updateSettings({ displayedAttributes: ['*'] }),
      () => index.getStats(),
      () => client.createIndex('other'),
      () => client.deleteIndex(INDEX_UID),
      () => client.swapIndexes([{ indexes: [INDEX_UID, 'other'], rename: false }]),
      () => client.index('other').search(''),
      () => client.getKeys(),
      () => client.tasks.getTasks(),
      () => client.createDump(),
    ];
    for (const attempt of refused) {
      await expect(Promise.resolve().then(attempt)).rejects.toMatchObject({ cause: { code: 'invalid_api_key' } });
    }
  });

  it('is what pages search with, whatever key was given', async () => {
    const sent: { path: string; key: string }[] = [];
    const watching = await serveOnly((request, response) => {
      const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
      sent.push({ path: request.url ?? '', key });
      const body: Buffer[] = [];
      request.on('data', (chunk: Buffer) => body.push(chunk));
      request.on('end', () => {
        const passed = { method: request.method ?? 'GET', headers: headersOf(request.headers) };
        void fetch(url + (request.url ?? ''), {
          ...passed,
          ...(body.length === 0 ? {} : { body: Buffer.concat(body).toString() }),
        }).then(async (answer) => {
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(await answer.text());
        });
      });
    });
    const engine = start({ MEILI_URL: watching, MEILI_KEY: nodes.masterKey });
    expect(await engine.ready(10_000)).toBe(true);
    const store = fixtureStore();
    const answer = await createSearchService({ store, engine }).search(plainRequest('随机抽查', '2024-12-31'));
    store.close();
    expect(answer.total).toBeGreaterThan(0);
    const searches = sent.filter((one) => one.path.startsWith('/multi-search'));
    expect(searches.length).toBeGreaterThan(0);
    expect(new Set(searches.map(({ key }) => key))).toEqual(new Set([searchKey]));
  });
});

describe('a server that cannot be used is told in one line', () => {
  const problemOf = async (env: Record<string, string>): Promise<string> => {
    const engine = start(env);
    expect(await engine.ready(10_000)).toBe(false);
    return engine.problem() ?? '';
  };
  const json =
    (body: unknown): RequestListener =>
    (request, response) => {
      const answer = request.url === '/health' ? { status: 'available' } : body;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };

  it('nothing listens', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const gone = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
    await new Promise((resolve) => closed.close(resolve));
    expect(await problemOf({ MEILI_URL: gone })).toBe(
      `the search engine at ${gone} (MEILI_URL) does not answer: nothing listens at this address`,
    );
  });

  it('another program', async () => {
    const other = await serveOnly((_request, response) => response.end('<h1>Welcome</h1>'));
    expect(await problemOf({ MEILI_URL: other })).toContain('is not a Meilisearch that is ready: /health says 200');
  });

  it('too old', async () => {
    const old = await serveOnly(json({ pkgVersion: '1.13.3', commitSha: '', commitDate: '' }));
    expect(await problemOf({ MEILI_URL: old })).toContain('runs Meilisearch 1.13.3: 1.21 or newer is needed');
  });

  it('no key, and a wrong one, which is not repeated', async () => {
    expect(await problemOf({ MEILI_URL: url })).toContain('asks for a key: set MEILI_KEY');
    const problem = await problemOf({ MEILI_URL: url, MEILI_KEY: WRONG_KEY });
    expect(problem).toContain('refuses the key in MEILI_KEY');
    expect(problem).not.toContain(WRONG_KEY);
  });

  it('a key that may only search, to whoever wants to write', async () => {
    const engine = start({ MEILI_URL: url, MEILI_KEY: searchKey });
    expect(await writingObstacle(engine, 10_000)).toContain('can only search');
    expect(await writingObstacle(start({ MEILI_URL: url, MEILI_KEY: nodes.masterKey }), 10_000)).toBeNull();
  });
});

describe('the commands', () => {
  const run = (args: string[], key: string) =>
    runGazette(args, { ARCHIVE_DIR: folder, MEILI_URL: url, MEILI_KEY: key, LOG_LEVEL: 'trace' });

  it('keys prints the search-only key', async () => {
    const { status, stdout } = await run(['keys'], nodes.masterKey);
    expect([status, stdout]).toEqual([0, `MEILI_URL=${url}\nMEILI_KEY=${searchKey}\n`]);
    const refused = await run(['keys'], searchKey);
    expect([refused.status, refused.stdout]).toEqual([1, '']);
  });

  it('reindex, doctor and search work with the master key', async () => {
    expect((await run(['reindex'], nodes.masterKey)).stdout).toContain('search index: rebuilt');
    const doctor = await run(['doctor'], nodes.masterKey);
    expect(doctor.stdout).toContain('ok     index: holds exactly');
    expect((await run(['search', '随机抽查'], nodes.masterKey)).status).toBe(0);
  });

  it('search works with the search-only key; reindex and a wrong key end with one line', async () => {
    expect((await run(['search', '随机抽查'], searchKey)).status).toBe(0);
    const outputs = [await run(['reindex'], searchKey), await run(['reindex'], WRONG_KEY)];
    for (const { status, stdout, stderr } of outputs) {
      expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(stderr).not.toContain(WRONG_KEY);
      expect(stderr).not.toContain(searchKey);
    }
  });
});

function headersOf(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of ['authorization', 'content-type']) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  return passed;
}
