import type { Store } from '../store/open-store.ts';
import { NO_CORRECTIONS, ownCorrections } from './corrections.ts';
import type { Corrections } from './corrections.ts';
import type { Mention } from './mention.ts';
import { MentionReader } from './read-mentions.ts';
import type { HeldDocument } from './read-mentions.ts';
import { entryHeader } from './register-header.ts';
import { eventsOfMention, ownEvents } from './register-events.ts';
import { compareNames, namesOfDocument, namesOfMention } from './register-name.ts';
import type { RegisterName } from './register-name.ts';
import { RegisterTable } from './register-table.ts';
import { MentionResolver } from './resolve-mention.ts';

/** What documents that are about to leave the store had touched: to be handed to `registerIssue` once they are gone. */
export interface Unregistered {
  entries: string[];
  /** Title key → what it could mean before; number key → who held it before. */
  titles: Map<string, string>;
  numbers: Map<string, string>;
}

/**
 * To be called before documents are deleted from the store: remembers which register entries, numbers and titles depend on
 * them. Changes nothing.
 */
export function unregisterIssue(store: Store, documentIds: readonly string[]): Unregistered {
  const pass = new RegisterPass(store, NO_CORRECTIONS);
  const entries = new Set<string>();
  for (const documentId of documentIds) for (const id of pass.table.entriesTouchedBy(documentId)) entries.add(id);
  for (const id of entries) pass.touchEntry(id);
  return { entries: [...entries].sort(), titles: pass.titles, numbers: pass.numbers };
}

/**
 * Brings the register up to date with documents just written, inside the caller's transaction: their own entries, the entries
 * of everything they name, every relation's `target_id`, and what earlier issues left open and these documents answer.
 * `left` is what `unregisterIssue` gave for documents deleted in the same transaction. The register depends on what the
 * store holds, never on the order of ingest; the cost is that of these documents (indexed look-ups).
 * 新政办发〔2024〕36号 (新疆政报 2024 第15-16期) makes an entry of 新政办发〔2010〕23号, which nobody holds, and ends it.
 */
export function registerIssue(
  store: Store,
  documentIds: readonly string[],
  left: Unregistered | null = null,
  corrections: Corrections = ownCorrections(),
): void {
  const pass = new RegisterPass(store, corrections, left);
  const documents = documentIds.flatMap((id) => pass.reader.held(id) ?? []);
  for (const document of documents) pass.registerDocument(document);
  const mentions = [...documentIds.flatMap((id) => pass.reader.ofDocument(id)), ...pass.reader.outsideDocuments()];
  for (const mention of mentions) if (mention.number !== null) pass.settle(mention);
  for (const mention of mentions) if (mention.number === null) pass.settle(mention);
  pass.answerOpenNumbers();
  pass.refreshStale();
  pass.answerOpenTitles();
  pass.refreshStale();
}

/** Makes every entry anew and resolves every title again under these corrections: after data/corrections.json changed. */
export function applyCorrections(store: Store, corrections: Corrections = ownCorrections()): void {
  const pass = new RegisterPass(store, corrections);
  for (const id of pass.table.allIds()) pass.refresh(id);
  for (const mention of pass.reader.withoutNumber()) pass.settle(mention);
  pass.refreshStale();
}

class RegisterPass {
  readonly reader: MentionReader;
  readonly table: RegisterTable;
  readonly titles: Map<string, string>;
  readonly numbers: Map<string, string>;
  readonly #store: Store;
  readonly #resolver: MentionResolver;
  readonly #corrections: Corrections;
  /** Entries that lost something: their names are made anew from what still speaks of them. */
  readonly #stale: Set<string>;
  readonly #movedTo = new Map<string, string>();

  constructor(store: Store, corrections: Corrections, left: Unregistered | null = null) {
    this.#store = store;
    this.#corrections = corrections;
    this.reader = new MentionReader(store);
    this.table = new RegisterTable(store);
    this.#resolver = new MentionResolver(this.table, corrections);
    this.titles = new Map(left?.titles ?? []);
    this.numbers = new Map(left?.numbers ?? []);
    this.#stale = new Set(left?.entries ?? []);
  }

  /** Remembers, once, what the names of an entry mean before it changes. */
  touchEntry(id: string): void {
    for (const name of this.table.names(id)) this.#touch(name);
  }

  #touch({ type, key }: Pick<RegisterName, 'type' | 'key'>): void {
    if (type === 'title' && !this.titles.has(key)) this.titles.set(key, this.#titleMeaning(key));
    if (type === 'number' && !this.numbers.has(key)) this.numbers.set(key, this.#numberMeaning(key));
  }

  #titleMeaning(key: string): string {
    return this.table.isCommonTitle(key) ? 'common' : JSON.stringify(this.table.bearersOfTitle(key));
  }

