import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { usableBinary } from '../../server/search-engine/engine-binary.ts';
import { engineFiles } from '../../server/search-engine/engine-files.ts';
import { freePort, isHealthy, spawnEngine } from '../../server/search-engine/engine-process.ts';
import type { EngineProcess } from '../../server/search-engine/engine-process.ts';

/** A real Meilisearch server of one's own, for tests and measurements: it can be stopped and started again at its address. */
export interface LocalNode {
  readonly url: string;
  readonly pid: number;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Several of them with one master key, in a temporary folder. */
export interface LocalNodes {
  nodes: readonly LocalNode[];
  masterKey: string;
  /** For a process that is to use them: MEILI_URL, MEILI_KEY. */
  env: { MEILI_URL: string; MEILI_KEY: string };
  close(): Promise<void>;
}

const START_PATIENCE = 60_000;
const STOP_PATIENCE = 3000;
const MASTER_KEY = 'a-master-key-of-local-nodes-that-guards-nothing';

/** Starts the bundled Meilisearch `count` times, each with a database of its own. */
export async function startLocalNodes(count: number): Promise<LocalNodes> {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-nodes-'));
  const binary = await usableBinary(folder, null);
  const nodes: LocalNode[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let index = 0; index < count; index++) nodes.push(await localNode(binary, join(folder, `node-${index}`)));
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await close();
    throw error;
  }
  const env = { MEILI_URL: nodes.map((node) => node.url).join(','), MEILI_KEY: MASTER_KEY };
  return { nodes, masterKey: MASTER_KEY, env, close };
}

async function localNode(binary: string, folder: string): Promise<LocalNode> {
  const files = engineFiles(folder);
  mkdirSync(files.folder, { recursive: true });
  const port = await freePort(null);
  let running: EngineProcess | null = null;
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return running?.pid ?? 0;
    },
    async start() {
      running ??= spawnEngine(binary, files, port, MASTER_KEY);
      const deadline = Date.now() + START_PATIENCE;
      while (!(await isHealthy(running.url))) {
        if (Date.now() > deadline) throw new Error(`no answer from ${running.url}`);
        await sleep(25);
      }
    },
    async stop() {
      await running?.stop(STOP_PATIENCE);
      running = null;
    },
  };
}
