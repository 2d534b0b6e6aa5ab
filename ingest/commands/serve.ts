import type { Command } from 'commander';
import { loadConfig, storePath } from '../../server/config.ts';
import { isWritableStore } from '../store/open-replica.ts';
import { runSite } from './run-site.ts';

/** Adds the command `serve`. An archive folder that cannot be written is served as a copy without being asked. */
export function registerServeCommand(program: Command): void {
  program
    .command('serve')
    .description('run the site on HOST and PORT')
    .option('--replica', 'serve a copy made by `gazette backup`: write nothing, take up the next copy put in its place')
    .action(({ replica }: { replica?: boolean }) => {
      const config = loadConfig();
      return runSite(config, { replica: replica === true || !isWritableStore(storePath(config)) });
    });
}
