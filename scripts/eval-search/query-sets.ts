import { segment, isContentWord } from '../../ingest/index/segmenter.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Truth, TruthPiece } from './truth.ts';

/** A query with what is right for it: keys `p<piece id>` and `d<document id>`. */
export interface EvalQuery {
  q: string;
  /** All that must be found; for known-item sets, any of these. */
  right: Set<string>;
  /** Found without being wrong: documents whose title or number has the run. */
  allowed: Set<string>;
}

/** `all`: every right piece must be found and nothing else; `item`: one of the right things must stand high. */
export interface QuerySet {
  name: string;
  judge: 'all' | 'item';
  queries: EvalQuery[];
}

const SEED = 20240915;

type Random = () => number;

const pick = <T>(random: Random, values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
const pieceKeys = (ids: Iterable<number>): Set<string> => new Set(Array.from(ids, (id) => `p${id}`));
const documentKeys = (ids: Iterable<string>): Set<string> => new Set(Array.from(ids, (id) => `d${id}`));

/** A space within a line: it parts terms, so such a fragment is no single run. */
const SPACED = /\S[^\S\n]+\S/u;

const letters = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/** Every set of the evaluation. `count` is the number of fragments cut anywhere; the other sets are in proportion. */
export function makeQuerySets(store: Store, truth: Truth, count: number): QuerySet[] {
  const some = Math.max(50, Math.round(count / 8));
  return [
    { name: 'fragments cut anywhere', judge: 'all', queries: fragments(truth, count) },
    { name: 'fragments over line breaks', judge: 'all', queries: brokenFragments(store, truth, some) },
    { name: 'word-aligned fragments', judge: 'all', queries: wordFragments(truth, some) },
    { name: 'terms (2–3 words)', judge: 'all', queries: termQueries(truth, some) },
    { name: 'whole titles', judge: 'item', queries: wholeTitles(truth, some) },
    { name: 'partial titles', judge: 'item', queries: partialTitles(truth, some) },
    { name: 'numbers in 6 spellings', judge: 'item', queries: numberSpellings(store, some) },
    { name: 'one wrong character', judge: 'item', queries: wrongCharacter(truth, some) },
    { name: 'questions', judge: 'item', queries: questions(truth, some) },
  ];
}

/** A printed title is found as its document when the document is found by its title. */
function withoutTitles(truth: Truth, ids: ReadonlySet<number>, named: ReadonlySet<string>): Set<string> {
  const behind = truth.pieces.filter(
    ({ id, kind, documentId }) => kind === 'title' && ids.has(id) && named.has(documentId),
  );
  const hidden = new Set(behind.map(({ id }) => id));
  return pieceKeys([...ids].filter((id) => !hidden.has(id)));
}

function exactQuery(truth: Truth, q: string): EvalQuery {
  const named = truth.named(q);
  return {
    q,
    right: withoutTitles(truth, truth.having(q), named),
    allowed: documentKeys([...named, ...truth.dated(q)]),
  };
}

function fragments(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED);
  const queries: EvalQuery[] = [];
  const total = truth.streams.reduce((sum, stream) => sum + stream.printed.length, 0);
  while (queries.length < count) {
    let at = Math.floor(random() * total);
    const stream = truth.streams.find(({ printed }) => (at -= printed.length) < 0);
    if (!stream) continue;
    const start = stream.printed.length + at;
    const q = stream.printed.slice(start, start + between(random, 2, 12));
    // A space parts terms by the query language: what stands on both sides of it is looked for, not the run.
    if (letters(q) >= 2 && !SPACED.test(q)) queries.push(exactQuery(truth, q));
  }
  return queries;
}

interface BodyRow {
  body: string;
  runs: string;
}

/** Fragments that a line or page end of the source stands in, as they are pasted: with the line feed. */
function brokenFragments(store: Store, truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 1);
  const breaks: { body: string; at: number }[] = [];
  for (const { body, runs } of store.prepare<[], BodyRow>('SELECT body, runs FROM provisions').all()) {
    const list: unknown = JSON.parse(runs);
    if (!Array.isArray(list)) continue;
    for (const run of list.slice(1)) {
      const at: unknown = Array.isArray(run) ? run[0] : null;
      if (typeof at === 'number') breaks.push({ body, at });
    }
  }
  const queries: EvalQuery[] = [];
  for (let tries = 0; tries < count * 4 && queries.length < count && breaks.length > 0; tries++) {
    const place = pick(random, breaks);
    if (!place) break;
    const before = place.body.slice(Math.max(0, place.at - between(random, 1, 8)), place.at);
    const after = place.body.slice(place.at, place.at + between(random, 1, 8));
    const q = `${before}\n${after}`;
    if (letters(before) === 0 || letters(after) === 0 || SPACED.test(before + after)) continue;
    if (/\d$/u.test(before) && /^\d/u.test(after)) continue;
    const query = exactQuery(truth, before + after);
    if (query.right.size > 0) queries.push({ ...query, q });
  }
  return queries;
}

