import { join } from 'node:path';
import { searchRecordsOf } from '../../ingest/index/search-record.ts';
import type { SearchRecord } from '../../ingest/index/search-record.ts';
import { INDEX_SETTINGS } from '../../ingest/index/settings.ts';
import { taskDone } from '../../ingest/index/engine-tasks.ts';
import { writeRecords } from '../../ingest/index/write-records.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import { loadConfig, storePath } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { corpusIn, gazette, inFolder } from './archive.ts';
import { timed } from './measure.ts';
import type { BenchResult } from './report.ts';

const REFERENCE_BATCH = 10_000;

/**
 * Ingest with index of a corpus by `gazette ingest`, beside what a new Meilisearch takes for the same search records, ready made,
 * under the same settings.
 */
export async function benchIngest(issues: number): Promise<BenchResult> {
  return inFolder(async (folder) => {
    const gazettes = await corpusIn(folder, issues);
    const env = { ARCHIVE_DIR: join(folder, 'archive'), GAZETTE_DIR: gazettes, LOG_LEVEL: 'silent' };
    const store = await timed(() => gazette(['ingest', '--no-index'], { ...env, ARCHIVE_DIR: join(folder, 'store') }));
    const whole = await timed(() => gazette(['ingest'], env));
    const again = await timed(() => gazette(['ingest'], env));
    const { records, articles, bytes } = readArchive(env);
    const engine = await feedEngine(join(folder, 'reference'), records);
    const common = { unit: 's', reference: `the same ${records.length} records straight to Meilisearch` };
    const engineSeconds = engine.ms / 1000;
    return {
      bench: 'ingest',
      on: `${issues} issues, ${articles} articles, ${(bytes / 1e6).toFixed(0)} MB of record store`,
      figures: [
        {
          what: 'ingest and index',
          value: whole.ms / 1000,
          referenceValue: engineSeconds,
          ...common,
          promise: '≤ 1.3',
        },
        { what: 'of it: files into the store alone', value: store.ms / 1000, referenceValue: engineSeconds, ...common },
        { what: 'again, nothing changed', value: again.ms / 1000, referenceValue: engineSeconds, ...common },
      ],
    };
  });
}

function readArchive(env: Record<string, string>): { records: SearchRecord[]; articles: number; bytes: number } {
  const store = openStore(storePath(loadConfig(env)), { readonly: true });
  try {
    const ids = store.prepare<[], { id: string }>('SELECT id FROM documents ORDER BY id').all();
    const records = ids.flatMap(({ id }) => searchRecordsOf(store, id));
    const articles = store.prepare<[], { n: number }>("SELECT count(*) AS n FROM pieces WHERE kind = 'article'").get();
    const bytes =
      Number(store.pragma('page_count', { simple: true })) * Number(store.pragma('page_size', { simple: true }));
    return { records, articles: articles?.n ?? 0, bytes };
  } finally {
    store.close();
  }
}

/** The time that a new engine takes from the first record to the last that can be found. */
async function feedEngine(archiveDir: string, records: readonly SearchRecord[]): Promise<{ ms: number }> {
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: archiveDir }), SILENT_LOG);
  try {
    if (!(await engine.ready(60_000))) throw new Error(`no search engine: ${engine.problem() ?? 'it does not answer'}`);
    const [client] = engine.nodes;
    if (client === undefined) throw new Error('no search engine');
    return await timed(async () => {
      await taskDone(client, client.createIndex('reference', { primaryKey: 'id' }));
      await taskDone(client, client.index('reference').updateSettings(INDEX_SETTINGS));
      for (let at = 0; at < records.length; at += REFERENCE_BATCH)
        await writeRecords(client, 'reference', records.slice(at, at + REFERENCE_BATCH));
    });
  } finally {
    await engine.stop();
  }
}
