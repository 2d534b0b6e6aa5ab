import type { Store } from '../store/open-store.ts';
import { perStore } from '../store/per-store.ts';
import type { InstrumentVersion } from './newest-version.ts';

const statement = perStore((store) =>
  store.prepare<[string], InstrumentVersion>(
    `SELECT DISTINCT number_key AS numberKey, date FROM register_events
     WHERE register_id = ? AND number_key IS NOT NULL AND date IS NOT NULL ORDER BY 2, 1`,
  ),
);

/** The numbers under which an instrument was promulgated, amended and revised, as anybody prints them of its entry, oldest first. */
export function instrumentHistory(store: Store, registerId: string): InstrumentVersion[] {
  return statement(store).all(registerId);
}
