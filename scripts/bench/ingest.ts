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
import { processorSeconds, timed } from './measure.ts';
import type { BenchResult, Figure } from './report.ts';

const REFERENCE_BATCH = 10_000;

/**
 * Ingest with index of a corpus by `gazette ingest`, beside what a new Meilisearch takes for the same search records, ready made,
 * under the same settings; and what an article costs of it beside a corpus of a tenth of the issues.
 */
export async function benchIngest(issues: number): Promise<BenchResult> {
  return inFolder(async (folder) => {
    const tenth = Math.max(1, Math.round(issues / 10));
    const small = await ingestCorpus(join(folder, 'tenth'), tenth);
    const { env, store, whole } = await ingestCorpus(join(folder, 'all'), issues);
    const again = await worked(() => gazette(['ingest'], env));
    const { records, articles, bytes } = readArchive(env);
    const engine = await worked(() => feedEngine(join(folder, 'reference'), records));
    const reference = `the same ${records.length} records straight to Meilisearch`;
    const byClock = (what: string, seconds: number): Figure => ({
      what,
      value: seconds,
      unit: 's',
      reference,
      referenceValue: engine.seconds,
    });
    const fewer = readArchive(small.env).articles;
    const linear = (what: string, one: Work, few: Work): Figure => ({
      what: `${what}, an article`,
      value: (one.seconds * 1000) / articles,
      unit: 'ms',
      reference: `of ${tenth} issues, ${fewer} articles`,
      referenceValue: (few.seconds * 1000) / fewer,
      promise: 'linear: 1 or less',
    });
    return {
      bench: 'ingest',
      on: `${issues} issues, ${articles} articles, ${(bytes / 1e6).toFixed(0)} MB of record store`,
      figures: [
        { ...byClock('ingest and index', whole.seconds), promise: '≤ 1.3' },
        byClock('of it: files into the store alone', store.seconds),
        byClock('again, nothing changed', again.seconds),
        {
          what: 'ingest and index, processor time',
          value: whole.processor,
          unit: 's',
          reference: `${reference}, processor time`,
          referenceValue: engine.processor,
        },
        linear('ingest and index', whole, small.whole),
        linear('files into the store alone', store, small.store),
      ],
    };
  });
}

/** Ingests a corpus of so many issues twice, into the store alone and with the index. */
async function ingestCorpus(
  folder: string,
  issues: number,
): Promise<{ env: Record<string, string>; store: Work; whole: Work }> {
  const gazettes = await corpusIn(folder, issues);
  const env = { ARCHIVE_DIR: join(folder, 'archive'), GAZETTE_DIR: gazettes, LOG_LEVEL: 'silent' };
  const store = await worked(() => gazette(['ingest', '--no-index'], { ...env, ARCHIVE_DIR: join(folder, 'store') }));
  const whole = await worked(() => gazette(['ingest'], env));
  return { env, store, whole };
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

/** Seconds by the clock and of the processor, in this process and those that it starts and ends. */
interface Work {
  seconds: number;
  processor: number;
}

async function worked(work: () => Promise<unknown>): Promise<Work> {
  const before = processorSeconds();
  const { ms } = await timed(work);
  return { seconds: ms / 1000, processor: processorSeconds() - before };
}

/** Starts a new engine and gives it the records until the last can be found. */
async function feedEngine(archiveDir: string, records: readonly SearchRecord[]): Promise<void> {
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: archiveDir }), SILENT_LOG);
  try {
    if (!(await engine.ready(60_000))) throw new Error(`no search engine: ${engine.problem() ?? 'it does not answer'}`);
    const [client] = engine.nodes;
    if (client === undefined) throw new Error('no search engine');
    await taskDone(client, client.createIndex('reference', { primaryKey: 'id' }));
    await taskDone(client, client.index('reference').updateSettings(INDEX_SETTINGS));
    for (let at = 0; at < records.length; at += REFERENCE_BATCH)
      await writeRecords(client, 'reference', records.slice(at, at + REFERENCE_BATCH));
  } finally {
    await engine.stop();
  }
}
