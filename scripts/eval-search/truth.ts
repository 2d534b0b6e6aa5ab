import type { Store } from '../../ingest/store/open-store.ts';
import { lastStart } from '../../server/search/last-start.ts';
import type { StockRecord } from './stock-meilisearch.ts';

/** A piece as the record store has it, with its text stripped to letters and digits by means of its own, apart from the product's. */
export interface TruthPiece {
  id: number;
  documentId: string;
  seq: number;
  kind: string;
  /** Label and text as printed. */
  printed: string;
  title: string;
  number: string;
  path: string;
}

interface Stream {
  stripped: string;
  starts: number[];
  printed: string;
  /** Offset in `printed` of each character of `stripped`. */
  offsets: number[];
  pieces: TruthPiece[];
  names: string;
}

interface Row {
  id: number;
  document_id: string;
  seq: number;
  kind: string;
  label: string | null;
  path: string;
  text: string;
  title: string;
  document_number: string | null;
}

const strip = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const isLetters = (text: string): boolean => /^[\p{L}\p{N}]*$/u.test(text);

/** What is true of the archive, found by plain substring search over every text: slow, simple and independent of the search that is judged. */
export class Truth {
  readonly pieces: TruthPiece[] = [];
  readonly streams: Stream[] = [];

  readonly #register: { id: string; title: string | null; number: string | null; names: string }[];

  /** Issue of each held document. */
  readonly #issues: Map<string, string>;

  readonly #dates: { id: string; date: string }[];

