import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSourceFile } from '../../../ingest/read/read-source.ts';
import { searchRecordsOf } from '../../../ingest/index/search-record.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { removeSource } from '../../../ingest/store/remove-source.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { readMaterial } from '../../../scripts/make-corpus/material.ts';
import { CorpusPlan } from '../../../scripts/make-corpus/plan-issue.ts';
import { writeCorpus } from '../../../scripts/make-corpus/write-corpus.ts';
import { openSite } from '../../helpers/site.ts';
import { growingSteps, rememberingStore } from '../../helpers/statement-plans.ts';

const SEED = 5;
/** Issues of one gazette, with a catalogue and repeals of earlier ones among them. */
const ISSUES = 31 * 8;

let folder: string;
let store: Store;
let remembering: ReturnType<typeof rememberingStore>;
let files: string[];
let someIds: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-plans-'));
  const material = await readMaterial(join(import.meta.dirname, '../../../data/gazettes'));
  await writeCorpus({ issues: ISSUES, seed: SEED, folder, material });
  const plan = new CorpusPlan(SEED, material);
  files = Array.from({ length: 8 }, (_, nth) => plan.issue(nth * 31).file);
  remembering = rememberingStore();
  ({ store } = remembering);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ingest = async (file: string): Promise<void> => {
  writeIssue(store, parseIssue(await readSourceFile(join(folder, 'issues', file))), { path: file });
};

const idOf = (sql: string): string => store.prepare<[], { id: string }>(sql).get()?.id ?? '';

/** A list is counted by an index alone, and walked in the order of one up to its page; the kept counts are seven rows. */
const ROWS_OF_A_LIST = [/USING COVERING INDEX/u, /^SCAN r USING INDEX register_newest\b/u, /^SCAN tallies\b/u];

const growing = (allowed: readonly RegExp[] = []): string[] =>
  remembering
    .statements()
    .filter(({ sql }) => !allowed.some((pattern) => pattern.test(sql)))
    .flatMap((statement) => growingSteps(statement).map((step) => `${step} in ${statement.sql}`));

describe('no statement reads a whole table', () => {
  test('to add, replace or take out an issue, or to make its search records', async () => {
    for (const file of files) await ingest(file);
    someIds = store
      .prepare<[], { id: string }>('SELECT id FROM documents')
      .all()
      .map(({ id }) => id);
    remembering.forget();
    await ingest(files[2] ?? '');
    removeSource(store, files[3] ?? '');
    await ingest(files[3] ?? '');
    for (const id of someIds) searchRecordsOf(store, id);
    expect(remembering.statements().length).toBeGreaterThan(60);
    // Lines of catalogues outside documents whose title is ambiguous: a handful, asked for by each ingest.
    expect(growing([/register_id IS NULL AND \+c\.document_id IS NULL/u])).toEqual([]);
  });

  test('to make a page of one document, issue, entry or quarter', async () => {
    const document = idOf("SELECT id FROM documents WHERE kind = 'act' ORDER BY id LIMIT 1");
    const issue = idOf('SELECT id FROM issues ORDER BY id LIMIT 1');
    const named = idOf('SELECT id FROM register ORDER BY held, id LIMIT 1');
    const quarter = idOf("SELECT year || '/' || quarter AS id FROM catalogues ORDER BY 1 LIMIT 1");
    const site = await openSite({ store });
    // What every page says of the whole archive is counted once for each state of the store.
    await site.get('/');
    remembering.forget();
    for (const path of [
      `/documents/${document}`,
      `/documents/${document}/articles/1`,
      `/documents/${document}/source`,
      `/issues/${issue}`,
      `/catalogues/${quarter}`,
      `/register/${named}`,
      '/validity',
      `/validity?ref=${encodeURIComponent('京政办发〔1990〕1号')}`,
      `/api/v1/documents/${document}`,
      `/api/v1/documents/${document}/relations`,
      `/api/v1/documents/${document}/articles/1`,
      `/api/v1/issues/${issue}`,
      `/api/v1/catalogues/${quarter}`,
      `/api/v1/validity?ref=${encodeURIComponent('京政办发〔1990〕1号')}`,
    ]) {
      const { status } = await site.get(path);
      expect([path, status]).toEqual([path, 200]);
    }
    await site.close();
    expect(growing()).toEqual([]);
  });

  test('to make a list, its next pages, its filters by what an index knows, a feed or the home page', async () => {
    const gazette = encodeURIComponent(idOf('SELECT gazette AS id FROM issues LIMIT 1'));
    const site = await openSite({ store });
    // What stands in the filters of a list is counted once for each state of the store, from an index alone.
    for (const path of [
      '/',
      '/issues',
      '/documents',
      '/register',
      '/repeals',
      '/catalogues',
      '/catalogues/all',
      '/coverage',
    ])
      await site.get(path);
    remembering.forget();
    for (const path of [
      '/?again',
      '/issues?page=2',
      `/issues?gazette=${gazette}`,
      '/documents?page=2',
      `/documents?type=${encodeURIComponent('通知')}`,
      '/register?page=2',
      '/repeals?page=2',
      '/repeals?type=repealed',
      '/catalogues/all',
      '/catalogues/all?page=2',
      '/expiring',
      '/feeds/documents.atom',
      '/feeds/repeals.atom',
      '/feeds/expiring.ics',
      '/healthz',
      '/metrics',
      '/api/v1/issues',
      '/api/v1/documents',
    ]) {
      const { status } = await site.get(path);
      expect([path, status]).toEqual([path, 200]);
    }
    await site.close();
    const rows = growing().filter((step) => !ROWS_OF_A_LIST.some((pattern) => pattern.test(step)));
    expect(rows).toEqual([]);
  });
});
