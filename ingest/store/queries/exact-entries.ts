import type { Store } from '../open-store.ts';
import { isIssuedBy } from './code-issuers.ts';
import type { CodeIssuers } from './code-issuers.ts';
import { homesOfArchive, resolveReference } from './references.ts';
import type { EntryFilter } from './register-entries.ts';
import type { RegisterEntry } from './register.ts';

/** The entries that the text of a filter names by a number in any spelling or by its whole title, and that pass the rest of the filter. */
export function exactEntries(store: Store, filter: EntryFilter, issuers: CodeIssuers): RegisterEntry[] {
  if (filter.q === '') return [];
  return resolveReference(store, filter.q, homesOfArchive(store)).entries.filter(
    (entry) =>
      (filter.year === null || entry.year === filter.year) &&
      (filter.held === null || entry.held === filter.held) &&
      (filter.authority === null || isIssuedBy(entry, filter.authority, issuers)),
  );
}
