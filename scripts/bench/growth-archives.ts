import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { indexFault } from '../../ingest/index/index-state.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import { loadConfig } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { corpusIn, gazette } from './archive.ts';

/** The archives of a growth curve: a folder each, by the number of their issues. */
export const archiveOf = (folder: string, issues: number): string => join(folder, String(issues));

export const storeOf = (folder: string, issues: number): string => join(archiveOf(folder, issues), 'dibao.sqlite');

/** Makes the archive of so many issues, and its index where one is wanted; what is there and fits is kept. */
export async function makeArchive(folder: string, issues: number, indexed: boolean): Promise<void> {
  const archive = archiveOf(folder, issues);
  const env = { ARCHIVE_DIR: archive, LOG_LEVEL: 'silent' };
  if (!existsSync(storeOf(folder, issues))) {
    mkdirSync(archive, { recursive: true });
    await gazette(['ingest', '--no-index'], { ...env, GAZETTE_DIR: await corpusIn(join(archive, 'corpus'), issues) });
  }
  if (indexed && !(await isIndexed(archive))) await gazette(['reindex'], env);
}

/** Whether an archive's index is whole and made by the rules of this program: that of a million articles takes a quarter of an hour. */
async function isIndexed(archive: string): Promise<boolean> {
  const store = openStore(join(archive, 'dibao.sqlite'), { readonly: true });
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: archive }), SILENT_LOG);
  try {
    if (!(await engine.ready(60_000))) throw new Error(engine.problem() ?? 'the search engine does not answer');
    return (await indexFault(store, engine.nodes)) === null;
  } finally {
    await engine.stop();
    store.close();
  }
}
