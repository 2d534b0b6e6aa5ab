import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { probeAddress } from '../../server/main.ts';
import { runIngest } from './run-ingest.ts';
import { runSite } from './run-site.ts';
import { CommandFailed } from '../terminal/failure.ts';

/** Adds the command `start` (npm start): ingest of GAZETTE_DIR, then the site. It serves also when some files failed. */
export function registerStartCommand(program: Command): void {
  program
    .command('start')
    .description('ingest GAZETTE_DIR and run the site')
    .action(async () => {
      const config = loadConfig();
      await probeAddress(config);
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
