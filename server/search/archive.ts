import { DIGIT_GAP, foldText, joinFolded } from '../../ingest/index/fold-text.ts';
import { ownText } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { perStore } from '../../ingest/store/per-store.ts';
import { documentRows, nextDocumentRows, pieceRows, registerRows, storeVersion } from './archive-rows.ts';
import type { DocumentRow, PieceRow } from './archive-rows.ts';
import { NameIndex } from './name-index.ts';
import { RememberedMatches } from './remembered-matches.ts';
import type { NamedDocument, SearchableDocument, SearchablePiece } from './searchable.ts';
import { signatureOf } from './signature.ts';
import { textKey } from './text-key.ts';
import { WordFrequencies } from './word-frequencies.ts';

interface Cached {
  signature: string;
  document: SearchableDocument;
}

const selectProvision = perStore((store) =>
  store.prepare<[string, string]>('SELECT 1 FROM provisions WHERE document_id = ? AND provision_id = ?'),
);

/** So many documents are read between two pauses: about twenty milliseconds. */
const DOCUMENTS_AT_A_TIME = 20;

/**
 * The archive's folded texts in memory (two bytes a character; 10 million characters are 20 MB), read from the record
 * store and kept in step with it: what search verifies, counts and ranks with. A change of the store costs the changed
 * documents, not the archive.
 */
export class Archive {
  readonly #store: Store;
  #version = '';
  #cache = new Map<string, Cached>();
  #documents: SearchableDocument[] = [];
  #size = 0;
  #named: NamedDocument[] = [];
  #heldNames = new NameIndex<SearchableDocument>([]);
  #knownNames = new NameIndex<NamedDocument>([]);
  #numbered = new Map<string, (SearchableDocument | NamedDocument)[]>();

  /** What was found in all texts since the archive changed last. */
  readonly remembered = new RememberedMatches();

  readonly frequencies = new WordFrequencies();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Changes whenever the archive does: for caches of what is computed from it. */
  get version(): string {
    return this.#version;
  }

  get documents(): readonly SearchableDocument[] {
    return this.#documents;
  }

  /** How many passages there are. */
  get size(): number {
    return this.#size;
  }

  get named(): readonly NamedDocument[] {
    return this.#named;
  }

  /** The held documents by their names. */
  get heldNames(): NameIndex<SearchableDocument> {
    return this.#heldNames;
  }

  /** The documents that are only named, by their names. */
  get knownNames(): NameIndex<NamedDocument> {
    return this.#knownNames;
  }

  /** All documents, held ones first, with a number of this key (新政办发|2024|43). */
  numbered(key: string): readonly (SearchableDocument | NamedDocument)[] {
    return this.#numbered.get(key) ?? [];
  }

  /** Whether a held document has a provision, by its id: art-8/para-2. */
  hasProvision(documentId: string, provisionId: string): boolean {
    return selectProvision(this.#store).get(documentId, provisionId) !== undefined;
  }

  document(id: string): SearchableDocument | null {
    return this.#cache.get(id)?.document ?? null;
  }

  /** Reads what has changed in the store. To be called once at the beginning of an answer, which then sees one state. */
  refresh(): void {
    const version = storeVersion(this.#store);
    if (version === this.#version) return;
    this.#store.transaction(() => {
      this.#load();
    })();
    this.remembered.clear();
    this.frequencies.clear();
    this.#version = version;
  }

  /**
   * Reads the texts some documents at a time, with a pause after each lot in which requests are answered: what `refresh` then
   * still has to do is short. Ends early when `isStopped`.
   */
  async preload(pause: () => Promise<unknown>, isStopped: () => boolean): Promise<void> {
    for (let after: number | null = 0; after !== null && !isStopped(); await pause()) {
      const { rows, last } = nextDocumentRows(this.#store, after, DOCUMENTS_AT_A_TIME);
      for (const row of rows) {
        if (this.#cache.get(row.id)?.signature === row.signature) continue;
        const document = toDocument(row, 0, pieceRows(this.#store, row.id));
        this.#cache.set(row.id, { signature: row.signature, document });
      }
      after = last;
    }
  }

  #load(): void {
    const cache = new Map<string, Cached>();
    documentRows(this.#store).forEach((row, order) => {
      const known = this.#cache.get(row.id);
      if (known?.signature === row.signature) {
        known.document.order = order;
        cache.set(row.id, known);
      } else {
        const document = toDocument(row, order, pieceRows(this.#store, row.id));
        cache.set(row.id, { signature: row.signature, document });
      }
    });
    this.#cache = cache;
    this.#documents = Array.from(cache.values(), (cached) => cached.document);
    this.#size = this.#documents.reduce((sum, { pieces }) => sum + pieces.length, 0);
    this.#named = registerRows(this.#store);
    this.#heldNames = new NameIndex(this.#documents);
    this.#knownNames = new NameIndex(this.#named);
    this.#numbered = new Map();
    for (const document of [...this.#documents, ...this.#named]) {
      const { numberKey } = document;
      if (numberKey === null) continue;
      const known = this.#numbered.get(numberKey);
      if (known) known.push(document);
      else this.#numbered.set(numberKey, [document]);
    }
  }
}

function toDocument(row: DocumentRow, order: number, rows: PieceRow[]): SearchableDocument {
  const { stream, starts } = joinPieces(rows);
  const pieces = rows.map((piece, index) =>
    toPiece(piece, index, textKey(stream.slice(starts[index], starts[index + 1]))),
  );
  return {
    id: row.id,
    title: row.title,
    number: row.number,
    numberKey: row.numberKey,
    type: row.type,
    authorities: row.authorities,
    promulgationDate: row.promulgationDate,
    dates: row.dates,
    year: row.promulgationDate === null ? null : Number(row.promulgationDate.slice(0, 4)),
    issueId: row.issueId,
    order,
    lists: row.listed > 0 && !rows.some((piece) => piece.kind === 'article') && row.listed * 3 >= rows.length,
    names: [...new Set([row.title, row.number ?? '', ...row.aliases].map(foldText))].filter((name) => name !== ''),
    pieces,
    stream,
    signature: signatureOf(stream),
    starts,
  };
}

function toPiece(row: PieceRow, index: number, key: number): SearchablePiece {
  const { id, seq, kind, label, number, provisionId, partSeq, path } = row;
  const headings = foldText([...path, row.heading ?? ''].join(' '));
  return { id, seq, kind, label, number, provisionId, partSeq, path, headings, index, textKey: key };
}

function joinPieces(rows: PieceRow[]): { stream: string; starts: number[] } {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let last = '';
  for (const row of rows) {
    const folded = foldText(ownText(row));
    const gap = joinFolded(last.slice(-1), folded.slice(0, 1)).length > 2 ? DIGIT_GAP : '';
    parts.push(gap, folded);
    starts.push(length + gap.length);
    length += gap.length + folded.length;
    if (folded !== '') last = folded;
  }
  return { stream: parts.join(''), starts };
}
