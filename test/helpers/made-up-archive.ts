import { join } from 'node:path';
import { parseIssue } from '../../ingest/pipeline.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';
import { readMaterial } from '../../scripts/make-corpus/material.ts';
import { CorpusPlan } from '../../scripts/make-corpus/plan-issue.ts';
import { printIssue } from '../../scripts/make-corpus/print-issue.ts';

const GAZETTES = join(import.meta.dirname, '..', '..', 'data', 'gazettes');

/** Adds made-up issues to a store, from the `first` on: some 130 passages each, whose sentences recur. */
export async function addMadeUpIssues(store: Store, first: number, count: number): Promise<void> {
  const material = await readMaterial(GAZETTES);
  const plan = new CorpusPlan(1, material);
  for (let index = 0; index < first + count; index++) {
    const planned = plan.issue(index);
    if (index < first) continue;
    const text = printIssue(planned, material, 1);
    const source = { text, format: 'markdown' as const, encoding: 'utf-8', statedFacts: [] };
    const issue = parseIssue({ ...source, contentHash: `made-${index}`, byteLength: Buffer.byteLength(text) });
    writeIssue(store, issue, { path: planned.file });
  }
}

/** An archive of so many made-up issues. */
export async function madeUpArchive(issues: number): Promise<Store> {
  const store = openStore(':memory:');
  await addMadeUpIssues(store, 0, issues);
  return store;
}
