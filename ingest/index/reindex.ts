import type { Meilisearch } from 'meilisearch';
import type { Store } from '../store/open-store.ts';
import { dropIndex, indexBirth, taskDone } from './engine-tasks.ts';
import { noteBuiltIndex } from './index-state.ts';
import { searchRecordsOf } from './search-record.ts';
import { INDEX_SETTINGS, INDEX_UID } from './settings.ts';
import { RecordWriter } from './write-records.ts';
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
export async function reindex(store: Store, client: Meilisearch, progress?: Progress): Promise<ReindexResult> {
  const upTo = store.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM outbox').get()?.seq ?? 0;
  await dropIndex(client, NEXT_UID);
  await taskDone(client, client.createIndex(NEXT_UID, { primaryKey: 'id' }));
  await taskDone(client, client.index(NEXT_UID).updateSettings(INDEX_SETTINGS));

  const ids = store
    .prepare<[], { id: string }>('SELECT id FROM documents ORDER BY id')
    .all()
    .map((row) => row.id);
  const writer = new RecordWriter(client, NEXT_UID);
  for (const [done, id] of ids.entries()) {
    await writer.add(searchRecordsOf(store, id));
    progress?.(done + 1, ids.length);
  }
  await writer.flush();

  if ((await indexBirth(client, INDEX_UID)) === null) {
    await taskDone(client, client.createIndex(INDEX_UID, { primaryKey: 'id' }));
  }
  await settled(client);
  await taskDone(client, client.swapIndexes([{ indexes: [INDEX_UID, NEXT_UID], rename: false }]));
  await noteBuiltIndex(store, client, writer.refused);
  store.prepare('DELETE FROM outbox WHERE seq <= ?').run(upTo);
  await dropIndex(client, NEXT_UID);
  return { documents: ids.length, records: writer.written - writer.refused.length, refused: writer.refused };
}

/** A write that is still waiting would reach the old index after the swap, so none may be left. */
async function settled(client: Meilisearch): Promise<void> {
  const { results } = await client.tasks.getTasks({ indexUids: [INDEX_UID], statuses: ['enqueued', 'processing'] });
  await client.tasks.waitForTasks(
    results.map((task) => task.uid),
    { timeout: 600_000, interval: 50 },
  );
}
