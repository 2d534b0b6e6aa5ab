import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { userFolder } from '../../server/user-folder.ts';
import { fillIndex } from './fill-index.ts';
import { runIngest } from './run-ingest.ts';
import { watchFiles } from './watch-files.ts';

interface IngestCommandOptions {
  prune?: boolean;
  watch?: boolean;
  checksum?: boolean;
  index: boolean;
}

/** Adds the command `ingest`. Exit status 1 if any file failed. */
export function registerIngestCommand(program: Command): void {
  program
    .command('ingest')
    .description('add files or folders to the archive')
    .argument('[path...]', 'files or folders (default: GAZETTE_DIR)')
    .option('--prune', 'take files out of the archive that are gone from the disk')
    .option('--checksum', 'compare the content of files also where size and times are as they were')
    .option('--watch', 'stay, and ingest files as they come and change')
    .option('--no-index', 'leave the search index to the site')
    .action(async (paths: string[], options: IngestCommandOptions) => {
      const config = loadConfig();
      const request = {
        paths: paths.length === 0 ? [config.gazetteDir] : paths.map((path) => resolve(userFolder(), path)),
        prune: options.prune === true,
        checksum: options.checksum === true,
      };
      if (options.watch === true) {
        await watchFiles(config, request);
        // A watcher that is closed while it looks at a new file leaves handles open: the process would never end.
        process.exit();
      }
      const ingest = async (): Promise<void> => {
        const { failed } = await runIngest(config, request);
        if (failed > 0) process.exitCode = 1;
      };
      if (options.index) await fillIndex(config, ingest);
      else await ingest();
    });
}
