import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ingestLockPath, loadConfig, storePath } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { userFolder } from '../../server/user-folder.ts';
import { makeFolder } from '../store/make-folder.ts';
import { openStore } from '../store/open-store.ts';
import { takeProcessLock } from '../store/process-lock.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { fillIndex } from './fill-index.ts';

/**
 * Puts a backup in the place of the record store, in one step for everybody who reads it, a running site included. The
 * search index is built anew from it afterwards.
 */
export async function restoreStore(config: Config, file: string): Promise<void> {
  if (!existsSync(file)) throw new CommandFailed(`${file}: no such file`);
  makeFolder(config.archiveDir);
  const lock = takeProcessLock(ingestLockPath(config));
  if (lock === null) throw new CommandFailed('an ingest is writing to the archive; restore when it has ended');
  const copy = join(config.archiveDir, `restore.${process.pid}.part`);
  try {
    copyFileSync(file, copy);
    const backup = openStore(copy);
    try {
      const verdict = String(backup.pragma('integrity_check', { simple: true }));
      if (verdict !== 'ok') throw new CommandFailed(`${file}: damaged (${verdict}); nothing was changed`);
      backup.exec("DELETE FROM outbox; DELETE FROM meta WHERE key = 'built_index'");
      await backup.backup(storePath(config));
    } finally {
      backup.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    lock.release();
  }
}

/** Adds the command `restore`. */
export function registerRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('put a backup in the place of the record store')
    .argument('<file>', 'what gazette backup wrote')
    .action(async (name: string) => {
      const config = loadConfig();
      const file = resolve(userFolder(), name);
      await restoreStore(config, file);
      console.log(`restored from ${file}`);
      await fillIndex(config);
    });
}
