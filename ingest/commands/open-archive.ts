import { existsSync } from 'node:fs';
import { storePath } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/open-store.ts';
import { CommandFailed } from '../terminal/failure.ts';

/**
 * The record store of an archive that is there: a question to an archive that nobody made (another ARCHIVE_DIR than was meant) must not be
 * answered by an empty one. `readonly` as for `openStore`.
 * @throws CommandFailed when the folder holds none, StoreUnusable when it cannot be opened
 */
export function openArchive(config: Config, options: { readonly: boolean }): Store {
  if (!existsSync(storePath(config)))
    throw new CommandFailed(`no archive in ${config.archiveDir}: run gazette ingest first`);
  return openStore(storePath(config), options);
}
