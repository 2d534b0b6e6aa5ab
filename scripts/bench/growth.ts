import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseIssue } from '../../ingest/pipeline.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';
import { issueSource } from '../make-corpus/issue-source.ts';
import { readMaterial } from '../make-corpus/material.ts';
import { CorpusPlan } from '../make-corpus/plan-issue.ts';
import { printIssue } from '../make-corpus/print-issue.ts';
import { SEED } from './archive.ts';
import { archiveOf, makeArchive, storeOf } from './growth-archives.ts';
import { median, timed } from './measure.ts';
import { sampleDocuments } from './queries.ts';
import { siteCosts } from './site-costs.ts';
import type { SiteCosts } from './site-costs.ts';

/** What an archive of one size costs. Times in ms, sizes in bytes. */
export interface SizeCosts {
  issues: number;
  articles: number;
  pieces: number;
  /** To read and write one issue more: by the clock, and of the processor. */
  addMs: number;
  addCpuMs: number;
  storeBytes: number;
  /** Null where the site was not measured. */
  site: SiteCosts | null;
}

const ADDED = 15;
/** The first ones meet statements and pages that are not ready yet. */
const NOT_COUNTED = 3;
const PAGES = 200;
const GAZETTES = join(import.meta.dirname, '..', '..', 'data', 'gazettes');

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
  for (const { issues, ...add } of added) {
    const store = openStore(storeOf(folder, issues), { readonly: true });
    const counted = counts(store);
    const documents = sampleDocuments(store, PAGES);
    store.close();
    const site = indexed.includes(issues) ? await siteCosts(archiveOf(folder, issues), documents) : null;
    costs.push({ issues, ...counted, ...add, site });
  }
  return costs;
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
async function costOfAdding(
  folder: string,
  sizes: readonly number[],
): Promise<Pick<SizeCosts, 'issues' | 'addMs' | 'addCpuMs'>[]> {
  const material = await readMaterial(GAZETTES);
  const plan = new CorpusPlan(SEED, material);
  const next = Math.max(...sizes);
  const copies = sizes.map((issues) => {
    const path = `${storeOf(folder, issues)}.copy`;
    copyFileSync(storeOf(folder, issues), path);
    return { issues, path, store: openStore(path), ms: new Array<number>(), cpuMs: new Array<number>() };
  });
  for (let index = 0; index < ADDED; index++) {
    const planned = plan.issue(next + index);
    const text = printIssue(planned, material, SEED);
    for (const { store, ms, cpuMs } of copies) {
      const time = await timed(() => {
        writeIssue(store, parseIssue(issueSource(text, `new-${index}`)), { path: `new/${planned.file}` });
      });
      ms.push(time.ms);
      cpuMs.push(time.cpuMs);
    }
  }
  return copies.map(({ issues, path, store, ms, cpuMs }) => {
    store.close();
    rmSync(path);
    return { issues, addMs: median(ms.slice(NOT_COUNTED)), addCpuMs: median(cpuMs.slice(NOT_COUNTED)) };
  });
}
