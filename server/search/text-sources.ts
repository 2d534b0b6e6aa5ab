import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import type { EngineClient } from './engine-query.ts';

/** What texts are searched with. */
export interface TextSources {
  store: Store;
  archive: Archive;
  client: EngineClient;
}
