import path from 'node:path';
import express from 'express';
import { beforeAll, expect, test } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSourceFile } from '../../../ingest/read/read-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { documentById } from '../../../ingest/store/queries/documents.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { documentPage } from '../../../server/pages/document-page.ts';
import { documentRows } from '../../../server/pages/document-rows.ts';
import { pageOf } from '../../../server/site/page.ts';
import { createStatuses } from '../../../server/site/statuses.ts';
import { useViews } from '../../../server/site/view-engine.ts';

const LONGEST = 'xinfagaigui-2024-4';
const LIMIT_MS = 15;

let store: Store;
beforeAll(async () => {
  const file = 'data/gazettes/xinjiang-2024-17-18.txt';
  store = openStore(':memory:');
  writeIssue(store, parseIssue(await readSourceFile(file)), { path: file });
});

test('the longest document page takes less than 15 ms of the processor from rows to HTML (median, warm)', async () => {
  const app = express();
  useViews(app, path.resolve('views'));
  const render = (locals: object): Promise<string> =>
    new Promise((resolve, reject) => {
      app.render('document', locals, (error: Error | null, html) => {
        if (error) reject(error);
        else resolve(html);
      });
    });
  const times: number[] = [];
  for (let run = 0; run < 60; run += 1) {
    const before = process.cpuUsage();
    const document = documentById(store, LONGEST);
    if (!document) throw new Error(`${LONGEST} is not held`);
    const view = documentPage(documentRows(store, document), createStatuses(store, '2026-01-01'), null, '');
    const html = await render({ page: pageOf(document.title, []), document: view });
    const used = process.cpuUsage(before);
    expect(html).toContain('第五十九条');
    if (run >= 30) times.push((used.user + used.system) / 1000);
  }
  expect(times.sort((a, b) => a - b)[15]).toBeLessThan(LIMIT_MS);
});
