import { join } from 'node:path';
import type { Store } from '../../ingest/store/open-store.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import { validityRecord } from '../../ingest/store/queries/register.ts';
import { statusOnDay } from '../../ingest/validity/status-on-day.ts';
import { loadConfig, storePath } from '../../server/config.ts';
import { ROOT } from '../running-site.ts';
import { corpusIn, gazette, inFolder, searchReady, serve, startProgram } from './archive.ts';
import type { Running } from './archive.ts';
import { loadInTurn } from './load.ts';
import { inTurn, median, timed } from './measure.ts';
import type { BenchResult, Figure } from './report.ts';

const STARTS = 3;
const ON = '2024-09-15';

/** The pages of an archive that are measured, each with its address. */
export interface SamplePages {
  home: string;
  search: string;
  document: string;
  register: string;
  catalogue: string;
}

/** A page of each kind: a document of usual length, a named document, a catalogue. */
function samplePages(store: Store): SamplePages {
  const one = (sql: string): string => store.prepare<[], { at: string }>(sql).get()?.at ?? '';
  const middle = `FROM (SELECT document_id, count(*) AS n FROM provisions GROUP BY document_id ORDER BY n)
    LIMIT 1 OFFSET (SELECT count(DISTINCT document_id) / 2 FROM provisions)`;
  return {
    home: '/',
    search: `/search?q=${encodeURIComponent('监督检查')}`,
    document: `/documents/${one(`SELECT document_id AS at ${middle}`)}`,
    register: `/register/${one('SELECT id AS at FROM register ORDER BY held, id LIMIT 1')}`,
    catalogue: one("SELECT '/catalogues/' || year || '/' || quarter AS at FROM catalogues ORDER BY id DESC LIMIT 1"),
  };
}

const pagesOf = (pages: SamplePages): [string, string][] => [
  ['home', pages.home],
  ['search', pages.search],
  ['document', pages.document],
  ['register', pages.register],
  ['catalogue', pages.catalogue],
];

const startBareSite = (): Promise<Running> =>
  startProgram(['--import', 'tsx', join(ROOT, 'scripts', 'bench', 'bare-site.ts')], {});

/**
 * Requests per second of each kind of page beside a bare Express and Handlebars page of the same size; the table of a register
 * as XLSX beside the same as CSV; status answers beside a read of one row; start and memory beside the bare page's process.
 */
export async function benchPages(issues: number, seconds: number): Promise<BenchResult> {
  return inFolder(async (folder) => {
    const gazettes = await corpusIn(folder, issues);
    const env = { ARCHIVE_DIR: join(folder, 'archive'), GAZETTE_DIR: gazettes };
    await gazette(['ingest'], env);
    const figures = await measurePages(env, seconds);
    return { bench: 'pages', on: `${issues} issues`, figures };
  });
}

/** The figures of the site over an archive that is there and indexed. */
async function measurePages(env: Record<string, string>, seconds: number): Promise<Figure[]> {
  const store = openStore(storePath(loadConfig(env)), { readonly: true });
  const figures: Figure[] = [];
  const bare = await startBareSite();
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const site = await serve(env);
    starts.push(site.firstAnswer);
    await site.stop();
  }
  const site = await serve(env);
  try {
    await searchReady(site.url);
    for (const [name, path] of pagesOf(samplePages(store))) {
      const response = await fetch(site.url + path);
      const bytes = (await response.arrayBuffer()).byteLength;
      if (!response.ok) throw new Error(`${path} answers ${response.status}`);
      const [own, reference] = await loadInTurn(site.url + path, `${bare.url}/?bytes=${bytes}`, seconds);
      figures.push({
        what: `${name} page, ${(bytes / 1000).toFixed(0)} kB`,
        value: own,
        unit: 'requests/s',
        reference: 'bare Express + Handlebars, as many bytes',
        referenceValue: reference,
        ...(name === 'document' ? { promise: '≥ 0.6' } : {}),
      });
    }
    figures.push(await exportFigure(site.url), await statusFigure(store));
    figures.push({
      what: 'start to first page',
      value: median(starts),
      unit: 'ms',
      reference: 'start of the bare page',
      referenceValue: bare.firstAnswer,
      promise: 'under 2,000 ms',
    });
    figures.push({
      what: 'memory of the server, highest',
      value: site.memory().highest,
      unit: 'MB',
      reference: 'the bare page under the same load',
      referenceValue: bare.memory().highest,
      promise: 'under 250 MB',
    });
    return figures;
  } finally {
    await site.stop();
    await bare.stop();
    store.close();
  }
}

async function exportFigure(url: string): Promise<Figure> {
  const download = (format: string) => async (): Promise<void> => {
    const response = await fetch(`${url}/register.${format}`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`/register.${format} answers ${response.status}`);
  };
  const [xlsx, csv] = await inTurn(download('xlsx'), download('csv'), { warm: 1, counted: 3 });
  return { what: 'register as XLSX', value: xlsx.ms, unit: 'ms', reference: 'the same as CSV', referenceValue: csv.ms };
}

async function statusFigure(store: Store): Promise<Figure> {
  const ids = store.prepare<[], { id: string }>('SELECT id FROM register ORDER BY id LIMIT 2000').all();
  const row = store.prepare<[string], { id: string }>('SELECT * FROM register WHERE id = ?');
  const answer = (): void => {
    for (const { id } of ids) {
      const record = validityRecord(store, id);
      if (record === null || statusOnDay(record, ON).on !== ON) throw new Error(`no status of ${id}`);
    }
  };
  const read = (): void => {
    for (const { id } of ids) row.get(id);
  };
  await timed(answer);
  const [status, plain] = await inTurn(answer, read, { warm: 1, counted: 5 });
  return {
    what: 'one status answer',
    value: status.ms / ids.length,
    unit: 'ms',
    reference: 'one row of the register by its key',
    referenceValue: plain.ms / ids.length,
    promise: 'under 5 ms',
  };
}
