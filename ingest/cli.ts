import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { COMMANDS } from './commands/index.ts';
import { endWithNpm } from './terminal/end-with-npm.ts';
import { failureOf } from './terminal/failure.ts';

const USAGE_ERROR = 2;

const Package = z.object({ version: z.string() });
const { version } = Package.parse(createRequire(import.meta.url)('../package.json'));

const SETTINGS = `
Settings (environment):
  ARCHIVE_DIR            record store and search index (data/archive)
  GAZETTE_DIR            the files that start and ingest read (data/gazettes)
  PORT, HOST             where the site listens (3000, 127.0.0.1)
  MEILI_URL, MEILI_KEY   another Meilisearch server than the bundled one
  MEILI_BIN              another Meilisearch binary
  LOG_LEVEL              fatal, error, warn, info, debug, trace or silent (info)

Exit status: 0 done; 1 a file failed, nothing was found or something is wrong; 2 a file that cannot be read or a wrong command line.`;
const STOPPED_BY_READER = 'EPIPE';

/** The program with one command, or with all of them when help or an unknown name was asked for. */
async function programFor(name: string | undefined): Promise<Command> {
  const program = new Command('gazette')
    .description('邸报: an archive of Chinese government gazettes that can be searched, cited and trusted')
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .version(version, '--version', 'print the version')
    .addHelpText('after', SETTINGS);
  const asked = COMMANDS.filter((command) => command.name === name);
  for (const { load } of asked.length > 0 ? asked : COMMANDS) (await load())(program);
  for (const command of program.commands) command.configureOutput({ writeErr: () => undefined }).exitOverride();
  return program;
}

/** Everything that goes wrong is one line on standard error; a wrong command line has exit status 2. */
async function main(): Promise<void> {
  endWithNpm();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === STOPPED_BY_READER) process.exit();
    throw error;
  });
  const program = await programFor(process.argv[2]);
  try {
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      const message = error.message.replace(/^error: /u, '').replace(/\s*\n\s*/gu, ' ');
      console.error(`gazette: ${message}; see gazette --help`);
      process.exitCode = USAGE_ERROR;
      return;
    }
    const failure = failureOf(error);
    console.error(`gazette: ${failure.message}`);
    process.exitCode = failure.status;
  }
}

await main();
