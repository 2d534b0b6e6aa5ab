import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseIssue } from '../../ingest/pipeline.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';
import { readMaterial } from '../make-corpus/material.ts';
import { CorpusPlan } from '../make-corpus/plan-issue.ts';
import { printIssue } from '../make-corpus/print-issue.ts';
import { SEED, corpusIn, gazette, searchReady, serve } from './archive.ts';
import { median, quantile, timed } from './measure.ts';
import { measureSearch } from './search.ts';

/** What an archive of one size costs. Times in ms, sizes in bytes; NaN where it was not measured. */
export interface SizeCosts {
  issues: number;
  articles: number;
  pieces: number;
  /** To read and write one issue more: by the clock, and of the processor. */
  addMs: number;
  addCpuMs: number;
  storeBytes: number;
  indexBytes: number;
  searchP50: number;
  searchP99: number;
  engineP50: number;
  engineP99: number;
  /** A document page that is made anew. */
  pageP50: number;
  pageP99: number;
  firstPageMs: number;
  serverMb: number;
}

const ADDED = 15;
const PAGES = 200;
const GAZETTES = join(import.meta.dirname, '..', '..', 'data', 'gazettes');

const archiveOf = (folder: string, issues: number): string => join(folder, String(issues));
const storeOf = (folder: string, issues: number): string => join(archiveOf(folder, issues), 'dibao.sqlite');

/**
 * Makes the archives of these sizes below a folder, unless they are there, and measures each: what it costs to add an issue
 * (every size in turn, so that the machine's load meets all alike), bytes, search and page latency, start and memory.
 * `indexed` are the sizes whose index is made and whose site is measured.
 */
export async function measureGrowth(
  folder: string,
  sizes: readonly number[],
  indexed: readonly number[],
): Promise<SizeCosts[]> {
  for (const issues of sizes) await makeArchive(folder, issues, indexed.includes(issues));
  const added = await costOfAdding(folder, sizes);
  const costs: SizeCosts[] = [];
  for (const [at, issues] of sizes.entries()) {
    const store = openStore(storeOf(folder, issues), { readonly: true });
    const counted = counts(store);
    const documents = store.prepare<[], { id: string }>('SELECT id FROM documents ORDER BY random() LIMIT 200').all();
    store.close();
    const site = indexed.includes(issues)
      ? await measureSite(archiveOf(folder, issues), documents.map(({ id }) => id).slice(0, PAGES))
      : NOT_MEASURED;
    costs.push({ issues, ...counted, ...(added[at] ?? { addMs: Number.NaN, addCpuMs: Number.NaN }), ...site });
  }
  return costs;
}

async function makeArchive(folder: string, issues: number, indexed: boolean): Promise<void> {
  const archive = archiveOf(folder, issues);
  const env = { ARCHIVE_DIR: archive, LOG_LEVEL: 'silent' };
  if (!existsSync(storeOf(folder, issues))) {
    mkdirSync(archive, { recursive: true });
    await gazette(['ingest', '--no-index'], { ...env, GAZETTE_DIR: await corpusIn(join(archive, 'corpus'), issues) });
  }
  if (indexed && !existsSync(join(archive, 'engine', 'data.ms'))) await gazette(['reindex'], env);
}

function counts(store: Store): Pick<SizeCosts, 'articles' | 'pieces' | 'storeBytes'> {
  const row = store
    .prepare<[], { articles: number; pieces: number }>(
      "SELECT count(*) AS pieces, count(CASE WHEN kind = 'article' THEN 1 END) AS articles FROM pieces",
    )
    .get();
  const size = (name: string): number => Number(store.pragma(name, { simple: true }));
  return { articles: row?.articles ?? 0, pieces: row?.pieces ?? 0, storeBytes: size('page_count') * size('page_size') };
}

/** Adds the same new issues to a copy of each archive, one issue to each in turn. */
async function costOfAdding(folder: string, sizes: readonly number[]): Promise<{ addMs: number; addCpuMs: number }[]> {
  const material = await readMaterial(GAZETTES);
  const plan = new CorpusPlan(SEED, material);
  const next = Math.max(...sizes);
  const copies = sizes.map((issues) => {
    const path = `${storeOf(folder, issues)}.copy`;
    copyFileSync(storeOf(folder, issues), path);
    return { path, store: openStore(path), ms: new Array<number>(), cpuMs: new Array<number>() };
  });
  for (let index = 0; index < ADDED; index++) {
    const planned = plan.issue(next + index);
    const text = printIssue(planned, material, SEED);
    for (const { store, ms, cpuMs } of copies) {
      const time = await timed(() => {
        const source = { text, format: 'markdown' as const, encoding: 'utf-8', statedFacts: [] };
        const issue = parseIssue({ ...source, contentHash: `new-${index}`, byteLength: Buffer.byteLength(text) });
        writeIssue(store, issue, { path: `new/${planned.file}` });
      });
      ms.push(time.ms);
      cpuMs.push(time.cpuMs);
    }
  }
  return copies.map(({ path, store, ms, cpuMs }) => {
    store.close();
    rmSync(path);
    return { addMs: median(ms.slice(3)), addCpuMs: median(cpuMs.slice(3)) };
  });
}

type SiteCosts = Omit<SizeCosts, 'issues' | 'articles' | 'pieces' | 'storeBytes' | 'addMs' | 'addCpuMs'>;

const NOT_MEASURED: SiteCosts = {
  indexBytes: Number.NaN,
  searchP50: Number.NaN,
  searchP99: Number.NaN,
  engineP50: Number.NaN,
  engineP99: Number.NaN,
  pageP50: Number.NaN,
  pageP99: Number.NaN,
  firstPageMs: Number.NaN,
  serverMb: Number.NaN,
};

async function measureSite(archive: string, documents: readonly string[]): Promise<SiteCosts> {
  const env = { ARCHIVE_DIR: archive, LOG_LEVEL: 'silent' };
  const [p50, , p99] = await measureSearch(env, 300);
  const site = await serve(env);
  try {
    await searchReady(site.url);
    const pages: number[] = [];
    for (const id of documents) {
      const { ms } = await timed(async () => (await fetch(`${site.url}/documents/${id}`)).arrayBuffer());
      pages.push(ms);
    }
    return {
      indexBytes: folderBytes(join(archive, 'engine', 'data.ms')),
      searchP50: p50?.value ?? Number.NaN,
      searchP99: p99?.value ?? Number.NaN,
      engineP50: p50?.referenceValue ?? Number.NaN,
      engineP99: p99?.referenceValue ?? Number.NaN,
      pageP50: median(pages),
      pageP99: quantile(pages, 0.99),
      firstPageMs: site.firstAnswer,
      serverMb: site.memory().highest,
    };
  } finally {
    await site.stop();
  }
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
