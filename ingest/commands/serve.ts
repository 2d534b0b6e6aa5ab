import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { runSite } from './run-site.ts';

/** Adds the command `serve`. */
export function registerServeCommand(program: Command): void {
  program
    .command('serve')
    .description('run the site on HOST and PORT')
    .action(() => runSite(loadConfig()));
}
