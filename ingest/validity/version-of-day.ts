import type { IsoDate } from '../model/span.ts';
import { instrumentHistory } from '../resolve/instrument-history.ts';
import { newestVersion } from '../resolve/newest-version.ts';
import type { Store } from '../store/open-store.ts';
import type { RegisterEntry } from '../store/queries/register.ts';

/** One version of an instrument that several entries of the register are, with a sentence that says which was taken. */
export interface VersionOfDay {
  entry: RegisterEntry;
  notice: string;
}

/**
 * Of several entries that bear one title the version of a day, when a printed history says that they are one instrument:
 * 住房公积金管理条例 on 2010-01-01 is 国务院令第350号, not 第262号 or 第710号. Null when nothing says so: then they stay candidates.
 */
export function versionOfDay(store: Store, entries: readonly RegisterEntry[], on: IsoDate): VersionOfDay | null {
  const named = entries.filter(({ held, numberKey }) => held || numberKey !== null);
  const versions = named.map((entry) => ({
    entry,
    numberKey: entry.numberKey,
    authority: entry.authority,
    promulgationDate: entry.promulgationDate,
    held: entry.held ? 1 : 0,
    history: instrumentHistory(store, entry.id),
  }));
  const entry = newestVersion(versions, on)?.entry;
  if (entry === undefined) return null;
  const numbers = named.flatMap(({ documentNumber }) => (documentNumber === null ? [] : [documentNumber]));
  const notice = `此题名有${named.length}个版本（${numbers.join('、')}），印发沿革载明为同一文件，取${on}时的最新版本`;
  return { entry, notice };
}
