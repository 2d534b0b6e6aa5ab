import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { Meilisearch } from 'meilisearch';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { DocumentWriter } from '../../../ingest/index/document-writer.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';

/** As many records as go to the engine at once. */
const A_LOT = 10_000;
const Records = z.array(z.object({ id: z.string(), document: z.string() }));

let store: Store;
let server: Server;
let client: Meilisearch;
/** The documents of each batch that the engine was given, and those batches that it is through with. */
let sent: string[][];
let carriedOut: Set<number>;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

beforeEach(async () => {
  store = openStore(':memory:');
  store.exec(`INSERT INTO issues (id, issue_numbers, serial_numbers, title) VALUES ('i', '[]', '[]', '')`);
  store.exec(`INSERT INTO sources (id, issue_id, path, content_hash, text_hash, reader_version, format, encoding, byte_length, own_issue_id, stated_facts, text)
    VALUES (1, 'i', 'a.txt', '', '', '', 'text', 'utf-8', 0, 'i', '[]', '')`);
  sent = [];
  carriedOut = new Set();
  server = createServer((request, response) => {
    const task = /^\/tasks\/(\d+)/u.exec(request.url ?? '')?.[1];
    response.setHeader('Content-Type', 'application/json');
    if (task !== undefined) {
      const status = carriedOut.has(Number(task)) ? 'succeeded' : 'processing';
      response.end(JSON.stringify({ uid: Number(task), status, type: 'documentAdditionOrUpdate' }));
      return;
    }
    void bodyOf(request).then((body) => {
      const taskUid = sent.push([...new Set(Records.parse(body).map(({ document }) => document))]) - 1;
      response.end(JSON.stringify({ taskUid, status: 'enqueued' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  client = new Meilisearch({ host: `http://127.0.0.1:${address.port}` });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  store.close();
});

function addDocument(id: string, seq: number, pieces: number): void {
  store
    .prepare(
      `INSERT INTO documents (id, issue_id, source_id, seq, kind, title, title_key, span_start, span_end, line_start, line_end)
       VALUES (?, 'i', 1, ?, 'act', '', '', 0, 0, 1, 1)`,
    )
    .run(id, seq);
  store
    .prepare(
      `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
       INSERT INTO pieces (document_id, seq, part_seq, kind, path, text) SELECT ?, n, 1, 'paragraph', '[]', '甲' FROM n`,
    )
    .run(pieces, id);
}

test('the engine always has the next lot, and never more than that; marks come in order', async () => {
  ['a', 'b', 'c', 'd'].forEach((id, index) => addDocument(id, index + 1, A_LOT));
  const written: number[] = [];
  const writer = new DocumentWriter(store, [client], 'records', ({ mark }) => {
    written.push(mark);
    return Promise.resolve();
  });
  let made = 0;
  const writing = (async () => {
    for (const id of ['a', 'b', 'c', 'd']) await writer.add(id, (made += 1));
    await writer.flush();
  })();
  await vi.waitFor(() => expect(made).toBe(3), 20_000);
  expect(sent).toEqual([['a'], ['b']]);
  expect(written).toEqual([]);
  carriedOut.add(0);
  await vi.waitFor(() => expect(sent).toEqual([['a'], ['b'], ['c']]), 20_000);
  [1, 2, 3].forEach((task) => carriedOut.add(task));
  await writing;
  expect(sent.at(-1)).toEqual(['d']);
  expect(written).toEqual([1, 2, 3, 4]);
}, 60_000);

test('a document that comes again waits until its earlier state is written', async () => {
  addDocument('a', 1, A_LOT);
  const writer = new DocumentWriter(store, [client], 'records', () => Promise.resolve());
  await writer.add('a', 1);
  let again = false;
  const writing = writer.add('a', 2).then(() => (again = true));
  await vi.waitFor(() => expect(sent).toEqual([['a']]));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([sent.length, again]).toEqual([1, false]);
  [0, 1].forEach((task) => carriedOut.add(task));
  await writing;
  await writer.flush();
  expect(sent).toEqual([['a'], ['a']]);
}, 60_000);
