import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtIndex, waitingDocuments } from '../ingest/index/index-state.ts';
import { syncIndex } from '../ingest/index/sync.ts';
import { openStore } from '../ingest/store/open-store.ts';
import type { Store } from '../ingest/store/open-store.ts';
import { storePath } from './config.ts';
import type { Config } from './config.ts';
import { startSearchEngine } from './search-engine.ts';
import type { SearchEngine } from './search-engine.ts';
import type { EngineLog } from './search-engine/engine-log.ts';
import type { SearchHealth } from './search/search-types.ts';

/** Who writes to the index, in any process of the archive. */
export const indexLockPath = (config: Pick<Config, 'archiveDir'>): string => join(config.archiveDir, 'index.lock');

/** The engine with the loop that keeps its index up to the record store. */
export interface SearchIndex {
  engine: SearchEngine;
  /** `ok` once the engine answers and, where this process may write, the index has everything that the store had at the start. */
  health(): SearchHealth;
  /** Why search is not ok, in one line, null when nothing is known to be wrong. */
  problem(): string | null;
  stop(): Promise<void>;
}

const LOOK_EVERY = 300;
const RETRY_AFTER = 1000;

/**
 * Starts the search engine and keeps its index filled from the outbox: also with what another process ingests, and with what
 * waited while the engine was down. With a search-only key nothing is written: other processes do that. Returns at once. `stop` ends the loop and the engine.
 */
export function startSearchIndex(config: Config, log: EngineLog): SearchIndex {
  // The store first: what cannot be opened must not leave an engine behind.
  const store = openStore(storePath(config));
  const engine = startSearchEngine(config, log);
  const stopping = new AbortController();
  let filled = false;
  let problem: string | null = null;

  const pause = (milliseconds: number): Promise<unknown> =>
    sleep(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  const isStopped = (): boolean => stopping.signal.aborted;
  const isWritable = (): boolean => engine.isWhole() && engine.rights() === 'write';

  const keepFilled = async (): Promise<void> => {
    let checkedPid: number | null = -1;
    while (!isStopped()) {
      const due = engine.pid !== checkedPid || !filled || waitingDocuments(store) > 0 || builtIndex(store) === null;
      if (!isWritable() || !due) {
        await pause(LOOK_EVERY);
        continue;
      }
      try {
        const pid: number | null = engine.pid;
        const result = await syncIndex(store, engine.nodes, indexLockPath(config));
        if (result === null) {
          filled ||= builtIndex(store) !== null;
          await pause(LOOK_EVERY);
          continue;
        }
        checkedPid = pid;
        filled = true;
        problem = null;
        if (result.documents > 0) log.info({ ...result, refused: result.refused.length }, 'search index is up to date');
        for (const { id, reason } of result.refused) log.error({ id, reason }, 'the search engine refuses a record');
      } catch (error) {
        if (isStopped()) return;
        problem = error instanceof Error ? error.message : String(error);
        log.warn({ reason: problem }, 'search index could not be written; trying again');
        await pause(RETRY_AFTER);
      }
    }
  };
  const done = keepFilled();

  return {
    engine,
    health: () => (isWritable() && !filled ? 'starting' : engine.health()),
    problem: () => engine.problem() ?? problem,
    stop: async () => {
      stopping.abort();
      await engine.stop();
      await done;
      closeQuietly(store);
    },
  };
}

function closeQuietly(store: Store): void {
  if (store.open) store.close();
}
