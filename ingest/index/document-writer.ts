import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/open-store.ts';
import { nodeOf } from './index-nodes.ts';
import type { IndexNodes } from './index-nodes.ts';
import { searchRecordsOf } from './search-record.ts';
import type { SearchRecord } from './search-record.ts';
import { sendRecords } from './write-records.ts';
import type { RefusedRecord } from './write-records.ts';

/** Documents whose records went to the index together. */
export interface WrittenLot {
  documentIds: ReadonlySet<string>;
  recordIds: ReadonlySet<string>;
  refused: RefusedRecord[];
  /** The mark of the last document. */
  mark: number;
}

/** Called when the records of a lot can be found: one lot after the other, in the order in which the documents came. */
export type OnWritten = (lot: WrittenLot) => Promise<void>;

/** So many records, or so many characters, go to each engine at once. */
const LOT_RECORDS = 10_000;
const LOT_CHARACTERS = 6_000_000;
/** One that the engine works on, and the next, so that it need not wait for it. */
const LOTS_UNDER_WAY = 2;
/** What has been gathered for so long goes to an engine without work. 27,000 records took it twice as long in twenty lots as in four. */
const LONGEST_WAIT = 60_000;
/** Making records leaves the process to its other work after so many milliseconds. */
const TURN = 20;

interface Lot {
  documentIds: Set<string>;
  records: SearchRecord[][];
  count: number;
  characters: number;
  mark: number;
  begun: number;
}

/**
 * Writes the records of documents to an index, made while the engine takes those before. `add` waits while two lots are under way, `flush`
 * for all. A document that comes again is written again, in that order.
 */
export class DocumentWriter {
  readonly #store: Store;
  readonly #nodes: IndexNodes;
  readonly #uid: string;
  readonly #onWritten: OnWritten;
  readonly #longestWait: number;
  #lot: Lot;
  #underWay: { documentIds: ReadonlySet<string>; done: Promise<void> }[] = [];
  #turnEnds = performance.now() + TURN;

  constructor(store: Store, nodes: IndexNodes, uid: string, onWritten: OnWritten, longestWait = LONGEST_WAIT) {
    this.#store = store;
    this.#nodes = nodes;
    this.#uid = uid;
    this.#onWritten = onWritten;
    this.#longestWait = longestWait;
    this.#lot = emptyLot(nodes);
  }

  async add(documentId: string, mark: number): Promise<void> {
    const lot = this.#lot;
    const records = searchRecordsOf(this.#store, documentId);
    lot.documentIds.add(documentId);
    lot.records[nodeOf(documentId, this.#nodes.length)]?.push(...records);
    lot.count += records.length;
    for (const { text, headings } of records) lot.characters += text.length + headings.length;
    lot.mark = mark;
    const share = this.#nodes.length;
    if (lot.count >= LOT_RECORDS * share || lot.characters >= LOT_CHARACTERS * share) await this.#send();
    await this.offer();
    if (performance.now() < this.#turnEnds) return;
    await setImmediate();
    this.#turnEnds = performance.now() + TURN;
  }

  /** Gives an engine that has nothing to do what has waited long enough. */
  async offer(): Promise<void> {
    if (this.#underWay.length > 0) return;
    if (performance.now() - this.#lot.begun >= this.#longestWait) await this.#send();
  }

  async flush(): Promise<void> {
    await this.#send();
    await this.#underWay.at(-1)?.done;
  }

  async #send(): Promise<void> {
    const lot = this.#lot;
    if (lot.documentIds.size === 0) return;
    this.#lot = emptyLot(this.#nodes);
    // A refused lot is sent again in parts, which must not overtake a newer state of the same document.
    const again = this.#underWay.findLast(({ documentIds }) => [...lot.documentIds].some((id) => documentIds.has(id)));
    await again?.done;
    while (this.#underWay.length >= LOTS_UNDER_WAY) await this.#underWay[0]?.done;

    const before = this.#underWay.at(-1)?.done;
    const { documentIds, mark } = lot;
    const recordIds = new Set(lot.records.flatMap((records) => records.map(({ id }) => id)));
    const sent = await Promise.all(
      this.#nodes.map((node, index) => sendRecords(node, this.#uid, lot.records[index] ?? [])),
    );
    const written = async (): Promise<void> => {
      await before;
      const refused = (await Promise.all(sent.map(({ written }) => written))).flat();
      await this.#onWritten({ documentIds, recordIds, refused, mark });
    };
    const entry = { documentIds, done: written() };
    this.#underWay.push(entry);
    entry.done.then(
      () => (this.#underWay = this.#underWay.filter((other) => other !== entry)),
      // Thrown where the next lot or the end waits for this one.
      () => undefined,
    );
  }
}

function emptyLot(nodes: IndexNodes): Lot {
  return {
    documentIds: new Set(),
    records: nodes.map(() => []),
    count: 0,
    characters: 0,
    mark: 0,
    begun: performance.now(),
  };
}
