import { existsSync } from 'node:fs';
import { watch } from 'chokidar';
import type { Config } from '../../server/config.ts';
import { startSearchIndex } from '../../server/search-index.ts';
import { openLog } from '../terminal/log.ts';
import { runIngest } from './run-ingest.ts';
import type { IngestRequest } from './run-ingest.ts';

/** A file is read when it has not grown for this long: editors and copies write in steps. */
const SETTLED_AFTER = 400;
const GATHER_FOR = 300;

/**
 * Ingests the paths, and again whatever comes, changes or goes under them, until it is told to stop. The search index
 * follows.
 */
export async function watchFiles(config: Config, request: IngestRequest): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
  await runIngest(config, request);
  const index = startSearchIndex(config, openLog({ logLevel: 'warn' }));
  const changed = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  const ingestChanged = async (): Promise<void> => {
    const paths = [...changed].sort();
    changed.clear();
    if (paths.length === 0) return;
    try {
      await runIngest(config, {
        ...request,
        paths: paths.filter((path) => existsSync(path)),
        gone: paths.filter((path) => !existsSync(path)),
      });
    } catch (error) {
      console.error(`gazette: ${error instanceof Error ? error.message : String(error)}`);
      for (const path of paths) changed.add(path);
      soon();
    }
  };
  const soon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(ingestChanged);
    }, GATHER_FOR);
  };
  const watcher = watch([...request.paths], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: SETTLED_AFTER, pollInterval: 100 },
  });
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (path) => {
      changed.add(path);
      soon();
    });
  }
  console.log(`watching ${request.paths.join(', ')}`);
  await stopped;
  await watcher.close();
  if (timer !== null) clearTimeout(timer);
  await running;
  await index.stop();
}
