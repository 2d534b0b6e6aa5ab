import type { Meilisearch } from 'meilisearch';
import type { Store } from '../store/open-store.ts';
import { takeProcessLock } from '../store/process-lock.ts';
import { engineFilter } from './engine-filter.ts';
import { taskDone } from './engine-tasks.ts';
import { SpreadWriter, spreadDocuments } from './index-nodes.ts';
import type { IndexNodes } from './index-nodes.ts';
import { indexFault, noteRefused } from './index-state.ts';
import type { IndexFault } from './index-state.ts';
import { reindex } from './reindex.ts';
import type { Progress } from './reindex.ts';
import { searchRecordsOf } from './search-record.ts';
import { INDEX_UID } from './settings.ts';
import type { RefusedRecord } from './write-records.ts';

export interface SyncResult {
  /** Documents written or taken out. */
  documents: number;
  records: number;
  refused: RefusedRecord[];
  /** Why the whole index was built anew, null when only changes were written. */
  rebuilt: IndexFault | null;
}

/** So many rows of the outbox are worked off at a time. */
const CHUNK = 1000;

/**
 * Brings the search index up to the record store: works the outbox off, or builds the index anew when it is missing, not
 * made from this store, or made by other rules. Rows leave the outbox only after the engine has carried their writes
 * out, and writing a document twice is the same as once, so it may be stopped or killed anywhere and run again.
 * Returns null when another process is writing to the index.
 */
export async function syncIndex(
  store: Store,
  nodes: IndexNodes,
  lockPath: string,
  progress?: Progress,
): Promise<SyncResult | null> {
  const lock = takeProcessLock(lockPath);
  if (lock === null) return null;
  try {
    const fault = await indexFault(store, nodes);
    const built = fault === null ? { documents: 0, records: 0, refused: [] } : await reindex(store, nodes, progress);
    const drained = await drainOutbox(store, nodes, fault === null ? progress : undefined);
    return {
      documents: built.documents + drained.documents,
      records: built.records + drained.records,
      refused: [...built.refused, ...drained.refused],
      rebuilt: fault,
    };
  } finally {
    lock.release();
  }
}

/** Builds the whole index anew whether or not it needs it; null when another process is writing to the index. */
export async function rebuildIndex(
  store: Store,
  nodes: IndexNodes,
  lockPath: string,
  progress?: Progress,
): Promise<SyncResult | null> {
  const lock = takeProcessLock(lockPath);
  if (lock === null) return null;
  try {
    const built = await reindex(store, nodes, progress);
    await drainOutbox(store, nodes);
    return { ...built, rebuilt: 'outdated' };
  } finally {
    lock.release();
  }
}

interface OutboxRow {
  seq: number;
  document_id: string;
}

async function drainOutbox(store: Store, nodes: IndexNodes, progress?: Progress): Promise<Omit<SyncResult, 'rebuilt'>> {
  const total = store.prepare<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
  const select = store.prepare<[number], OutboxRow>('SELECT seq, document_id FROM outbox ORDER BY seq LIMIT ?');
  const remove = store.prepare<[number]>('DELETE FROM outbox WHERE seq = ?');
  const result: Omit<SyncResult, 'rebuilt'> = { documents: 0, records: 0, refused: [] };
  let done = 0;
  for (let rows = select.all(CHUNK); rows.length > 0; rows = select.all(CHUNK)) {
    const ids = [...new Set(rows.map((row) => row.document_id))];
    const written = await writeDocuments(store, nodes, ids);
    noteRefused(store, written.refused);
    store.transaction(() => rows.forEach((row) => remove.run(row.seq))).immediate();
    result.documents += ids.length;
    result.records += written.records;
    result.refused.push(...written.refused);
    done += rows.length;
    progress?.(Math.min(done, total), total);
  }
  return result;
}

/** Makes the index hold exactly the present records of these documents: none for one that is not in the store any more. */
async function writeDocuments(
  store: Store,
  nodes: IndexNodes,
  ids: readonly string[],
): Promise<{ records: number; refused: RefusedRecord[] }> {
  const writer = new SpreadWriter(nodes, INDEX_UID);
  const wanted = new Set<string>();
  for (const id of ids) {
    const records = searchRecordsOf(store, id);
    for (const record of records) wanted.add(record.id);
    await writer.add(id, records);
  }
  await writer.flush();
  const spread = spreadDocuments(ids, nodes.length);
  await Promise.all(nodes.map((node, index) => removeStale(node, spread[index] ?? [], wanted)));
  return { records: writer.written, refused: writer.refused };
}

/** Takes the records of these documents out of a node that are not wanted any more. */
async function removeStale(client: Meilisearch, ids: readonly string[], wanted: ReadonlySet<string>): Promise<void> {
  const stale = (await recordIdsOf(client, ids)).filter((id) => !wanted.has(id));
  if (stale.length > 0) await taskDone(client, client.index(INDEX_UID).deleteDocuments(stale));
}

/** The ids of the records that a node holds of these documents. */
async function recordIdsOf(client: Meilisearch, documentIds: readonly string[]): Promise<string[]> {
  return documentIds.length === 0 ? [] : nodeRecordIds(client, engineFilter({ document: documentIds }));
}

const PAGE = 10_000;

/** The ids of all records of the index. */
export async function recordIds(nodes: IndexNodes): Promise<string[]> {
  return (await Promise.all(nodes.map((node) => nodeRecordIds(node)))).flat();
}

/** The ids of all records of a node, or of those that a filter lets through. */
async function nodeRecordIds(client: Meilisearch, filter?: string): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const { results, total } = await client.index(INDEX_UID).getDocuments<{ id: string }>({
      fields: ['id'],
      limit: PAGE,
      offset: ids.length,
      ...(filter === undefined ? {} : { filter }),
    });
    ids.push(...results.map((record) => record.id));
    if (results.length === 0 || ids.length >= total) return ids;
  }
}
