import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { startSearchEngine, writingObstacle } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { indexLockPath } from '../../server/search-index.ts';
import { rebuildIndex } from '../index/sync.ts';
import { counted } from '../terminal/counted.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { startProgress } from '../terminal/progress.ts';
import { openArchive } from './open-archive.ts';

const ENGINE_PATIENCE = 60_000;

/** Adds the command `reindex`: searches go on with the present index until the new one is swapped in. */
export function registerReindexCommand(program: Command): void {
  program
    .command('reindex')
    .description('rebuild the search index from the record store and swap it in')
    .action(async () => {
      const config = loadConfig();
      const store = openArchive(config, { readonly: false });
      const engine = startSearchEngine(config, SILENT_LOG);
      const progress = startProgress();
      try {
        const reason = await writingObstacle(engine, ENGINE_PATIENCE);
        if (reason !== null) throw new CommandFailed(`the search index was left as it is: ${reason}`);
        const result = await rebuildIndex(store, engine.nodes, indexLockPath(config), (done, total) => {
          progress.update(done, total, 'documents in the new search index');
        });
        progress.stop();
        if (result === null)
          throw new CommandFailed('another process is writing the search index; try again when it has ended');
        console.log(
          `search index: rebuilt with ${counted(result.documents, 'document')}, ${counted(result.records, 'passage')}`,
        );
        for (const { id, reason } of result.refused) console.error(`search index: ${id} refused: ${reason}`);
        if (result.refused.length > 0) process.exitCode = 1;
      } finally {
        progress.stop();
        await engine.stop();
        store.close();
      }
    });
}
