import type { IsoDate } from '../../ingest/model/span.ts';
import { STATUSES, STATUS_LABELS } from '../../ingest/model/validity.ts';
import type { Status } from '../../ingest/model/validity.ts';
import { createCodeIssuers, issuerOfEntry } from '../../ingest/store/queries/code-issuers.ts';
import type { CodeIssuers, Issuer } from '../../ingest/store/queries/code-issuers.ts';
import { exactEntries } from '../../ingest/store/queries/exact-entries.ts';
import { nearEntries } from '../../ingest/store/queries/near-entries.ts';
import { registerEntry } from '../../ingest/store/queries/register.ts';
import type { RegisterEntry } from '../../ingest/store/queries/register.ts';
import { entryCounts, listEntries, listEntryIds } from '../../ingest/store/queries/register-entries.ts';
import { keptStatusesOn } from '../../ingest/store/queries/register-statuses.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { neighbourPlaces, pageByNumber } from '../site/list-page.ts';
import type { AskedPage, NeighbourPlaces } from '../site/list-page.ts';
import type { Statuses } from '../site/statuses.ts';
import { filterSelect } from './filter-select.ts';
import type { FilterSelect } from './filter-select.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { knownDocumentUrl, registerUrl, withQuery } from './urls.ts';

/** What the address of the register's list asks for. */
export interface RegisterQuestion {
  q: string;
  status: Status | null;
  authority: string | null;
  year: number | null;
  held: boolean | null;
  asked: AskedPage;
  on: IsoDate;
  /** The day for links; null when it is today. */
  carried: IsoDate | null;
}

export interface EntryLine {
  href: string;
  registerHref: string;
  title: string;
  documentNumber: string | null;
  issuer: Issuer;
  date: string | null;
  held: boolean;
  badge: StatusBadge | null;
}

export interface RegisterListPage {
  q: string;
  on: IsoDate;
  total: number;
  pageCount: number;
  places: NeighbourPlaces | null;
  entries: EntryLine[];
  /** Known documents with titles like the one that nothing was found for. */
  near: EntryLine[];
  filters: FilterSelect[];
}

export const ENTRIES_AT_ONCE = 50;
const NEAR_SHOWN = 5;

/** The entries that answer the question; a number in any spelling or an exact title comes first. */
export function registerListPage(store: Store, question: RegisterQuestion, statuses: Statuses): RegisterListPage {
  const issuers = createCodeIssuers(store);
  const { total, entries, places } = matchingEntries(store, question, exactEntries(store, question, issuers));
  const near = total === 0 && question.q !== '' ? nearEntries(store, question.q, NEAR_SHOWN) : [];
  const lineOf = (entry: RegisterEntry): EntryLine => entryLine(entry, statuses, question.carried, issuers);
  return {
    q: question.q,
    on: question.on,
    total,
    pageCount: Math.ceil(total / ENTRIES_AT_ONCE),
    places,
    entries: entries.map(lineOf),
    near: near.map(lineOf),
    filters: filtersOf(store, question),
  };
}

/** The entries of the asked page, the exact ones before the others, and how many there are on all pages. */
function matchingEntries(
  store: Store,
  question: RegisterQuestion,
  exact: readonly RegisterEntry[],
): { total: number; entries: RegisterEntry[]; places: NeighbourPlaces | null } {
  const { asked } = question;
  const except = exact.map(({ id }) => id);
  const { limit, offset } = pageByNumber(asked.number, asked.size);
  if (question.status === null && exact.length === 0) {
    const { total, entries, ...ends } = listEntries(store, question, { page: asked.page });
    return { total, entries, places: neighbourPlaces(asked, ends) };
  }
  if (question.status === null) {
    const first = exact.slice(offset, offset + limit);
    const page = { limit: limit - first.length, offset: Math.max(offset - exact.length, 0) };
    const { total, entries } = listEntries(store, question, { except, page });
    return { total: exact.length + total, entries: [...first, ...entries], places: null };
  }
  const statuses = keptStatusesOn(store, question.on);
  const passing = [...except, ...listEntryIds(store, question, except)].filter(
    (id) => statuses.get(id) === question.status,
  );
  const entries = passing.slice(offset, offset + limit).flatMap((id) => registerEntry(store, id) ?? []);
  return { total: passing.length, entries, places: null };
}

/** One entry as a row of a table. */
function entryLine(entry: RegisterEntry, statuses: Statuses, carried: IsoDate | null, issuers: CodeIssuers): EntryLine {
  const known = statuses(entry.id);
  return {
    href: withQuery(knownDocumentUrl(entry.id, entry.held), { on: carried }),
    registerHref: withQuery(registerUrl(entry.id), { on: carried }),
    title: entry.title ?? entry.documentNumber ?? entry.id,
    documentNumber: entry.documentNumber,
    issuer: issuerOfEntry(entry, issuers),
    date: entry.promulgationDate ?? (entry.year === null ? null : `${entry.year}年`),
    held: entry.held,
    badge: known === null ? null : statusBadge(known.status.status),
  };
}

function filtersOf(store: Store, question: RegisterQuestion): FilterSelect[] {
  const { authorities, years } = entryCounts(store);
  const statuses = STATUSES.map((status) => ({ value: status, label: STATUS_LABELS[status], count: null }));
  const holdings = [
    { value: '1', label: '收录全文', count: null },
    { value: '0', label: '仅见记载', count: null },
  ];
  return [
    filterSelect('status', '效力', statuses, question.status),
    filterSelect('authority', '制定机关', authorities, question.authority),
    filterSelect('year', '年份', years, question.year === null ? null : String(question.year)),
    filterSelect('held', '收录', holdings, question.held === null ? null : question.held ? '1' : '0'),
  ];
}
