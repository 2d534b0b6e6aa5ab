import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Meilisearch } from 'meilisearch';
import { loadConfig } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import type { SearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';

/** A real search engine in an archive folder of its own. One is enough for a test file: give it back in afterAll. */
export interface TestEngine {
  engine: SearchEngine;
  /** A client with the master key. */
  node: Meilisearch;
  config: Config;
  release(): Promise<void>;
}

export async function startTestEngine(): Promise<TestEngine> {
  const archiveDir = mkdtempSync(join(tmpdir(), 'dibao-test-'));
  const config = loadConfig({ ARCHIVE_DIR: archiveDir, PORT: '0' });
  const engine = startSearchEngine(config, SILENT_LOG);
  if (!(await engine.ready(30_000))) throw new Error(engine.problem() ?? 'the search engine did not start');
  const [node] = engine.nodes;
  if (node === undefined) throw new Error('an engine has a node');
  return {
    engine,
    node,
    config,
    release: async () => {
      await engine.stop();
      rmSync(archiveDir, { recursive: true, force: true });
    },
  };
}
