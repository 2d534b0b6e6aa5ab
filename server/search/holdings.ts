import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import {
  countPieces,
  documentRowsOf,
  headingOf,
  highestPiece,
  issueIds,
  nextNamedRows,
  registerHeadingOf,
} from './archive-rows.ts';
import type { DocumentRow, Heading, NamedRow, RegisterHeading } from './archive-rows.ts';
import { NameIndex } from './name-index.ts';
import type { NamedDocument, SearchableDocument } from './searchable.ts';

/** So many documents are read between two pauses: some ten milliseconds. */
const DOCUMENTS_AT_A_TIME = 200;

/** What is known of all documents without their texts, as of one state of the store. */
export class Holdings {
  readonly documents: SearchableDocument[] = [];
  readonly named: NamedDocument[] = [];
  readonly heldNames = new NameIndex<SearchableDocument>();
  readonly knownNames = new NameIndex<NamedDocument>();
  readonly #byId = new Map<string, SearchableDocument>();
  readonly #namedById = new Map<string, NamedDocument>();

  /** Of the store, when it was begun to be read. */
  readonly version: string;
  /** About how many passages there are. */
  readonly size: number;
  /** Whether they can all be kept in memory. */
  readonly isSmall: boolean;
  issueCount = 0;

  constructor(version: string, size: number, isSmall: boolean) {
    this.version = version;
    this.size = size;
    this.isSmall = isSmall;
  }

  document(id: string): SearchableDocument | null {
    return this.#byId.get(id) ?? null;
  }

  namedDocument(id: string): NamedDocument | null {
    return this.#namedById.get(id) ?? null;
  }

  add(document: SearchableDocument, names: string): void {
    this.documents.push(document);
    this.#byId.set(document.id, document);
    this.heldNames.add(document, names);
  }

  addNamed(document: NamedDocument, names: string): void {
    this.named.push(document);
    this.#namedById.set(document.id, document);
    this.knownNames.add(document, names);
  }
}

/** Reads what is known of the documents, pausing by `yield` after every lot. @param few of so many passages at most an archive is small */
export function* readHoldings(store: Store, version: string, few: number): Generator<undefined, Holdings> {
  const holdings = new Holdings(version, highestPiece(store), countPieces(store, few + 1) <= few);
  const shared = new SharedValues();
  const held: Source<SearchableDocument, Heading> = {
    names: holdings.heldNames,
    headings: new KeptHeadings((id) => headingOf(store, id) ?? { title: '', number: null }),
  };
  let read = 0;
  for (const issueId of issueIds(store)) {
    holdings.issueCount += 1;
    for (const row of documentRowsOf(store, issueId)) {
      holdings.add(new HeldDocument(row, holdings.documents.length, shared, held), row.names);
    }
    if (holdings.documents.length < read + DOCUMENTS_AT_A_TIME) continue;
    read = holdings.documents.length;
    yield;
  }
  const registered: Source<NamedDocument, RegisterHeading> = {
    names: holdings.knownNames,
    headings: new KeptHeadings((id) => registerHeadingOf(store, id) ?? NO_HEADING),
  };
  let named = nextNamedRows(store, '', DOCUMENTS_AT_A_TIME);
  for (let last = named.at(-1); last !== undefined; last = named.at(-1)) {
    for (const row of named) {
      holdings.addNamed(new RegisteredDocument(row, holdings.named.length, registered), row.names);
    }
    yield;
    named = nextNamedRows(store, last.id, DOCUMENTS_AT_A_TIME);
  }
  return holdings;
}

/** Thousands of documents have the same authorities, day and issue: each is kept once. */
class SharedValues {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  text(value: string): string {
    const known = this.#texts.get(value);
    if (known === undefined) this.#texts.set(value, value);
    return known ?? value;
  }

  list(values: readonly string[]): readonly string[] {
    const key = values.join('\n');
    const known = this.#lists.get(key);
    if (known === undefined) this.#lists.set(key, values);
    return known ?? values;
  }
}

/** So many headings are kept: all those of a large archive would take as much as its names. */
const HEADINGS_KEPT = 10_000;

/** Titles and numbers of documents, read when somebody looks at them; those looked at first are forgotten first. */
class KeptHeadings<T> {
  readonly #read: (id: string) => T;
  readonly #kept = new Map<string, T>();

  constructor(read: (id: string) => T) {
    this.#read = read;
  }

  of(id: string): T {
    const known = this.#kept.get(id);
    if (known !== undefined) return known;
    const heading = this.#read(id);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= HEADINGS_KEPT) this.#kept.delete(oldest);
    this.#kept.set(id, heading);
    return heading;
  }
}

/** What documents share: the text of all names, of which theirs are a part, and their headings. */
interface Source<Document, Named> {
  names: NameIndex<Document>;
  headings: KeptHeadings<Named>;
}

class HeldDocument implements SearchableDocument {
  readonly id: string;
  readonly type: string | null;
  readonly authorities: readonly string[];
  readonly promulgationDate: IsoDate | null;
  readonly issueId: string;
  readonly order: number;
  readonly lists: boolean;
  readonly firstRow: number | null;
  readonly #source: Source<SearchableDocument, Heading>;

  constructor(row: DocumentRow, order: number, shared: SharedValues, source: Source<SearchableDocument, Heading>) {
    this.id = row.id;
    this.type = row.type === null ? null : shared.text(row.type);
    this.authorities = shared.list(row.authorities);
    this.promulgationDate = row.promulgationDate === null ? null : shared.text(row.promulgationDate);
    this.issueId = shared.text(row.issueId);
    this.order = order;
    this.lists = row.lists;
    this.firstRow = row.firstRow;
    this.#source = source;
  }

  get title(): string {
    return this.#source.headings.of(this.id).title;
  }

  get number(): string | null {
    return this.#source.headings.of(this.id).number;
  }

  get names(): string {
    return this.#source.names.namesOf(this.order);
  }
}

const NO_HEADING: RegisterHeading = { title: null, number: null, authority: null, year: null };

/** As a held one: what the register says of it is read when somebody looks at it. */
class RegisteredDocument implements NamedDocument {
  readonly id: string;
  readonly #index: number;
  readonly #source: Source<NamedDocument, RegisterHeading>;

  constructor(row: NamedRow, index: number, source: Source<NamedDocument, RegisterHeading>) {
    this.id = row.id;
    this.#index = index;
    this.#source = source;
  }

  get title(): string | null {
    return this.#heading.title;
  }

  get number(): string | null {
    return this.#heading.number;
  }

  get authority(): string | null {
    return this.#heading.authority;
  }

  get year(): number | null {
    return this.#heading.year;
  }

  get names(): string {
    return this.#source.names.namesOf(this.#index);
  }

  get #heading(): RegisterHeading {
    return this.#source.headings.of(this.id);
  }
}
