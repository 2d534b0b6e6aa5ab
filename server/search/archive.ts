import { documentOf, seqOf } from '../../ingest/index/search-record.ts';
import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import {
  articleRecords,
  documentRow,
  hasProvision,
  idsNumbered,
  idsOfDay,
  idsPromulgated,
  storeVersion,
} from './archive-rows.ts';
import { Holdings, readHoldings } from './holdings.ts';
import type { NameIndex } from './name-index.ts';
import { Passages } from './passages.ts';
import type { PassagePlace } from './passages.ts';
import { Rarity } from './rarity.ts';
import type { NamedDocument, Passage, SearchableDocument } from './searchable.ts';
import { SEARCH_LIMITS } from './search-limits.ts';
import type { SearchLimits } from './search-limits.ts';
import { WordFrequencies } from './word-frequencies.ts';

/** The passages of so many documents are read between two pauses: some ten milliseconds. */
const PASSAGES_OF_AT_A_TIME = 20;

/**
 * The archive as search sees it: of every document its names and what facets count, in memory (about 350 bytes each); of passages those that
 * were read last. Read from the record store and kept in step with it.
 */
export class Archive {
  readonly #store: Store;
  #version = '';
  #holdings = new Holdings('', 0, true);
  /** The reading of a newer state, some documents at a time. */
  #reading: Generator<undefined, Holdings> | null = null;
  #isToReadOn = false;
  /** Documents that came after the holdings were read. */
  readonly #latecomers = new Map<string, SearchableDocument | null>();

  readonly limits: SearchLimits;
  readonly passages: Passages;
  readonly frequencies = new WordFrequencies();
  readonly rarity: Rarity;

  constructor(store: Store, limits = SEARCH_LIMITS) {
    this.#store = store;
    this.limits = limits;
    this.passages = new Passages(store, limits.keptOfMany);
    this.rarity = new Rarity(store, limits);
  }

  /** Changes whenever what is known of the documents does: for caches of what is computed from it. */
  get version(): string {
    return this.#holdings.version;
  }

  get documents(): readonly SearchableDocument[] {
    return this.#holdings.documents;
  }

  /** About how many passages there are. */
  get size(): number {
    return this.#holdings.size;
  }

  get issueCount(): number {
    return this.#holdings.issueCount;
  }

  /** Whether all texts can be looked through in no time. */
  get isSmall(): boolean {
    return this.#holdings.isSmall;
  }

  get named(): readonly NamedDocument[] {
    return this.#holdings.named;
  }

  /** The held documents by their names. */
  get heldNames(): NameIndex<SearchableDocument> {
    return this.#holdings.heldNames;
  }

  /** The documents that are only named, by their names. */
  get knownNames(): NameIndex<NamedDocument> {
    return this.#holdings.knownNames;
  }

  /** All documents, held ones first, with a number of this key (新政办发|2024|43). */
  numbered(key: string): (SearchableDocument | NamedDocument)[] {
    return idsNumbered(this.#store, key)
      .map((id) => this.document(id) ?? this.#holdings.namedDocument(id))
      .filter((document) => document !== null);
  }

  document(id: string): SearchableDocument | null {
    const held = this.#holdings.document(id);
    if (held !== null) return held;
    let late = this.#latecomers.get(id);
    if (late === undefined) {
      const row = documentRow(this.#store, id);
      late = row === null ? null : { ...row, order: Number.MAX_SAFE_INTEGER };
      this.#latecomers.set(id, late);
    }
    return late;
  }

  /** Documents that state a day for themselves, whatever for. */
  documentsOfDay(day: IsoDate): SearchableDocument[] {
    return this.documentsWith(idsOfDay(this.#store, day));
  }

  documentsPromulgated(from: IsoDate, to: IsoDate): SearchableDocument[] {
    return this.documentsWith(idsPromulgated(this.#store, from, to));
  }

  /** Articles of a number ([8]) in some documents or in all (null): in a large archive some of the latest. */
  articlesNumbered(number: readonly number[], documents: readonly SearchableDocument[] | null): Passage[] {
    const ids = documents?.map(({ id }) => id) ?? null;
    const most = this.isSmall ? this.limits.fewPassages : this.limits.listed;
    return this.passagesAt(articleRecords(this.#store, number, ids, most));
  }

  hasProvision(documentId: string, provisionId: string): boolean {
    return hasProvision(this.#store, documentId, provisionId);
  }

  /** The documents of these ids that are there. */
  documentsWith(ids: Iterable<string>): SearchableDocument[] {
    return Array.from(ids, (id) => this.document(id)).filter((document) => document !== null);
  }

  /** The passages of search records (ingest/index/search-record.ts) that are there. */
  passagesAt(records: Iterable<string>): Passage[] {
    const places: (PassagePlace & { document: SearchableDocument })[] = [];
    for (const key of records) {
      const document = this.document(documentOf(key));
      if (document !== null) places.push({ document, seq: seqOf(key), key });
    }
    const pieces = this.passages.atAll(places);
    return places.flatMap(({ document }, index): Passage[] => {
      const piece = pieces[index];
      return piece ? [{ document, piece }] : [];
    });
  }

  passagesOf(document: SearchableDocument): Passage[] {
    return this.passages.of(document.id).map((piece) => ({ document, piece }));
  }

  /**
   * To be called once at the beginning of an answer. Reads what is known of the documents again when the store has changed; in a large
   * archive the answer is made from what was known before, until that is done.
   */
  refresh(): void {
    const version = storeVersion(this.#store);
    if (version !== this.#version) {
      this.#version = version;
      this.passages.renew();
      this.frequencies.clear();
      this.#latecomers.clear();
    }
    const patience = this.version === '' ? Number.POSITIVE_INFINITY : this.limits.patience;
    for (let lots = 0; this.version !== version && lots < patience; lots++) this.#readOn(version);
    if (this.version !== version) this.#readLater(version);
  }

  /** Reads the passages of a small archive with a pause after each lot, so that nobody waits for them. Ends early when `isStopped`. */
  async preloadPassages(pause: () => Promise<unknown>, isStopped: () => boolean): Promise<void> {
    if (!this.isSmall) return;
    for (const [index, { id }] of this.documents.entries()) {
      if (isStopped()) return;
      this.passages.of(id);
      if (index % PASSAGES_OF_AT_A_TIME === 0) await pause();
    }
  }

  /** Reads what is known of the documents with a pause after each lot, in which requests are answered. Ends early when `isStopped`. */
  async preload(pause: () => Promise<unknown>, isStopped: () => boolean): Promise<void> {
    while (this.version === '' && !isStopped()) {
      this.#readOn(storeVersion(this.#store));
      await pause();
    }
  }

  /** Goes on reading, from the beginning where nothing is being read yet. */
  #readOn(version: string): void {
    this.#reading ??= readHoldings(this.#store, version, this.limits.fewPassages);
    const step = this.#reading.next();
    if (step.done !== true) return;
    this.#reading = null;
    this.#holdings = step.value;
    this.rarity.follow(this);
    this.passages.resize(this.isSmall ? this.limits.keptOfFew : this.limits.keptOfMany);
    this.#latecomers.clear();
  }

  #readLater(version: string): void {
    if (this.#isToReadOn) return;
    this.#isToReadOn = true;
    setImmediate(() => {
      this.#isToReadOn = false;
      if (!this.#store.open) return;
      this.#readOn(version);
      if (this.#reading !== null) this.#readLater(version);
    });
  }
}
