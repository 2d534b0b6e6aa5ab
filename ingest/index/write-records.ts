import type { Meilisearch } from 'meilisearch';
import { EngineTaskFailed, taskDone } from './engine-tasks.ts';
import type { SearchRecord } from './search-record.ts';

/** The engine is at a large batch for seconds, and asked for it less often: each question takes time from its work. */
const LARGE = 1000;
const LARGE_INTERVAL = 100;

/** A record that the engine refuses, with its reason. */
export interface RefusedRecord {
  id: string;
  reason: string;
}

/** Records that the engine has taken over. `written` resolves when they can be found, with those that it refused. */
export interface SentRecords {
  written: Promise<RefusedRecord[]>;
}

/**
 * Gives records to an index; resolves when the engine has them, which is before it has read them. One bad record makes the engine refuse
 * everything that came with it, so a refused batch is sent again in halves: only the bad record itself is lost, and reported.
 */
export async function sendRecords(
  client: Meilisearch,
  uid: string,
  records: readonly SearchRecord[],
): Promise<SentRecords> {
  if (records.length === 0) return { written: Promise.resolve([]) };
  const enqueued = await client.index<SearchRecord>(uid).addDocuments([...records], { primaryKey: 'id' });
  const interval = records.length >= LARGE ? LARGE_INTERVAL : undefined;
  const written = taskDone(client, enqueued, interval).then(
    () => [],
    (error: unknown) => {
      if (error instanceof EngineTaskFailed) return writeHalves(client, uid, records, error);
      throw error;
    },
  );
  // A failure is thrown where somebody waits for the records, not here.
  written.catch(() => undefined);
  return { written };
}

async function writeHalves(
  client: Meilisearch,
  uid: string,
  records: readonly SearchRecord[],
  { message }: EngineTaskFailed,
): Promise<RefusedRecord[]> {
  const [only] = records;
  if (records.length === 1 && only !== undefined) return [{ id: only.id, reason: message }];
  const middle = records.length >> 1;
  return [
    ...(await writeRecords(client, uid, records.slice(0, middle))),
    ...(await writeRecords(client, uid, records.slice(middle))),
  ];
}

/** As `sendRecords`, and waits until they can be found. Returns the refused ones. */
export async function writeRecords(
  client: Meilisearch,
  uid: string,
  records: readonly SearchRecord[],
): Promise<RefusedRecord[]> {
  const { written } = await sendRecords(client, uid, records);
  return written;
}
