import type { IsoDate } from '../model/span.ts';
import { authorityKey } from './same-authority.ts';

/** An instrument was promulgated, amended or revised under a number on a day. */
export interface InstrumentVersion {
  numberKey: string;
  date: IsoDate;
}

interface Version {
  numberKey: string | null;
  authority: string | null;
  promulgationDate: IsoDate | null;
  held: number;
  history: readonly InstrumentVersion[];
}

/**
 * Of several entries of one title the version of a day, when a printed history says that they are one instrument:
 * 住房公积金管理条例（1999年4月3日国务院令第262号发布 根据2002年3月24日国务院令第350号修订 根据2019年3月24日国务院令第710号修正）.
 * The history of one of them has to name the numbers of all others, with days on which all histories agree, and all must
 * be of one authority. Null when nothing says so, or when the day is before all of them or unknown.
 */
export function newestVersion<T extends Version>(entries: readonly T[], day: IsoDate | null): T | null {
  if (day === null || entries.length < 2 || !haveOneAuthority(entries)) return null;
  if (!entries.some((root) => entries.every((entry) => entry === root || isNamedBy(entry, root)))) return null;
  const dated = entries.map((entry) => ({ entry, date: versionDate(entry, entries) }));
  if (dated.some(({ date }) => date === null)) return null;
  const begun = dated.filter(({ date }) => date !== null && date <= day);
  const latest = begun
    .map(({ date }) => date ?? '')
    .sort()
    .at(-1);
  const [newest, other] = begun.filter(({ date }) => date === latest);
  return newest !== undefined && other === undefined ? newest.entry : null;
}

function haveOneAuthority(entries: readonly Version[]): boolean {
  const keys = new Set(entries.map(({ authority }) => (authority === null ? null : authorityKey(authority))));
  return keys.size === 1 && !keys.has(null);
}

function isNamedBy(entry: Version, root: Version): boolean {
  return entry.numberKey !== null && root.history.some(({ numberKey }) => numberKey === entry.numberKey);
}

/** The one day that the histories give the entry's number; for an entry that none dates, its promulgation. Null when they disagree. */
function versionDate(entry: Version, entries: readonly Version[]): IsoDate | null {
  const named = entries.flatMap(({ history }) => history).filter(({ numberKey }) => numberKey === entry.numberKey);
  const days = new Set(named.map(({ date }) => date));
  if (entry.held === 1 && entry.promulgationDate !== null) days.add(entry.promulgationDate);
  const [day, other] = days.size > 0 ? [...days] : [entry.promulgationDate];
  return other === undefined ? (day ?? null) : null;
}