function wordsOf(text: string): string[] {
  return segment(text).filter((word) => isContentWord(word) && /^\p{Script=Han}+$/u.test(word));
}

function somePieces(
  truth: Truth,
  random: Random,
  accepts: (piece: TruthPiece) => boolean,
  count: number,
): TruthPiece[] {
  const found: TruthPiece[] = [];
  for (let tries = 0; tries < count * 200 && found.length < count; tries++) {
    const piece = pick(random, truth.pieces);
    if (piece && accepts(piece)) found.push(piece);
  }
  return found;
}

function wordFragments(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 2);
  return somePieces(truth, random, (piece) => piece.printed.length > 30, count).flatMap((piece) => {
    const words = segment(piece.printed);
    const start = Math.floor(random() * words.length);
    const q = words.slice(start, start + between(random, 1, 3)).join('');
    return letters(q) >= 2 && piece.printed.includes(q) ? [exactQuery(truth, q)] : [];
  });
}

function termQueries(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 3);
  return somePieces(truth, random, (piece) => piece.printed.length > 60, count).flatMap((piece) => {
    const words = [...new Set(wordsOf(piece.printed))];
    const terms = [...new Set(Array.from({ length: between(random, 2, 3) }, () => pick(random, words) ?? ''))].filter(
      (term) => term !== '',
    );
    if (terms.length < 2) return [];
    const named = terms.map((term) => truth.named(term));
    const allowed = [...(named[0] ?? [])].filter((id) => named.every((ids) => ids.has(id)));
    return [
      {
        q: terms.join(' '),
        right: withoutTitles(truth, truth.havingAll(terms), new Set(allowed)),
        allowed: documentKeys(allowed),
      },
    ];
  });
}

function distinctDocuments(truth: Truth): { id: string; title: string }[] {
  const byTitle = new Map<string, { id: string; title: string }>();
  for (const { pieces } of truth.streams) {
    const [first] = pieces;
    if (first && letters(first.title) >= 6) byTitle.set(first.title, { id: first.documentId, title: first.title });
  }
  return [...byTitle.values()];
}

function wholeTitles(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 4);
  const documents = distinctDocuments(truth);
  return Array.from({ length: Math.min(count, documents.length) }, () => pick(random, documents)).flatMap(
    (document) => {
      if (!document) return [];
      const q = random() < 0.5 ? document.title : `《${document.title}》`;
      return [{ q: q.replace(/\s+/gu, ''), right: new Set([`d${document.id}`]), allowed: new Set<string>() }];
    },
  );
}

/** Six characters or more that one title alone has. */
function partialTitles(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 5);
  const documents = distinctDocuments(truth);
  const queries: EvalQuery[] = [];
  for (let tries = 0; tries < count * 10 && queries.length < count; tries++) {
    const document = pick(random, documents);
    if (!document) break;
    const length = between(random, 6, 14);
    const start = between(random, 0, Math.max(0, document.title.length - length));
    const q = document.title.slice(start, start + length).replace(/\s+/gu, '');
    const named = truth.named(q);
    if (letters(q) >= 6 && named.size === 1) queries.push({ q, right: documentKeys(named), allowed: new Set() });
  }
  return queries;
}

function numberSpellings(store: Store, count: number): EvalQuery[] {
  const rows = store
    .prepare<[], { id: string; document_number: string; number_key: string }>(
      `SELECT id, document_number, number_key FROM documents WHERE document_number LIKE '%〔%〕%号'
       AND number_key IN (SELECT number_key FROM documents GROUP BY number_key HAVING count(*) = 1) ORDER BY id`,
    )
    .all();
  const serials = new Map<string, Set<string>>();
  const known = store
    .prepare<[], { id: string; document_number: string }>(
      'SELECT id, document_number FROM register WHERE document_number IS NOT NULL',
    )
    .all();
  for (const { id, document_number } of [...known, ...rows]) {
    const match = /[〔年]?(\d{4})[〕年]第?(\d+)号/u.exec(document_number);
    const key = match ? `${match[1] ?? ''}-${match[2] ?? ''}` : '';
    serials.set(key, (serials.get(key) ?? new Set()).add(`d${id}`));
  }
  return rows.slice(0, Math.ceil(count / 6)).flatMap(({ id, document_number }) => {
    const match = /^(.+?)〔(\d{4})〕第?(\d+)号$/u.exec(document_number);
    if (!match) return [];
    const [, code = '', year = '', serial = ''] = match;
    const own = new Set([`d${id}`]);
    const wide = (text: string): string =>
      text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const spellings = [
      document_number,
      `${code}[${year}]${serial}号`,
      wide(`${code}（${year}）${serial}号`),
      `${code}${year} ${serial}`,
      `${code}${year}年${serial}号`,
    ].map((q) => ({ q, right: own, allowed: new Set<string>() }));
    const any = serials.get(`${year}-${serial}`) ?? own;
    return [...spellings, { q: `${year}年${serial}号`, right: any, allowed: new Set<string>() }];
  });
}

