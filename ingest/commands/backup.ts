import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { userFolder } from '../../server/user-folder.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/open-store.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { openArchive } from './open-archive.ts';

/** Writes the record store as it is at one moment to `file`, also while others read and write it. Nothing half is ever at `file`. */
export function backupStore(store: Store, file: string): void {
  if (existsSync(file)) {
    if (statSync(file).isDirectory()) throw new CommandFailed(`${file}: a folder; name a file`);
    openStore(file, { readonly: true }).close();
  }
  const fresh = `${file}.${process.pid}.part`;
  rmSync(fresh, { force: true });
  try {
    store.prepare('VACUUM INTO ?').run(fresh);
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Adds the command `backup`. An older backup at the same place is replaced, any other file is refused. */
export function registerBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('write the record store to one file, also while the site runs')
    .argument('<file>', 'where to write it')
    .action((name: string) => {
      const config = loadConfig();
      const store = openArchive(config, { readonly: true });
      const file = resolve(userFolder(), name);
      try {
        backupStore(store, file);
      } finally {
        store.close();
      }
      console.log(`backup: ${file}, ${Math.ceil(statSync(file).size / 1024)} KiB`);
    });
}
