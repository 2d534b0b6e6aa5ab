/**
 * The validity of everything that a text cites. `checkText` is used by POST /api/v1/validity/check, by /validity and by
 * `gazette check`; `matchesOf` answers for one reference (GET /api/v1/validity, `gazette status`).
 */
import type { IsoDate } from '../model/span.ts';
import type { StatusOnDay } from '../model/validity.ts';
import type { Store } from '../store/open-store.ts';
import { entriesNamed, homesOfArchive, numberKeys, resolveReference, titleKeys } from '../store/queries/references.ts';
import { coverage, namesOfEntry } from '../store/queries/register.ts';
import type { Coverage, RegisterEntry } from '../store/queries/register.ts';
import type { Home } from '../resolve/home.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { titleKey } from '../text/title-key.ts';
import { parseDate } from '../text/dates.ts';
import { contradictionsOf } from './contradictions.ts';
import { isEnding } from './endings.ts';
import { findCitations } from './find-citations.ts';
import type { CitedDocument } from './find-citations.ts';
import { nearTitlesNote } from './near-titles.ts';
import { replacementOf, statusOf } from './replacement.ts';
import { versionOfDay } from './version-of-day.ts';

/** A known document that a reference can mean, with its status on the day. */
export interface CheckedMatch {
  entry: RegisterEntry;
  status: StatusOnDay;
  replacedBy: RegisterEntry | null;
  /** What a person should look at, in words: the printed title is not the known one, it had ended when it was cited, its page says otherwise. */
  warnings: string[];
}

/** One citation of the text. Several matches are candidates; none means that the archive does not know it. */
export interface CheckedCitation extends CitedDocument {
  matches: CheckedMatch[];
  /** What to say when there is not exactly one match; null otherwise. */
  note: string | null;
}

export interface TextCheck {
  on: IsoDate;
  /** The day that the text itself bears under its signature; null when it bears none. */
  ownDate: IsoDate | null;
  citations: CheckedCitation[];
  coverage: Coverage;
}

/** Unknown titles of one text for which near ones are looked up. */
const MOST_SUGGESTIONS = 500;

export const NOT_KNOWN_HERE = '馆藏中没有关于此文件的记载，这并不等于此文件不存在';

/** The longest text that is checked, in characters (1 MB of UTF-8 is less). */
export const LONGEST_TEXT = 1_048_576;

/** A text that is too long to be checked. */
export class TextTooLong extends Error {
  constructor(length: number) {
    super(`文本有${length}个字符，超过上限${LONGEST_TEXT}个字符`);
    this.name = 'TextTooLong';
  }
}

/**
 * Finds every document that a text cites and answers each for the day `on`. A list (one per line) or running text.
 * @throws TextTooLong
 */
export function checkText(store: Store, text: string, on: IsoDate): TextCheck {
  if (text.length > LONGEST_TEXT) throw new TextTooLong(text.length);
  const finder = new Finder(store, on, ownDateOf(text));
  const found = findCitations(text);
  const isList = looksLikeList(text, found);
  const citations = found
    .map((cited) => finder.check(cited))
    .filter(
      (citation) => !citation.isLine || citation.documentNumber !== null || citation.matches.length > 0 || isList,
    );
  return { on, ownDate: finder.ownDate, citations, coverage: coverage(store) };
}

/**
 * The documents that one reference (a number in any spelling, a title, an id) can mean, with their status on the day. Of several
 * versions of one instrument a title means the newest of the day.
 */
export function matchesOf(store: Store, ref: string, on: IsoDate): CheckedMatch[] {
  const finder = new Finder(store, on, null);
  const { by, entries } = resolveReference(store, ref, finder.homes);
  const version = by === 'title' ? versionOfDay(store, entries, on) : null;
  if (version !== null) return [finder.match(version.entry, [version.notice])];
  return entries.map((entry) => finder.match(entry, []));
}

/** Most lines are a title or a number and nothing else: then an unknown line is an unknown document, not prose. */
function looksLikeList(text: string, found: readonly CitedDocument[]): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const whole = found.filter((cited) => cited.isLine).length;
  return whole > 0 && found.length >= lines * 0.6 && !text.includes('。');
}

/** The last line that is a day and nothing else: 2024年8月9日 under a signature. */
function ownDateOf(text: string): IsoDate | null {
  const lines = text.slice(-20_000).split('\n');
  for (const line of lines.reverse()) {
    const bare = withoutSpaces(line);
    const date = bare.length > 6 && bare.length < 16 ? parseDate(bare) : null;
    if (date !== null) return date;
  }
  return null;
}

class Finder {
  readonly homes: readonly Home[];
  readonly ownDate: IsoDate | null;
  readonly #store: Store;
  readonly #on: IsoDate;
  readonly #answers = new Map<string, CheckedMatch>();
  readonly #named = new Map<string, RegisterEntry[]>();
  #suggested = 0;

