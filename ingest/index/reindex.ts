import type { Meilisearch } from 'meilisearch';
import type { Store } from '../store/open-store.ts';
import { DocumentWriter } from './document-writer.ts';
import { dropIndex, indexBirth, taskDone } from './engine-tasks.ts';
import type { IndexNodes } from './index-nodes.ts';
import { noteBuiltIndex } from './index-state.ts';
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

  const total = store.prepare<[], { n: number }>('SELECT count(*) AS n FROM documents').get()?.n ?? 0;
  const result: ReindexResult = { documents: 0, records: 0, refused: [] };
  const writer = new DocumentWriter(store, nodes, NEXT_UID, ({ recordIds, refused, mark }) => {
    result.documents = mark;
    result.records += recordIds.size - refused.length;
    result.refused.push(...refused);
    progress?.(Math.min(mark, total), total);
    return Promise.resolve();
  });
  let count = 0;
  for (const id of documentIds(store)) await writer.add(id, (count += 1));
  await writer.flush();

  await Promise.all(nodes.map(swapNext));
  await noteBuiltIndex(store, nodes, result.refused);
  store.prepare('DELETE FROM outbox WHERE seq <= ?').run(upTo);
  await Promise.all(nodes.map((node) => dropIndex(node, NEXT_UID)));
  return result;
}

const IDS_AT_A_TIME = 500;

/** The ids of all documents, some at a time: no list of the whole archive, and no cursor that is open while the engine works. */
function* documentIds(store: Store): Generator<string> {
  const next = store.prepare<[string, number], { id: string }>(
    'SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?',
  );
  for (let rows = next.all('', IDS_AT_A_TIME); rows.length > 0; rows = next.all(rows.at(-1)?.id ?? '', IDS_AT_A_TIME)) {
    for (const { id } of rows) yield id;
  }
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
