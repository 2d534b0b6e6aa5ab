import { foldText, joinFolded } from '../../ingest/index/fold-text.ts';
import { ownText, recordId } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { stringList } from './archive-rows.ts';
import type { SearchableDocument, SearchablePiece } from './searchable.ts';
import { textKey } from './text-key.ts';

/** What a passage takes beside its characters, in characters. */
const OWN_COST = 150;

const KEPT_SHARE = 0.95;

/** A row as a list: an object with names for each of hundreds of rows takes a fifth longer. */
type PieceRow = [
  id: number,
  seq: number,
  kind: string,
  label: string | null,
  provisionId: string | null,
  heading: string | null,
  path: string,
  text: string,
  documentId: string,
];

/** Where a passage stands. */
export interface PassagePlace {
  document: Pick<SearchableDocument, 'id' | 'firstRow'>;
  /** Its place in the document, from 1. */
  seq: number;
  /** The id of its record. */
  key: string;
}

const COLUMNS = 'p.id, p.seq, p.kind, p.label, p.provision_id, p.heading, p.path, p.text, p.document_id';

/** All passages of a document as they were in one state of the store. */
interface Whole {
  pieces: SearchablePiece[];
  cost: number;
  /** Equal as long as the document's rows are the same. */
  signature: string;
  /** The state in which that was seen last. */
  state: number;
}

/** Reads folded passages from the record store and keeps those read last, and whole documents as long as there is room. */
export class Passages {
  readonly #kept = new Map<string, SearchablePiece>();
  readonly #wholes = new Map<string, Whole>();
  #state = 0;
  #room;
  #characters = 0;
  readonly #one;
  readonly #rows;
  readonly #all;
  readonly #signature;

  /** @param room characters that are kept: a million of them are some 2.5 MB */
  constructor(store: Store, room: number) {
    this.#room = room;
    this.#one = store
      .prepare<[string, number], PieceRow>(`SELECT ${COLUMNS} FROM pieces p WHERE p.document_id = ? AND p.seq = ?`)
      .raw();
    // By its row a passage is read in half the time that its place takes, and many of them in one statement once more so.
    this.#rows = store
      .prepare<[string], PieceRow>(
        `SELECT ${COLUMNS} FROM json_each(?) wanted CROSS JOIN pieces p ON p.id = wanted.value`,
      )
      .raw();
    this.#all = store
      .prepare<[string], PieceRow>(`SELECT ${COLUMNS} FROM pieces p WHERE p.document_id = ? ORDER BY p.seq`)
      .raw();
    this.#signature = store
      .prepare<[string], string | null>(
        `SELECT digest || (SELECT ' ' || min(id) || ' ' || max(id) FROM pieces WHERE document_id = d.id)
         FROM documents d WHERE id = ?`,
      )
      .pluck();
  }

  /** A passage by its place in its document, from 1; null when there is none. */
  at(documentId: string, seq: number): SearchablePiece | null {
    const key = recordId(documentId, seq);
    const known = this.#known(documentId, seq, key);
    return known === undefined ? this.#read(documentId, seq, key) : known;
  }

  /** The passages at some places, null where there is none: those that are not kept are read together. */
  atAll(places: readonly PassagePlace[]): (SearchablePiece | null)[] {
    const found = places.map(({ document, seq, key }) => this.#known(document.id, seq, key));
    const unknown = places.filter((_, index) => found[index] === undefined).map(rowOf);
    const rows = unknown.length === 0 ? [] : this.#rows.all(JSON.stringify(unknown));
    let next = 0;
    return places.map((place, index) => {
      const known = found[index];
      if (known !== undefined) return known;
      const { document, seq, key } = place;
      const row = rows[next];
      if (row?.[0] !== rowOf(place)) return this.#read(document.id, seq, key);
      next += 1;
      // What was written over since the archive was read stands in another row.
      return isAt(row, place) ? this.#keep(key, toPiece(row)) : this.#read(document.id, seq, key);
    });
  }

  /** What is kept of a passage: null where there is none, undefined where nothing is kept. */
  #known(documentId: string, seq: number, key: string): SearchablePiece | null | undefined {
    const whole = this.#whole(documentId);
    if (whole !== null) return whole[seq - 1] ?? null;
    const known = this.#kept.get(key);
    if (known === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known;
  }

  #read(documentId: string, seq: number, key: string): SearchablePiece | null {
    const row = this.#one.get(documentId, seq);
    return row === undefined ? null : this.#keep(key, toPiece(row));
  }

