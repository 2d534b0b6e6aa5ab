import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import type { Store } from '../store/open-store.ts';
import { takeProcessLock } from '../store/process-lock.ts';
import { DocumentWriter } from './document-writer.ts';
import type { WrittenLot } from './document-writer.ts';
import { engineFilter } from './engine-filter.ts';
import { taskDone } from './engine-tasks.ts';
import { spreadDocuments } from './index-nodes.ts';
import type { IndexNodes } from './index-nodes.ts';
import { indexFault, noteRefused, waitingDocuments } from './index-state.ts';
import type { IndexFault } from './index-state.ts';
import { reindex } from './reindex.ts';
import type { Progress, ReindexResult } from './reindex.ts';
import { INDEX_UID } from './settings.ts';
import type { RefusedRecord } from './write-records.ts';

export interface SyncOptions {
  progress?: Progress;
  /** Asked when nothing waits any more: while it is true, more is expected and waited for. */
  goesOn?: () => boolean;
  /** Milliseconds for which a few documents may wait for more to be written with. */
  longestWait?: number;
}

export interface SyncResult {
  /** Documents written or taken out. */
  documents: number;
  records: number;
  refused: RefusedRecord[];
  /** Why the whole index was built anew, null when only changes were written. */
  rebuilt: IndexFault | null;
}

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
  options: SyncOptions = {},
): Promise<SyncResult | null> {
  const lock = takeProcessLock(lockPath);
  if (lock === null) return null;
  try {
    const fault = await indexFault(store, nodes);
    const { progress, ...rest } = options;
    const built = fault === null ? { documents: 0, records: 0, refused: [] } : await reindex(store, nodes, progress);
    const drained = await drainOutbox(store, nodes, fault === null ? options : rest);
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
): Promise<ReindexResult | null> {
  const lock = takeProcessLock(lockPath);
  if (lock === null) return null;
  try {
    const built = await reindex(store, nodes, progress);
    await drainOutbox(store, nodes);
    return built;
  } finally {
    lock.release();
  }
}

interface OutboxRow {
  seq: number;
  document_id: string;
}

/** Rows of the outbox that are read at a time. */
const ROWS = 1000;
const LOOK_EVERY = 50;

/** The rows of the outbox as they come, null when none waits at the moment; ends when none waits and no more are expected. */
async function* outboxRows(store: Store, goesOn: () => boolean): AsyncGenerator<OutboxRow | null> {
  const select = store.prepare<[number, number], OutboxRow>(
    'SELECT seq, document_id FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  let last = 0;
  for (;;) {
    // Asked before the rows are read: those that came before the end are read too.
    const expected = goesOn();
    for (let rows = select.all(last, ROWS); rows.length > 0; rows = select.all(last, ROWS)) {
      yield* rows;
      last = rows.at(-1)?.seq ?? last;
    }
    if (!expected) return;
    yield null;
    await sleep(LOOK_EVERY);
  }
}

/** Makes the index hold exactly the present records of the documents in the outbox: none for one that is not in the store any more. */
async function drainOutbox(
  store: Store,
  nodes: IndexNodes,
  { progress, goesOn = () => false, longestWait }: SyncOptions = {},
): Promise<Omit<SyncResult, 'rebuilt'>> {
  const total = waitingDocuments(store);
  const remove = store.prepare<[number]>('DELETE FROM outbox WHERE seq <= ?');
  const result: Omit<SyncResult, 'rebuilt'> = { documents: 0, records: 0, refused: [] };
  const onWritten = async (lot: WrittenLot): Promise<void> => {
    await removeStale(nodes, lot);
    noteRefused(store, lot.refused);
    remove.run(lot.mark);
    result.documents += lot.documentIds.size;
    result.records += lot.recordIds.size - lot.refused.length;
    result.refused.push(...lot.refused);
    progress?.(Math.min(result.documents, total), total);
  };
  const writer = new DocumentWriter(store, nodes, INDEX_UID, onWritten, longestWait);
  for await (const row of outboxRows(store, goesOn)) {
    if (row === null) await writer.offer();
    else await writer.add(row.document_id, row.seq);
  }
  await writer.flush();
  return result;
}

/** Takes the records of a lot's documents out of their nodes that are not wanted any more. */
async function removeStale(nodes: IndexNodes, { documentIds, recordIds, refused }: WrittenLot): Promise<void> {
  const spread = spreadDocuments([...documentIds], nodes.length);
  const filters = spread.map((ids) => (ids.length === 0 ? null : engineFilter({ document: ids })));
  const counts = await Promise.all(nodes.map((node, index) => countRecords(node, filters[index] ?? null)));
  if (counts.reduce((sum, count) => sum + count, 0) === recordIds.size - refused.length) return;
  await Promise.all(
    nodes.map(async (node, index) => {
      const filter = filters[index] ?? null;
      const held = filter === null ? [] : await nodeRecordIds(node, filter);
      const stale = held.filter((id) => !recordIds.has(id));
      if (stale.length > 0) await taskDone(node, node.index(INDEX_UID).deleteDocuments(stale));
    }),
  );
}

async function countRecords(node: Meilisearch, filter: string | null): Promise<number> {
  if (filter === null) return 0;
  const { total } = await node.index(INDEX_UID).getDocuments<{ id: string }>({ fields: ['id'], limit: 1, filter });
  return total;
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
