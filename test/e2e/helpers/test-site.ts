import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { runGazette, startGazette } from './gazette.ts';
import type { CommandResult } from './gazette.ts';
import { startLocalNodes } from '../../../scripts/cluster/local-nodes.ts';
import { freePort } from './ports.ts';

const READY_WITHIN_MS = 90_000;
/** E2E_NODES=3: the same tests with the index on three servers (docs/cluster.md). 0: the bundled engine. */
const NODES = Number(process.env.E2E_NODES ?? 0);

const Health = z.object({
  status: z.literal('ok'),
  store: z.literal('ok'),
  search: z.enum(['ok', 'starting', 'down']),
  issues: z.int(),
  documents: z.int(),
  articles: z.int(),
});

export type Health = z.infer<typeof Health>;

/** A site on its own port with its own archive, made from the gazettes in data/gazettes by the command line program. */
export interface TestSite {
  url: string;
  archiveDir: string;
  ingest: CommandResult;
  health: Health;
  stop(): Promise<void>;
}

/** Makes a fresh archive, ingests the five gazettes, starts the site and waits until search answers. */
export async function startTestSite(): Promise<TestSite> {
  const archiveDir = await mkdtemp(path.join(tmpdir(), 'dibao-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const nodes = await startLocalNodes(NODES);
  // The commands that the tests run are of the same archive.
  if (NODES > 0) Object.assign(process.env, nodes.env);
  const env = {
    ARCHIVE_DIR: archiveDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
  const ingest = await runGazette(['ingest'], env);
  const server = startGazette(['serve'], env);
  const output: string[] = [];
  server.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  server.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) server.kill('SIGINT');
    await Promise.race([ended, sleep(15_000, null, { ref: false }).then(() => server.kill('SIGKILL'))]);
    await nodes.close();
    await rm(archiveDir, { recursive: true, force: true });
  };
  try {
    const health = await ready(url, () => server.exitCode);
    return { url, archiveDir, ingest, health, stop };
  } catch (error) {
    await stop();
    throw new Error(`the test site did not start\n${ingest.stdout}${ingest.stderr}${output.join('')}`, {
      cause: error,
    });
  }
}

/** What GET /healthz says, or null while nothing answers. */
async function healthOf(url: string): Promise<Health | null> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) });
    return Health.parse(await response.json());
  } catch {
    return null;
  }
}

async function ready(url: string, exitCode: () => number | null): Promise<Health> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const health = await healthOf(url);
    if (health?.search === 'ok') return health;
    if (exitCode() !== null) throw new Error(`it ended with status ${exitCode()}`);
    await sleep(250);
  }
  throw new Error(`search was not ready within ${READY_WITHIN_MS} ms`);
}
