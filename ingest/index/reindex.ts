import type { Meilisearch } from 'meilisearch';
import type { Store } from '../store/open-store.ts';
import { dropIndex, indexBirth, taskDone } from './engine-tasks.ts';
import { SpreadWriter } from './index-nodes.ts';
import type { IndexNodes } from './index-nodes.ts';
import { noteBuiltIndex } from './index-state.ts';
import { searchRecordsOf } from './search-record.ts';
import { INDEX_SETTINGS, INDEX_UID } from './settings.ts';
import type { RefusedRecord } from './write-records.ts';

/** The index that is being built; of no use to anybody before the swap. */
const NEXT_UID = `${INDEX_UID}_next`;

export interface ReindexResult {
  documents: number;
  records: number;
  refused: RefusedRecord[];
}

/** Called with the documents done and the documents there are. */
export type Progress = (done: number, total: number) => void;

/**
 * Builds the whole search index from the record store beside the present one and swaps them in one step, so that searches go
 * on meanwhile and never see a half. The caller holds the index lock: changes made meanwhile wait in the outbox and
 * are written to the new index afterwards. Stopped at any point, it leaves the present index as it is.
 */
export async function reindex(store: Store, nodes: IndexNodes, progress?: Progress): Promise<ReindexResult> {
  const upTo = store.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM outbox').get()?.seq ?? 0;
  await Promise.all(nodes.map(makeNext));

  const ids = store
    .prepare<[], { id: string }>('SELECT id FROM documents ORDER BY id')
    .all()
    .map((row) => row.id);
  const writer = new SpreadWriter(nodes, NEXT_UID);
  for (const [done, id] of ids.entries()) {
    await writer.add(id, searchRecordsOf(store, id));
    progress?.(done + 1, ids.length);
  }
  await writer.flush();

  await Promise.all(nodes.map(swapNext));
  await noteBuiltIndex(store, nodes, writer.refused);
  store.prepare('DELETE FROM outbox WHERE seq <= ?').run(upTo);
  await Promise.all(nodes.map((node) => dropIndex(node, NEXT_UID)));
  return { documents: ids.length, records: writer.written, refused: writer.refused };
}

async function makeNext(client: Meilisearch): Promise<void> {
  await dropIndex(client, NEXT_UID);
  await taskDone(client, client.createIndex(NEXT_UID, { primaryKey: 'id' }));
  await taskDone(client, client.index(NEXT_UID).updateSettings(INDEX_SETTINGS));
}

async function swapNext(client: Meilisearch): Promise<void> {
  if ((await indexBirth(client, INDEX_UID)) === null) {
    await taskDone(client, client.createIndex(INDEX_UID, { primaryKey: 'id' }));
  }
  await settled(client);
  await taskDone(client, client.swapIndexes([{ indexes: [INDEX_UID, NEXT_UID], rename: false }]));
}

/** A write that is still waiting would reach the old index after the swap, so none may be left. */
async function settled(client: Meilisearch): Promise<void> {
  const { results } = await client.tasks.getTasks({ indexUids: [INDEX_UID], statuses: ['enqueued', 'processing'] });
  await client.tasks.waitForTasks(
    results.map((task) => task.uid),
    { timeout: 600_000, interval: 50 },
  );
}