function wrongCharacter(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 6);
  const pieces = somePieces(truth, random, (piece) => piece.printed.length > 30, count);
  const others = pieces
    .flatMap((piece) => Array.from(piece.printed))
    .filter((character) => /\p{Script=Han}/u.test(character));
  return pieces.flatMap((piece) => {
    const runs = piece.printed.match(/\p{Script=Han}{8,24}/gu) ?? [];
    const run = pick(random, runs);
    if (run === undefined) return [];
    const fragment = run.slice(0, between(random, 8, run.length));
    const at = Math.floor(random() * fragment.length);
    const wrong =
      pick(
        random,
        others.filter((character) => character !== fragment.charAt(at)),
      ) ?? '某';
    const q = fragment.slice(0, at) + wrong + fragment.slice(at + 1);
    if (truth.having(q).size > 0) return [];
    return [{ q, right: pieceKeys(truth.having(fragment)), allowed: new Set<string>() }];
  });
}

/** What people call a document: 关于印发《推动矿业高质量发展的若干措施》的通知 → 推动矿业高质量发展的若干措施. */
function calledBy(title: string): string {
  const inner = /《([^《》]+)》/u.exec(title)?.[1] ?? title;
  return inner
    .replace(/^.{2,12}?(?:自治区|自治州|省|市)(?:人民政府)?(?:办公厅|办公室)?(?:关于)?/u, '')
    .replace(/[（(].*?[）)]/gu, '')
    .replace(/\s+/gu, '');
}

interface QuestionKind {
  /** A clause that answers, its subject first. */
  clause: RegExp;
  ask: string;
  /** Whether the document must be named, since every document has such a clause. */
  ofDocument: boolean;
}

const QUESTION_KINDS: readonly QuestionKind[] = [
  { clause: /有效期(?:为|限为)?[\d一二三四五]+年|有效期至/u, ask: '有效期多久', ofDocument: true },
  { clause: /自\s*\d{4}年\d{1,2}月\d{1,2}日起(?:施行|实施|执行)/u, ask: '什么时候施行', ofDocument: true },
  {
    clause: /([\p{Script=Han}、]{8,40}?)(?:不超过|最高|每人|一次性|给予|处以?|为|按)*\d[\d.]*(?:万元|元)/u,
    ask: '多少钱',
    ofDocument: false,
  },
  {
    clause: /([\p{Script=Han}、]{8,40}?)(?:在|自|应当在|应当自)?[\p{Script=Han}]{0,10}\d+个?(?:工作)?日内/u,
    ask: '多少天',
    ofDocument: false,
  },
  { clause: /([\p{Script=Han}、]{4,20}?)负责([\p{Script=Han}、]{6,30})/u, ask: '谁负责', ofDocument: false },
];

/** Questions made of the words of a clause that answers them, its numbers left out; the words that a document's name needs, as people say them. */
function questions(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 7);
  const queries: EvalQuery[] = [];
  for (const kind of QUESTION_KINDS) {
    const wanted = Math.ceil(count / QUESTION_KINDS.length);
    const pieces = somePieces(
      truth,
      random,
      (piece) => piece.kind !== 'title' && kind.clause.test(piece.printed),
      wanted,
    );
    for (const piece of pieces) {
      const match = kind.clause.exec(piece.printed);
      const subject = kind.ofDocument
        ? calledBy(piece.title)
        : wordsOf(match?.[2] ?? match?.[1] ?? '')
            .slice(-4)
            .join('');
      if (letters(subject) < 4) continue;
      const q = kind.ask === '谁负责' ? `谁负责${subject}` : subject + kind.ask;
      if (truth.having(q).size === 0)
        queries.push({ q, right: new Set([`p${piece.id}`, ...copies(truth, piece)]), allowed: new Set() });
    }
  }
  return queries;
}

/** Pieces of the very same text, and of one document: the articles that say the same of it. */
function copies(truth: Truth, piece: TruthPiece): string[] {
  return truth.pieces.filter((other) => other.printed === piece.printed).map((other) => `p${other.id}`);
}