  constructor(store: Store) {
    this.#issues = new Map(
      store
        .prepare<[], { id: string; issue_id: string }>('SELECT id, issue_id FROM documents')
        .all()
        .map(({ id, issue_id }) => [id, issue_id]),
    );
    this.#dates = ['adoption_date', 'promulgation_date', 'effective_date', 'expiry_date'].flatMap((column) =>
      store
        .prepare<[], { id: string; date: string }>(
          `SELECT id, ${column} AS date FROM documents WHERE ${column} IS NOT NULL`,
        )
        .all(),
    );
    this.#register = store
      .prepare<[], { id: string; title: string | null; document_number: string | null }>(
        `SELECT id, title, document_number FROM register
         UNION ALL SELECT register_id, CASE type WHEN 'title' THEN value END, CASE type WHEN 'number' THEN value END FROM register_names`,
      )
      .all()
      .map((row) => ({
        id: row.id,
        title: row.title,
        number: row.document_number,
        names: strip(`${row.title ?? ''} ${row.document_number ?? ''}`),
      }));
    const rows = store
      .prepare<[], Row>(
        `SELECT p.id, p.document_id, p.seq, p.kind, p.label, p.path, p.text, d.title, d.document_number
         FROM pieces p JOIN documents d ON d.id = p.document_id ORDER BY p.document_id, p.seq`,
      )
      .all();
    let stream: Stream | null = null;
    for (const row of rows) {
      const piece: TruthPiece = {
        id: row.id,
        documentId: row.document_id,
        seq: row.seq,
        kind: row.kind,
        printed: row.kind === 'article' && row.label !== null ? `${row.label} ${row.text}` : row.text,
        title: row.title,
        number: row.document_number ?? '',
        path: row.path,
      };
      this.pieces.push(piece);
      if (stream?.pieces[0]?.documentId !== row.document_id) {
        stream = {
          stripped: '',
          starts: [],
          printed: '',
          offsets: [],
          pieces: [],
          names: strip(`${row.title} ${row.document_number ?? ''}`),
        };
        this.streams.push(stream);
      }
      stream.starts.push(stream.stripped.length);
      stream.pieces.push(piece);
      append(stream, `${piece.printed}\n`);
    }
  }

  /** Ids of the pieces in which a run begins: also runs that go on into the next piece. */
  having(run: string): Set<number> {
    const stripped = strip(run);
    const found = new Set<number>();
    if (stripped === '') return found;
    const gaps = digitGaps(run);
    for (const stream of this.streams) {
      for (let at = stream.stripped.indexOf(stripped); at >= 0; at = stream.stripped.indexOf(stripped, at + 1)) {
        if (!sameGaps(stream, at, stripped, gaps)) continue;
        const piece = stream.pieces[lastStart(stream.starts, at)];
        if (piece) found.add(piece.id);
      }
    }
    return found;
  }

  /** Ids of documents, held or only named, whose title or number has a run. */
  named(run: string): Set<string> {
    const stripped = strip(run);
    const held = this.streams.filter((stream) => stream.names.includes(stripped));
    const known = this.#register.filter(({ names }) => names.includes(stripped));
    return new Set([...held.map((stream) => stream.pieces[0]?.documentId ?? ''), ...known.map(({ id }) => id)]);
  }

  /** Ids of documents of a day, month or year, when the run is one (2024年9月): such a query lists them too. */
  dated(run: string): Set<string> {
    const match = /^(\d{4})年?(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/u.exec(run.trim());
    if (!match) return new Set();
    const [, year = '', month, day] = match;
    const prefix = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
    return new Set(this.#dates.filter(({ date }) => date.startsWith(prefix)).map(({ id }) => id));
  }

  /** The pieces as a search engine takes them that is told nothing of them. */
  records(): StockRecord[] {
    return this.pieces.map(({ id, documentId, printed, title, number }) => ({
      id,
      document: documentId,
      title,
      number,
      text: printed,
    }));
  }

  /** The issues that hold documents of these numbers or titles. */
  issuesOf(names: readonly string[]): Set<string> {
    const wanted = new Set(names);
    const held = this.pieces.filter(({ number, title }) => wanted.has(number) || wanted.has(title));
    return new Set(held.map(({ documentId }) => this.#issues.get(documentId) ?? ''));
  }

  /** True of a document in one of the issues, and of one that is only named. */
  isIn(issues: ReadonlySet<string>, documentId: string): boolean {
    const issue = this.#issues.get(documentId);
    return issue === undefined || issues.has(issue);
  }

  /** Key of the document of this number or title that the archive only knows by name; null when it does not. */
  registered(name: string): string | null {
    const found = this.#register.find(({ number, title }) => number === name || title === name);
    return found ? `d${found.id}` : null;
  }

  /** Pieces that have all terms: each in the piece, or in the title, number or a heading above; one at least that the title does not have, unless all stand in the piece. */
  havingAll(terms: readonly string[]): Set<number> {
    const having = terms.map((term) => this.having(term));
    const named = terms.map((term) => this.named(term));
    const stripped = terms.map(strip);
    const found = new Set<number>();
    for (const piece of this.pieces) {
      const own = having.map((ids) => ids.has(piece.id));
      const inTitle = named.map((ids) => ids.has(piece.documentId));
      const path = strip(piece.path);
      const all = terms.every((_, at) => own[at] === true || inTitle[at] === true || path.includes(stripped[at] ?? ''));
      if (all && (own.every(Boolean) || own.some((has, at) => has && inTitle[at] !== true))) found.add(piece.id);
    }
    return found;
  }
}

function append(stream: Stream, printed: string): void {
  let at = stream.printed.length;
  stream.printed += printed;
  for (const character of printed) {
    const stripped = strip(character);
    stream.stripped += stripped;
    stream.offsets.push(...new Array<number>(stripped.length).fill(at));
    at += character.length;
  }
}

/** Positions in a stripped run where something stood between two digits. */
function digitGaps(run: string): Set<number> {
  const gaps = new Set<number>();
  let length = 0;
  let between = false;
  let last = '';
  for (const character of run) {
    const stripped = strip(character);
    if (stripped === '') {
      between = true;
      continue;
    }
    if (between && /\d$/u.test(last) && /^\d/u.test(stripped)) gaps.add(length);
    between = false;
    last = stripped;
    length += stripped.length;
  }
  return gaps;
}

function sameGaps(stream: Stream, at: number, stripped: string, gaps: ReadonlySet<number>): boolean {
  for (let index = 1; index < stripped.length; index++) {
    if (!/\d/u.test(stripped.charAt(index)) || !/\d/u.test(stripped.charAt(index - 1))) continue;
    const left = stream.offsets[at + index - 1] ?? 0;
    const right = stream.offsets[at + index] ?? 0;
    const gap = !isLetters(stream.printed.slice(left + 1, right));
    if (gap !== gaps.has(index)) return false;
  }
  return true;
}
