/** Which entries of the register a person means by a number, a title or an id, and where the archive speaks from. */
import { canonicalNumber } from '../../resolve/canonical-number.ts';
import { canonicalTitle } from '../../resolve/canonical-title.ts';
import { NOWHERE, homeOf } from '../../resolve/home.ts';
import type { Home } from '../../resolve/home.ts';
import { regionOf } from '../../text/authority-names.ts';
import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';
import { ENTRY_COLUMNS, entryFrom, registerEntry } from './register.ts';
import type { EntryColumns, RegisterEntry } from './register.ts';

/** How a reference was understood. */
export interface FoundEntries {
  by: 'id' | 'number' | 'title' | null;
  entries: RegisterEntry[];
}

/**
 * The entries that a person can mean by a number in any spelling, a title with or without 《》, or an id. Several are
 * candidates, not a guess; none means that the archive does not know it. `自治区` and bare 令 numbers are tried in the homes of
 * the gazettes held: 第239号令 finds 新疆维吾尔自治区人民政府令第239号 in an archive of Xinjiang.
 */
export function findRegister(store: Store, ref: string): RegisterEntry[] {
  return resolveReference(store, ref).entries;
}

/** As findRegister, with how the reference was understood. */
export function resolveReference(
  store: Store,
  ref: string,
  homes: readonly Home[] = homesOfArchive(store),
): FoundEntries {
  const text = ref.trim();
  if (text === '') return { by: null, entries: [] };
  const byId = /^[0-9a-z-]+$/u.test(text) ? registerEntry(store, text) : null;
  if (byId !== null) return { by: 'id', entries: [byId] };
  const byNumber = entriesNamed(store, 'number', numberKeys(text, homes));
  if (byNumber.length > 0) return { by: 'number', entries: byNumber };
  const byTitle = entriesNamed(store, 'title', titleKeys(text, homes));
  return { by: byTitle.length > 0 ? 'title' : null, entries: byTitle };
}

/** The keys that a typed number can have, in each home where it means something. */
export function numberKeys(text: string, homes: readonly Home[]): string[] {
  return distinct([NOWHERE, ...homes].map((home) => canonicalNumber(text, home)?.key ?? ''));
}

/** The keys that a typed title can have. */
export function titleKeys(text: string, homes: readonly Home[]): string[] {
  return distinct([NOWHERE, ...homes].map((home) => canonicalTitle(text, home).key));
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => key !== '');
}

/** The entries that bear one of these keys, held ones first. */
export function entriesNamed(store: Store, type: 'number' | 'title', keys: readonly string[]): RegisterEntry[] {
  if (keys.length === 0) return [];
  const rows = store
    .prepare<string[], EntryColumns>(
      `SELECT DISTINCT ${ENTRY_COLUMNS} FROM register_names n JOIN register r ON r.id = n.register_id
       WHERE n.type = ? AND n.key IN (${keys.map(() => '?').join(', ')}) ORDER BY r.held DESC, r.promulgation_date DESC, r.id`,
    )
    .all(type, ...keys);
  return rows.map(entryFrom);
}

/** One look-up for each: there are few authorities to very many documents. */
const DISTINCT_ISSUERS = `
  WITH RECURSIVE issuer_list(issuer) AS (
    SELECT min(canonical) FROM document_authorities
    UNION ALL SELECT (SELECT min(canonical) FROM document_authorities WHERE canonical > issuer) FROM issuer_list WHERE issuer IS NOT NULL)
  SELECT issuer FROM issuer_list WHERE issuer IS NOT NULL`;

/**
 * Where the texts of the archive speak from, by the names of its gazettes and, since saved pages and single files have none, by who
 * issued its documents: what 自治区, 自治州 and 第239号令 can mean when somebody types them. A bare number is of a gazette's own body alone.
 */
export const homesOfArchive = oncePerVersion((store): readonly Home[] => {
  const names = (sql: string): string[] => store.prepare<[], string>(sql).pluck().all();
  const gazettes = names('SELECT DISTINCT gazette FROM issues WHERE gazette IS NOT NULL ORDER BY gazette').map(
    (gazette) => {
      const home = homeOf(gazette, [], null);
      return { ...home, authority: home.authority ?? regionOf(gazette)?.name ?? null };
    },
  );
  const issuers = names(DISTINCT_ISSUERS).map((authority) => ({ ...homeOf(null, [authority], null), authority: null }));
  const keyOf = ({ region, place }: Home): string => `${region?.name ?? ''}|${place?.name ?? ''}`;
  const known = new Set(['|', ...gazettes.map(keyOf)]);
  const others = new Map(issuers.map((home) => [keyOf(home), home]));
  return [...gazettes, ...[...others].flatMap(([key, home]) => (known.has(key) ? [] : [home]))];
});