  constructor(store: Store, on: IsoDate, ownDate: IsoDate | null) {
    this.#store = store;
    this.#on = on;
    this.ownDate = ownDate;
    this.homes = homesOfArchive(store);
  }

  check(cited: CitedDocument): CheckedCitation {
    const { entries, warnings } = this.#entriesOf(cited);
    const matches = entries.map((entry) => this.match(entry, warnings));
    return { ...cited, matches, note: matches.length === 0 ? this.#unknown(cited.title) : noteOf(matches.length) };
  }

  /** What is said of an unknown document, with near titles for the first of a text. */
  #unknown(title: string | null): string {
    if (title === null || this.#suggested >= MOST_SUGGESTIONS) return NOT_KNOWN_HERE;
    this.#suggested += 1;
    const near = nearTitlesNote(this.#store, title);
    return near === null ? NOT_KNOWN_HERE : `${NOT_KNOWN_HERE}；${near}`;
  }

  #entriesOf({ title, documentNumber }: CitedDocument): { entries: RegisterEntry[]; warnings: string[] } {
    const byNumber = documentNumber === null ? [] : this.#lookUp('number', documentNumber);
    if (byNumber.length > 0) return this.#withTitle(byNumber, title);
    const byTitle = title === null ? [] : this.#lookUp('title', title);
    if (byTitle.length === 0) return { entries: [], warnings: [] };
    if (documentNumber === null) {
      const version = versionOfDay(this.#store, byTitle, this.ownDate ?? this.#on);
      return version ? { entries: [version.entry], warnings: [version.notice] } : { entries: byTitle, warnings: [] };
    }
    const agreeing = byTitle.filter((entry) => entry.documentNumber === null);
    const warning = `馆藏中没有${documentNumber}的记载，按题名找到`;
    const other = byTitle.some((entry) => entry.documentNumber !== null)
      ? [`${warning}的文件文号不同，请核对`]
      : [warning];
    return { entries: agreeing.length > 0 ? agreeing : byTitle, warnings: other };
  }

  #withTitle(entries: RegisterEntry[], title: string | null): { entries: RegisterEntry[]; warnings: string[] } {
    if (title === null) return { entries, warnings: [] };
    const keys = titleKeys(title, this.homes);
    const agreeing = entries.filter((entry) => this.#bears(entry, keys));
    if (agreeing.length > 0) return { entries: agreeing, warnings: [] };
    return { entries, warnings: ['所写题名与此文号登记的题名不同，请核对'] };
  }

  #bears(entry: RegisterEntry, keys: readonly string[]): boolean {
    const titles = namesOfEntry(this.#store, entry.id).filter((name) => name.type === 'title');
    return titles.some(
      (name) =>
        keys.includes(titleKey(name.value)) || titleKeys(name.value, this.homes).some((key) => keys.includes(key)),
    );
  }

  #lookUp(type: 'number' | 'title', text: string): RegisterEntry[] {
    const key = `${type} ${text}`;
    const before = this.#named.get(key);
    if (before !== undefined) return before;
    const keys = type === 'number' ? numberKeys(text, this.homes) : titleKeys(text, this.homes);
    const found = entriesNamed(this.#store, type, keys);
    this.#named.set(key, found);
    return found;
  }

  match(entry: RegisterEntry, warnings: readonly string[]): CheckedMatch {
    const known = this.#answers.get(entry.id) ?? this.#answer(entry);
    const ended = this.#endedBeforeOwnDate(known.status);
    return { ...known, warnings: [...warnings, ...known.warnings, ...(ended === null ? [] : [ended])] };
  }

  #answer(entry: RegisterEntry): CheckedMatch {
    const status = statusOf(this.#store, entry.id, this.#on);
    if (status === null) throw new Error(`register entry ${entry.id} vanished during a check`);
    const warnings = contradictionsOf(this.#store, entry.id).map(({ message }) => message);
    const answer = { entry, status, replacedBy: replacementOf(this.#store, status), warnings };
    this.#answers.set(entry.id, answer);
    return answer;
  }

  /** The text was signed on a day on which what it cites had already ended. */
  #endedBeforeOwnDate(status: StatusOnDay): string | null {
    const { ownDate } = this;
    if (ownDate === null) return null;
    const endings = [status.decidedBy, ...status.otherEndings].filter(
      (event) => event !== null && isEnding(event.type),
    );
    const days = endings.flatMap((event) => (event?.date == null || event.date > ownDate ? [] : [event.date]));
    const first = days.sort()[0];
    return first === undefined ? null : `本文落款日期为${ownDate}，所引文件已于${first}起失效`;
  }
}

function noteOf(matches: number): string | null {
  return matches > 1 ? `有${matches}件文件符合，列出备选，不作判断` : null;
}