  #numberMeaning(key: string): string {
    return JSON.stringify(this.table.holdersOfNumber(key));
  }

  registerDocument(document: HeldDocument): void {
    const id = document.speaker.documentId;
    if (id === null || document.speaker.kind === 'report') return;
    this.table.ensureEntry(id);
    this.touchEntry(id);
    this.table.removeOwnEvents(id);
    for (const event of ownEvents(this.#store, document.speaker)) this.table.putEvent(event);
    this.#addNames(id, namesOfDocument(document.names));
    this.#applyCorrections(id);
    this.#writeHeader(id);
  }

  /** A document held that was promulgated; news of a meeting is none and has no entry. */
  #act(id: string): HeldDocument | null {
    const held = this.reader.held(id);
    return held?.speaker.kind === 'act' ? held : null;
  }

  /** Resolves one mention, points its row at the entry and writes what it does to that entry. */
  settle(mention: Mention): void {
    const { id: targetId, resolution } = this.#resolver.resolve(mention);
    if (mention.targetId !== null && mention.targetId !== targetId) {
      this.#stale.add(mention.targetId);
      if (targetId !== null) this.#movedTo.set(mention.targetId, targetId);
    }
    if (targetId !== null && this.table.entry(targetId) === null) {
      this.table.ensureEntry(targetId);
      this.#applyCorrections(targetId);
    }
    const keys = { title: mention.canonicalTitle?.key ?? null, number: mention.number?.key ?? null };
    if (mention.table === 'relations') this.table.pointRelation(mention.id, keys, targetId, JSON.stringify(resolution));
    else this.table.pointCatalogueEntry(mention.id, keys, targetId);
    if (mention.targetId !== null) {
      this.touchEntry(mention.targetId);
      this.table.removeEventsOfMention(mention.table, mention.id);
    }
    if (targetId === null) return;
    const onlyPart = resolution.by === 'title' && this.#resolver.isOneOfSeveral(targetId, keys.title);
    const events = eventsOfMention(mention, targetId, onlyPart);
    if (events.length > 0) this.touchEntry(targetId);
    for (const event of events) this.table.putEvent(event);
    if (resolution.by !== 'title') this.#addNames(targetId, namesOfMention(mention));
    this.#writeHeader(targetId);
  }

  #addNames(id: string, names: readonly RegisterName[]): void {
    const known = this.table.names(id);
    for (const name of names) {
      if (name.key === '') continue;
      const before = known.find((other) => other.type === name.type && other.key === name.key);
      if (before !== undefined && compareNames(before, name) <= 0) continue;
      if (name.type === 'title') this.touchEntry(id);
      this.#touch(name);
      this.table.putName(id, name);
      if (before !== undefined) known.splice(known.indexOf(before), 1);
      known.push(name);
    }
  }

  #applyCorrections(id: string): void {
    const own = this.#corrections.of(id);
    this.#addNames(id, own.names);
    this.table.removeCorrections(id);
    for (const event of own.events) this.table.putEvent({ ...event, registerId: id });
  }

  #writeHeader(id: string): void {
    const before = this.table.entry(id);
    if (before === null) return;
    const after = entryHeader(id, this.table.names(id), this.#act(id), this.table.statedPromulgation(id));
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    this.touchEntry(id);
    this.table.writeEntry(after);
  }

  /** Mentions in other documents whose number means another document now. Before titles, since these end documents. */
  answerOpenNumbers(): void {
    for (const [key, before] of [...this.numbers]) {
      if (this.#numberMeaning(key) === before) continue;
      for (const mention of this.reader.byNumber(key)) this.settle(mention);
    }
  }

  /** Mentions in other documents whose title can mean something else now. */
  answerOpenTitles(): void {
    for (const [key, before] of [...this.titles]) {
      if (this.#titleMeaning(key) === before) continue;
      for (const mention of this.reader.byTitle(key)) this.settle(mention);
    }
  }

  refreshStale(): void {
    const stale = [...this.#stale].sort();
    this.#stale.clear();
    for (const id of stale) this.refresh(id);
  }

  /** Makes an entry anew from what still speaks of it; one of which nobody speaks any more goes, and its address leads on. */
  refresh(id: string): void {
    const held = this.#act(id);
    const mentions = this.reader.ofEntry(id);
    this.touchEntry(id);
    if (held === null && mentions.length === 0) {
      this.table.deleteEntry(id, this.#movedTo.get(id) ?? null);
      return;
    }
    const numbered = held !== null || mentions.some((mention) => mention.number !== null);
    for (const name of this.table.names(id)) this.table.removeName(id, name);
    if (held !== null) this.#addNames(id, namesOfDocument(held.names));
    for (const mention of mentions)
      if (mention.number !== null || !numbered) this.#addNames(id, namesOfMention(mention));
    this.#applyCorrections(id);
    this.#writeHeader(id);
  }
}
