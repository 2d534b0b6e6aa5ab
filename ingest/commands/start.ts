import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { loadConfig, storePath } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { probeAddress } from '../../server/main.ts';
import { openStore } from '../store/open-store.ts';
import { ingestBeside } from './ingest-beside.ts';
import { runIngest } from './run-ingest.ts';
import { runSite } from './run-site.ts';
import { CommandFailed } from '../terminal/failure.ts';

/**
 * Adds the command `start` (npm start): ingest of GAZETTE_DIR, then the site. It serves also when some files failed. An archive that
 * holds something is served at once, and files that are new or changed come in while it is read.
 */
export function registerStartCommand(program: Command): void {
  program
    .command('start')
    .description('ingest GAZETTE_DIR and run the site')
    .action(async () => {
      const config = loadConfig();
      await probeAddress(config);
      if (holdsIssues(config)) {
        await runSite(config, { beside: ingestBeside });
        return;
      }
      const stopping = new AbortController();
      const stop = (): void => stopping.abort();
      process.once('SIGINT', stop).once('SIGTERM', stop);
      try {
        await runIngest(config, {
          paths: [config.gazetteDir],
          prune: false,
          isStopped: () => stopping.signal.aborted,
        });
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error;
        console.error(`gazette: ${error.message}`);
      }
      process.off('SIGINT', stop).off('SIGTERM', stop);
      if (!stopping.signal.aborted) await runSite(config);
    });
}

/** Whether there is an archive to show already, in the present form of its tables. */
function holdsIssues(config: Config): boolean {
  const path = storePath(config);
  if (!existsSync(path)) return false;
  const store = openStore(path);
  try {
    return store.prepare('SELECT 1 FROM issues LIMIT 1').get() !== undefined;
  } finally {
    store.close();
  }
}
