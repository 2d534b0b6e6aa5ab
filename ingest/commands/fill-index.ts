import { setTimeout as sleep } from 'node:timers/promises';
import { indexLockPath } from '../../server/search-index.ts';
import { startSearchEngine, writingObstacle } from '../../server/search-engine.ts';
import type { SearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { storePath } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { waitingDocuments } from '../index/index-state.ts';
import { syncIndex } from '../index/sync.ts';
import type { SyncOptions, SyncResult } from '../index/sync.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/open-store.ts';
import { counted } from '../terminal/counted.ts';
import { startProgress } from '../terminal/progress.ts';

const ENGINE_PATIENCE = 30_000;
const LOOK_EVERY = 100;

/**
 * Writes what an ingest changed to the search index, with the engine of a running site or one started for the purpose. An
 * engine that does not run is no failure of the ingest: the outbox keeps what is to be written. The engine works in processes
 * of its own, so what `ingest` has finished is given to it while `ingest` goes on.
 * @throws what `ingest` throws; then nothing more is written
 */
export async function fillIndex(
  config: Config,
  ingest: () => Promise<unknown> = () => Promise.resolve(),
  { longestWait }: Pick<SyncOptions, 'longestWait'> = {},
): Promise<void> {
  const store = openStore(storePath(config));
  const engine = startSearchEngine(config, SILENT_LOG);
  const progress = startProgress();
  try {
    const meanwhile = await fillWhile(ingest, store, engine, indexLockPath(config), longestWait);
    const reason = await writingObstacle(engine, ENGINE_PATIENCE);
    if (reason !== null) {
      console.error(`search index: ${counted(waitingDocuments(store), 'document')} waiting to be written: ${reason}`);
      return;
    }
    const result = await syncIndex(store, engine.nodes, indexLockPath(config), {
      progress: (done, total) => progress.update(done, total, 'documents in the search index'),
    });
    progress.stop();
    if (result === null) console.log('search index: another process is writing it');
    else {
      const documents = meanwhile.documents + result.documents;
      const records = meanwhile.records + result.records;
      if (documents === 0) console.log('search index: up to date');
      else console.log(`search index: ${counted(documents, 'document')}, ${counted(records, 'passage')} written`);
    }
    for (const { id, reason } of [...meanwhile.refused, ...(result?.refused ?? [])])
      console.error(`search index: ${id} refused: ${reason}`);
  } finally {
    progress.stop();
    await engine.stop();
    store.close();
  }
}

type Written = Pick<SyncResult, 'documents' | 'records' | 'refused'>;

const NOTHING: Written = { documents: 0, records: 0, refused: [] };

/** Works the outbox off until the ingest ends. A fault of the index is left to the write after it. */
async function fillWhile(
  ingest: () => Promise<unknown>,
  store: Store,
  engine: SearchEngine,
  lockPath: string,
  longestWait: number | undefined,
): Promise<Written> {
  let ended = false;
  const goesOn = (): boolean => !ended;
  const options = longestWait === undefined ? { goesOn } : { goesOn, longestWait };
  const working = ingest().finally(() => (ended = true));
  const filling = async (): Promise<Written> => {
    while (goesOn()) {
      const written = engine.health() === 'ok' ? await syncIndex(store, engine.nodes, lockPath, options) : null;
      if (written !== null) return written;
      await sleep(LOOK_EVERY);
    }
    return NOTHING;
  };
  const filled = filling().catch(() => NOTHING);
  await working;
  return filled;
}
