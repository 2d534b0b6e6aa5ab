import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropIndex } from '../../../ingest/index/engine-tasks.ts';
import { builtIndex, indexFault, waitingDocuments } from '../../../ingest/index/index-state.ts';
import { searchRecordsOf } from '../../../ingest/index/search-record.ts';
import { INDEX_UID } from '../../../ingest/index/settings.ts';
import { rebuildIndex, recordIds, syncIndex } from '../../../ingest/index/sync.ts';
import { writeRecords } from '../../../ingest/index/write-records.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { takeProcessLock } from '../../../ingest/store/process-lock.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { fixtureIssue, fixtureStore } from '../../helpers/fixture-issue.ts';
import { startTestEngine } from '../../helpers/test-engine.ts';
import type { TestEngine } from '../../helpers/test-engine.ts';

let test: TestEngine;
let store: Store;
let lock: string;

beforeAll(async () => {
  test = await startTestEngine();
  lock = join(test.config.archiveDir, 'index.lock');
});

afterAll(() => test.release());

beforeEach(async () => {
  await dropIndex(test.node, INDEX_UID);
  store = fixtureStore();
});

const sync = () => syncIndex(store, test.engine.nodes, lock);

function idsInStore(): string[] {
  return store
    .prepare<[], { id: string }>('SELECT id FROM documents')
    .all()
    .flatMap((row) => searchRecordsOf(store, row.id).map((record) => record.id))
    .sort();
}

const idsInIndex = async (): Promise<string[]> => (await recordIds(test.engine.nodes)).sort();

const find = async (phrase: string): Promise<string[]> => {
  const { hits } = await test.node.index<{ id: string }>(INDEX_UID).search(`"${Array.from(phrase).join(' ')}"`);
  return hits.map((hit) => hit.id);
};

describe('syncIndex', () => {
  it('builds a missing index from the store, and then has nothing to do', async () => {
    expect(await indexFault(store, test.engine.nodes)).toBe('missing');
    expect((await sync())?.rebuilt).toBe('missing');
    expect(await idsInIndex()).toEqual(idsInStore());
    expect(waitingDocuments(store)).toBe(0);
    expect(await find('举报奖励制度')).toContain('xinzhengbanfa-2024-43_3');
    expect(await sync()).toEqual({ documents: 0, records: 0, refused: [], rebuilt: null });
  });

  it('writes what changed, and takes out what is gone', async () => {
    await sync();
    const shorter = fixtureIssue((text) => text.replace('建立举报奖励制度，', '建立巡查制度，'));
    shorter.documents[1]?.parts[0]?.provisions.pop();
    writeIssue(store, shorter, { path: 'xinjiang-2024-17-18.txt' });
    const result = await sync();
    expect(result?.rebuilt).toBeNull();
    expect(await idsInIndex()).toEqual(idsInStore());
    expect(await find('举报奖励制度')).toEqual([]);
    expect(await find('建立巡查制度')).toContain('xinzhengbanfa-2024-43_3');
  });

  it('takes a document out that the corrected file no longer has', async () => {
    await sync();
    const without = fixtureIssue((text) => text.replace('自治区人民政府令\n', '自治区人民政府令  \n'));
    const [order, , catalogue] = without.documents;
    if (!order || !catalogue) throw new Error('the fixture has three documents');
    writeIssue(store, { ...without, contents: [], documents: [order, catalogue] }, { path: 'xinjiang-2024-17-18.txt' });
    await sync();
    expect(await idsInIndex()).toEqual(idsInStore());
    expect(await find('举报奖励制度')).toEqual([]);
  });

  it('writes again what was interrupted before the outbox was emptied', async () => {
    await sync();
    store.exec("INSERT INTO outbox (operation, document_id) SELECT 'upsert', id FROM documents");
    store.exec("INSERT INTO outbox (operation, document_id) VALUES ('delete', 'never-there')");
    expect((await sync())?.documents).toBe(4);
    expect(await idsInIndex()).toEqual(idsInStore());
  });

  it('builds an index anew that lost records, was made from another store, or by other rules', async () => {
    await sync();
    const [first] = await recordIds(test.engine.nodes);
    await test.node
      .index(INDEX_UID)
      .deleteDocument(first ?? '')
      .waitTask();
    expect((await sync())?.rebuilt).toBe('incomplete');
    expect(await idsInIndex()).toEqual(idsInStore());

    const built = builtIndex(store);
    store
      .prepare("UPDATE meta SET value = ? WHERE key = 'built_index'")
      .run(JSON.stringify({ ...built, rules: 'old' }));
    expect((await sync())?.rebuilt).toBe('outdated');

    store = fixtureStore();
    expect((await sync())?.rebuilt).toBe('foreign');
  });

  it('goes on with what comes, the newest state of it, until no more is expected', async () => {
    await sync();
    const states = ['建立巡查制度，', '建立评议制度，', '建立约谈制度，'];
    const goesOn = (): boolean => {
      const state = states.shift();
      if (state === undefined) return false;
      const changed = fixtureIssue((text) => text.replace('建立举报奖励制度，', state));
      writeIssue(store, changed, { path: 'xinjiang-2024-17-18.txt' });
      return true;
    };
    const result = await syncIndex(store, test.engine.nodes, lock, { goesOn });
    expect(result?.documents).toBeGreaterThan(0);
    expect(waitingDocuments(store)).toBe(0);
    expect(await idsInIndex()).toEqual(idsInStore());
    expect(await find('建立约谈制度')).toContain('xinzhengbanfa-2024-43_3');
    expect(await find('建立评议制度')).toEqual([]);
  });

  it('leaves the index alone while another process writes to it', async () => {
    const other = takeProcessLock(lock);
    expect(await sync()).toBeNull();
    other?.release();
    expect(await sync()).not.toBeNull();
  });
});

describe('rebuildIndex', () => {
  it('swaps the new index in while searches go on, and loses nothing that is ingested meanwhile', async () => {
    await sync();
    const asked: string[][] = [];
    const building = new AbortController();
    const searching = (async () => {
      while (!building.signal.aborted) {
        asked.push(await find('行政执法案卷评查可以采取'));
        await sleep(1);
      }
    })();
    let changed = false;
    await rebuildIndex(store, test.engine.nodes, lock, (done, total) => {
      if (done < total || changed) return;
      changed = true;
      const corrected = fixtureIssue((text) => text.replace('推行绿色勘查', '大力推行绿色勘查'));
      writeIssue(store, corrected, { path: 'xinjiang-2024-17-18.txt' });
    });
    building.abort();
    await searching;
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked.map((ids) => ids.join()))).toEqual(new Set([asked[0]?.join()]));
    expect(asked[0]).not.toEqual([]);
    expect(await find('大力推行绿色勘查')).toContain('xinzhengbanfa-2024-43_2');
    expect(await idsInIndex()).toEqual(idsInStore());
    const { results } = await test.node.getIndexes();
    expect(results.map((index) => index.uid)).toEqual([INDEX_UID]);
  });
});

describe('writeRecords', () => {
  it('loses only the record that the engine refuses', async () => {
    await sync();
    const [record, ...more] = searchRecordsOf(store, 'xinzhengbanfa-2024-43');
    if (!record) throw new Error('the fixture has records');
    const bad = { ...record, id: '中文' };
    const good = { ...record, id: 'good_1' };
    const refused = await writeRecords(test.node, INDEX_UID, [record, bad, good, ...more]);
    expect(refused.map((one) => one.id)).toEqual(['中文']);
    expect(refused[0]?.reason).toContain('中文');
    expect(await recordIds(test.engine.nodes)).toContain('good_1');
  });
});
