import { indexLockPath } from '../../server/search-index.ts';
import { startSearchEngine, writingObstacle } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { storePath } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { waitingDocuments } from '../index/index-state.ts';
import { syncIndex } from '../index/sync.ts';
import { openStore } from '../store/open-store.ts';
import { startProgress } from '../terminal/progress.ts';

const ENGINE_PATIENCE = 30_000;

/**
 * Writes what an ingest changed to the search index, with the engine of a running site or one started for the purpose. An
 * engine that does not run is no failure of the ingest: the outbox keeps what is to be written.
 */
export async function fillIndex(config: Config): Promise<void> {
  const store = openStore(storePath(config));
  const engine = startSearchEngine(config, SILENT_LOG);
  const progress = startProgress();
  try {
    const reason = await writingObstacle(engine, ENGINE_PATIENCE);
    if (reason !== null) {
      console.error(`search index: ${waitingDocuments(store)} documents wait to be written: ${reason}`);
      return;
    }
    const result = await syncIndex(store, engine.nodes, indexLockPath(config), (done, total) => {
      progress.update(done, total, 'documents in the search index');
    });
    progress.stop();
    if (result === null) console.log('search index: another process is writing it');
    else if (result.documents === 0) console.log('search index: up to date');
    else console.log(`search index: ${result.documents} documents, ${result.records} passages written`);
    for (const { id, reason } of result?.refused ?? []) console.error(`search index: ${id} refused: ${reason}`);
  } finally {
    progress.stop();
    await engine.stop();
    store.close();
  }
}
