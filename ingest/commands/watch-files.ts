import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { Config } from '../../server/config.ts';
import { startSearchIndex } from '../../server/search-index.ts';
import { isArchive, isBystander } from '../collect-files.ts';
import { failureOf } from '../terminal/failure.ts';
import { openLog } from '../terminal/log.ts';
import { ChangedFiles } from './changed-files.ts';
import { runIngest } from './run-ingest.ts';
import type { IngestRequest } from './run-ingest.ts';

/** A file is read when it has not grown for this long: editors and copies write in steps. */
const SETTLED_AFTER = 400;

/**
 * Ingests the paths, and again whatever comes, changes or goes under them, until it is told to stop. The search index
 * follows. The watch begins before the first ingest, so that nothing that comes meanwhile is missed.
 */
export async function watchFiles(config: Config, request: IngestRequest): Promise<void> {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const ingest = async (more: Partial<IngestRequest> = {}): Promise<void> => {
    await runIngest(config, { ...request, ...more, isStopped: () => stopping.signal.aborted });
  };

  const changed = new ChangedFiles(
    (paths) =>
      ingest({ paths: paths.filter((path) => existsSync(path)), gone: paths.filter((path) => !existsSync(path)) }),
    (error) => console.error(`gazette: ${failureOf(error).message}`),
  );
  const watcher = watch([...request.paths], {
    ignoreInitial: true,
    ignored: (path) => !request.paths.includes(path) && (isBystander(basename(path)) || isArchive(path)),
    awaitWriteFinish: { stabilityThreshold: SETTLED_AFTER, pollInterval: 100 },
  });
  watcher.on('error', (error) => console.error(`gazette: ${failureOf(error).message}`));
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, (path) => changed.note(path));
  try {
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    await ingest();
    const index = startSearchIndex(config, openLog({ logLevel: 'warn' }));
    try {
      console.log(`watching ${request.paths.join(', ')}`);
      changed.start();
      await stopped;
    } finally {
      await changed.stop();
      await index.stop();
    }
  } finally {
    await watcher.close();
  }
}