  /** All passages of a document in reading order. */
  of(documentId: string): SearchablePiece[] {
    const known = this.#whole(documentId);
    if (known !== null) return known;
    const signature = this.#signature.get(documentId) ?? null;
    const pieces = this.#all.all(documentId).map(toPiece);
    const cost = pieces.reduce((sum, piece) => sum + costOf(piece), 0);
    if (signature !== null && this.#characters + cost <= this.#room) {
      this.#wholes.set(documentId, { pieces, cost, signature, state: this.#state });
      this.#characters += cost;
    }
    return pieces;
  }

  /** What is kept of a whole document, if it is still so. */
  #whole(documentId: string): SearchablePiece[] | null {
    const whole = this.#wholes.get(documentId);
    if (whole === undefined) return null;
    if (whole.state !== this.#state) {
      if (this.#signature.get(documentId) !== whole.signature) {
        this.#wholes.delete(documentId);
        this.#characters -= whole.cost;
        return null;
      }
      whole.state = this.#state;
    }
    return whole.pieces;
  }

  /** The folded text after a passage, as many characters as asked for where the document has them: what a run may go on into. */
  after(documentId: string, { seq, folded }: SearchablePiece, length: number): string {
    let text = folded;
    for (let next = seq + 1; text.length < folded.length + length; next++) {
      const piece = this.at(documentId, next);
      if (piece === null) break;
      text = joinFolded(text, piece.folded);
    }
    return text.slice(folded.length);
  }

  /** The folded text before a passage, as many characters as asked for where the document has them. */
  before(documentId: string, { seq, folded }: SearchablePiece, length: number): string {
    let text = folded;
    for (let last = seq - 1; text.length < folded.length + length; last--) {
      const piece = this.at(documentId, last);
      if (piece === null) break;
      text = joinFolded(piece.folded, text);
    }
    return text.slice(0, text.length - folded.length);
  }

  /** The passage that has the character so many characters before the beginning of one; the passage itself where that is none. */
  back(documentId: string, piece: SearchablePiece, distance: number): SearchablePiece {
    let place = piece;
    for (let left = distance; left > 0;) {
      const before = this.at(documentId, place.seq - 1);
      if (before === null) break;
      left -= joinFolded(before.folded, place.folded).length - place.folded.length;
      place = before;
    }
    return place;
  }

  /** To be called when the store has changed: single passages are read again, whole documents where they have changed. */
  renew(): void {
    this.#state += 1;
    for (const [key, piece] of this.#kept) this.#drop(key, piece);
  }

  /** From now on so many characters are kept. Where that is less than there is, everything is forgotten. */
  resize(room: number): void {
    this.#room = room;
    if (this.#characters <= room) return;
    this.#kept.clear();
    this.#wholes.clear();
    this.#characters = 0;
  }

  #keep(key: string, piece: SearchablePiece): SearchablePiece {
    this.#kept.set(key, piece);
    this.#characters += costOf(piece);
    if (this.#characters > this.#room) this.#makeRoom(key);
    return piece;
  }

  /** Forgets the passages read longest ago, some more than are too many, so that it is not to be done for each. */
  #makeRoom(latest: string): void {
    for (const [oldest, piece] of this.#kept) {
      if (this.#characters <= this.#room * KEPT_SHARE || oldest === latest) break;
      this.#drop(oldest, piece);
    }
  }

  #drop(key: string, piece: SearchablePiece): void {
    this.#kept.delete(key);
    this.#characters -= costOf(piece);
  }
}

/** The row in which a passage stood when the archive was read. */
const rowOf = ({ document: { firstRow }, seq }: PassagePlace): number | null =>
  firstRow === null ? null : firstRow + seq - 1;

const isAt = ([, seq, , , , , , , documentId]: PieceRow, place: PassagePlace): boolean =>
  seq === place.seq && documentId === place.document.id;

const costOf = ({ folded, headings }: SearchablePiece): number => folded.length + headings.length + OWN_COST;

/** Most passages stand below no heading. */
const NO_PATH = '[]';

function toPiece([id, seq, kind, label, provisionId, heading, headings, text]: PieceRow): SearchablePiece {
  const path = headings === NO_PATH ? [] : stringList(headings);
  const folded = foldText(ownText({ kind, label, text }));
  const isHeaded = path.length > 0 || heading !== null;
  return {
    id,
    seq,
    kind,
    label,
    provisionId,
    path,
    headings: isHeaded ? foldText([...path, heading ?? ''].join(' ')) : '',
    folded,
    textKey: textKey(folded),
  };
}
