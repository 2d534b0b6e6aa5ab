import type { Meilisearch } from 'meilisearch';
import { EngineTaskFailed, taskDone } from './engine-tasks.ts';
import type { SearchRecord } from './search-record.ts';

/** A record that the engine refuses, with its reason. */
export interface RefusedRecord {
  id: string;
  reason: string;
}

/**
 * Adds records to an index and waits until they can be found. One bad record makes the engine refuse everything that came
 * with it, so a refused batch is sent again in halves: only the bad record itself is lost, and reported.
 */
export async function writeRecords(
  client: Meilisearch,
  uid: string,
  records: readonly SearchRecord[],
): Promise<RefusedRecord[]> {
  if (records.length === 0) return [];
  try {
    await taskDone(client, client.index<SearchRecord>(uid).addDocuments([...records], { primaryKey: 'id' }));
    return [];
  } catch (error) {
    if (!(error instanceof EngineTaskFailed)) throw error;
    const [only] = records;
    if (records.length === 1 && only !== undefined) return [{ id: only.id, reason: error.message }];
    const middle = records.length >> 1;
    return [
      ...(await writeRecords(client, uid, records.slice(0, middle))),
      ...(await writeRecords(client, uid, records.slice(middle))),
    ];
  }
}

/** So many records, or so many characters, go to the engine at once. */
const BATCH_RECORDS = 10_000;
const BATCH_CHARACTERS = 6_000_000;

/**
 * Gathers records into batches of a good size. While the engine takes one, the next is being made: `add` waits only when a
 * second one is ready before the first is taken, `flush` waits for all.
 */
export class RecordWriter {
  readonly refused: RefusedRecord[] = [];
  written = 0;
  readonly #client: Meilisearch;
  readonly #uid: string;
  #batch: SearchRecord[] = [];
  #characters = 0;
  #sending: Promise<void> = Promise.resolve();

  constructor(client: Meilisearch, uid: string) {
    this.#client = client;
    this.#uid = uid;
  }

  async add(records: readonly SearchRecord[]): Promise<void> {
    for (const record of records) {
      this.#batch.push(record);
      this.#characters += record.text.length + record.headings.length;
      if (this.#batch.length >= BATCH_RECORDS || this.#characters >= BATCH_CHARACTERS) await this.#send();
    }
  }

  async flush(): Promise<void> {
    await this.#send();
    await this.#sending;
  }

  async #send(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    await this.#sending;
    this.#sending = writeRecords(this.#client, this.#uid, batch).then((refused) => {
      this.refused.push(...refused);
      this.written += batch.length;
    });
    // A failure is thrown where the next batch or the end waits for it, not here.
    this.#sending.catch(() => undefined);
  }
}
