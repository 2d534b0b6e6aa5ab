import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource, readSourceFile } from '../../../ingest/read/read-source.ts';
import { MIGRATIONS } from '../../../ingest/store/migrations.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { removeSource } from '../../../ingest/store/remove-source.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { readMaterial } from '../../../scripts/make-corpus/material.ts';
import { CorpusPlan } from '../../../scripts/make-corpus/plan-issue.ts';
import { writeCorpus } from '../../../scripts/make-corpus/write-corpus.ts';

const SEED = 11;
const GAZETTES = join(import.meta.dirname, '../../../data/gazettes');
/** The version of the schema that keeps lists. */
const KEPT_SINCE = 4;

let folder: string;
let files: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-kept-'));
  const material = await readMaterial(GAZETTES);
  await writeCorpus({ issues: 31 * 4, seed: SEED, folder, material });
  const plan = new CorpusPlan(SEED, material);
  files = Array.from({ length: 4 }, (_, nth) => join(folder, 'issues', plan.issue(nth * 31).file));
  files.push(join(GAZETTES, 'xinjiang-2024-07-08.txt'), join(GAZETTES, 'xinjiang-2024-17-18.txt'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const add = async (store: Store, file: string): Promise<void> => {
  writeIssue(store, parseIssue(await readSourceFile(file)), { path: file });
};

/** The same file with its first half only, or with the year of its masthead changed. */
async function addChanged(store: Store, file: string, change: (text: string) => string): Promise<void> {
  const bytes = new TextEncoder().encode(change(readFileSync(file, 'utf8')));
  writeIssue(store, parseIssue(await readSource(bytes, file)), { path: file });
}

const rows = (store: Store, sql: string): unknown[] => store.prepare(sql).all();

const KEPT_COUNTS = 'SELECT name, count FROM tallies ORDER BY name';
const COUNTED = `
  SELECT 'acts' AS name, count(*) AS count FROM documents WHERE kind = 'act'
  UNION ALL SELECT 'articles', count(*) FROM provisions WHERE kind = 'article'
  UNION ALL SELECT 'catalogueEntries', count(*) FROM catalogue_entries
  UNION ALL SELECT 'issues', count(*) FROM issues
  UNION ALL SELECT 'registerEntries', count(*) FROM register
  UNION ALL SELECT 'relations', count(*) FROM relations
  UNION ALL SELECT 'warnings', count(*) FROM warnings`;

const KEPT_DAYS = 'SELECT id, listed_date AS day FROM documents ORDER BY id';
const DAYS = `SELECT d.id, coalesce(d.promulgation_date, i.publication_date) AS day
  FROM documents d JOIN issues i ON i.id = d.issue_id ORDER BY d.id`;

const KEPT_ENDINGS = `SELECT register_id, type, date, source_document_id, provisions, source_line FROM endings ORDER BY 1, 2, 3, 4, 5`;
const ENDINGS = `SELECT register_id, type, date, source_document_id, provisions, min(source_line) AS source_line FROM register_events
  WHERE type IN ('repealed', 'declared_invalid', 'partly_repealed', 'revised')
    AND (source_document_id IS NULL OR source_document_id <> register_id)
  GROUP BY register_id, type, date, source_document_id, provisions ORDER BY 1, 2, 3, 4, 5`;
const ASTRAY = `SELECT n.event_id FROM endings n LEFT JOIN register_events e ON e.id = n.event_id
    AND e.register_id = n.register_id AND e.source_line IS n.source_line AND e.type = n.type
  WHERE e.id IS NULL`;

function expectKept(store: Store): void {
  expect(rows(store, KEPT_COUNTS)).toEqual(rows(store, COUNTED));
  expect(rows(store, KEPT_DAYS)).toEqual(rows(store, DAYS));
  expect(rows(store, KEPT_ENDINGS)).toEqual(rows(store, ENDINGS));
  expect(rows(store, ASTRAY)).toEqual([]);
}

describe('what is kept for lists is what could be counted', () => {
  test('after every file that comes, changes or goes', async () => {
    const store = openStore(':memory:');
    expectKept(store);
    for (const file of files) {
      await add(store, file);
      expectKept(store);
    }
    const [first = '', , third = ''] = files;
    expect(rows(store, ENDINGS).length).toBeGreaterThan(10);
    await addChanged(store, first, (text) => text.slice(0, text.length / 2));
    expectKept(store);
    await addChanged(store, third, (text) => text.replace(/(\d{4})年第/u, (_, year) => `${Number(year) + 1}年第`));
    expectKept(store);
    for (const file of files) {
      expect(removeSource(store, file)).toBe(true);
      expectKept(store);
    }
    expect(rows(store, 'SELECT * FROM endings')).toEqual([]);
    expect(rows(store, 'SELECT * FROM tallies WHERE count <> 0')).toEqual([]);
    store.close();
  });

  test('a statement that says the same again stands in only when the first is gone', () => {
    const store = openStore(':memory:');
    store.exec("INSERT INTO register (id, held) VALUES ('a', 0)");
    const say =
      store.prepare(`INSERT INTO register_events (id, register_id, type, date, certainty, quote, provisions, source_line)
      VALUES (?, 'a', 'repealed', ?, 'stated', '', '[]', ?)`);
    const kept = (): unknown[] => rows(store, 'SELECT event_id AS id, source_line AS line FROM endings ORDER BY 1');
    say.run(1, null, 9);
    say.run(2, null, 5);
    say.run(3, null, null);
    say.run(4, '2024-01-01', 1);
    expect(kept()).toEqual([
      { id: 2, line: 5 },
      { id: 4, line: 1 },
    ]);
    store.exec('DELETE FROM register_events WHERE id = 2');
    expect(kept()).toEqual([
      { id: 1, line: 9 },
      { id: 4, line: 1 },
    ]);
    store.exec('DELETE FROM register_events WHERE id IN (1, 4)');
    expect(kept()).toEqual([{ id: 3, line: null }]);
    store.exec("DELETE FROM register WHERE id = 'a'");
    expect(kept()).toEqual([]);
    store.close();
  });

  test('in an archive of before, once it is opened', async () => {
    const path = join(folder, 'before.sqlite');
    const before = openStore(path);
    for (const file of files) await add(before, file);
    const after = [KEPT_COUNTS, KEPT_DAYS, KEPT_ENDINGS].map((sql) => rows(before, sql));
    const made = /^CREATE (TABLE|TRIGGER|INDEX) (\w+)/gmu;
    const kept = [
      ...MIGRATIONS.slice(KEPT_SINCE - 1)
        .join('\n')
        .matchAll(made),
    ].reverse();
    for (const [, kind = '', name = ''] of kept) before.exec(`DROP ${kind} IF EXISTS ${name}`);
    before.exec('ALTER TABLE documents DROP COLUMN listed_date');
    before.exec('ALTER TABLE catalogue_groups DROP COLUMN section');
    before.pragma(`user_version = ${KEPT_SINCE - 1}`);
    before.close();
    cpSync(path, join(folder, 'copy.sqlite'));
    const store = openStore(join(folder, 'copy.sqlite'));
    expect([KEPT_COUNTS, KEPT_DAYS, KEPT_ENDINGS].map((sql) => rows(store, sql))).toEqual(after);
    expectKept(store);
    store.close();
  });
});
