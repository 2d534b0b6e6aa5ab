import type { Meilisearch, SearchParams, SearchResponse, Settings } from 'meilisearch';
import { taskDone } from '../../ingest/index/engine-tasks.ts';

/** A passage as an application keeps it in Meilisearch that has no program of ours: as printed, with its document's names. */
export interface StockRecord {
  id: number;
  document: string;
  title: string;
  number: string;
  text: string;
}

const BATCH = 10_000;

/** Makes an index of records, with Meilisearch's own settings but for those that are given. */
export async function fillStockIndex(
  client: Meilisearch,
  uid: string,
  records: Iterable<StockRecord>,
  settings: Settings = {},
): Promise<void> {
  await taskDone(client, client.createIndex(uid, { primaryKey: 'id' }));
  await taskDone(client, client.index(uid).updateSettings(settings));
  const add = (batch: StockRecord[]): Promise<unknown> => taskDone(client, client.index(uid).addDocuments(batch));
  let batch: StockRecord[] = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    await add(batch);
    batch = [];
  }
  if (batch.length > 0) await add(batch);
}

/** Asks for what a person typed or pasted, with Meilisearch's own segmentation, typing errors and prefixes. */
export function searchStock<Params extends SearchParams>(
  client: Meilisearch,
  uid: string,
  q: string,
  params: Params,
): Promise<SearchResponse<StockRecord, Params>> {
  return client.index<StockRecord>(uid).search(q.replace(/\n/gu, ''), params);
}
