import { segment } from '../../ingest/index/segmenter.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { randomOf } from '../make-corpus/random.ts';
import type { Random } from '../make-corpus/random.ts';

/** So many texts of the archive are the ground from which queries are cut. */
const TEXTS = 400;

/**
 * Queries as people make them, in equal shares: a word of two to eight characters, a fragment cut anywhere, two or three words
 * of one passage, a document number, a whole title. The same archive and seed give the same queries.
 */
export function sampleQueries(store: Store, count: number, seed: number): string[] {
  const texts = sampled<{ text: string }>(
    store,
    'SELECT text FROM pieces WHERE id >= ? AND length(text) > 40 LIMIT 1',
    'pieces',
  ).map(({ text }) => text);
  const documents = sampled<{ title: string; number: string }>(
    store,
    'SELECT title, document_number AS number FROM documents WHERE rowid >= ? AND document_number IS NOT NULL LIMIT 1',
    'documents',
  );
  const random = randomOf(seed, 'queries');
  const kinds: ((random: Random) => string)[] = [
    () => wordOf(random, random.pick(texts)),
    () => fragmentOf(random, random.pick(texts)),
    () => {
      const text = random.pick(texts);
      return Array.from({ length: random.between(2, 3) }, () => wordOf(random, text)).join(' ');
    },
    () => random.pick(documents).number,
    () => random.pick(documents).title,
  ];
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length]?.(random) ?? '').filter((q) => q !== '');
}

/** Ids of documents spread evenly over the archive, `most` at most. */
export function sampleDocuments(store: Store, most: number): string[] {
  const rows = sampled<{ id: string }>(store, 'SELECT id FROM documents WHERE rowid >= ? LIMIT 1', 'documents', most);
  return [...new Set(rows.map(({ id }) => id))];
}

/** Rows at places spread evenly over a table. */
function sampled<Row>(store: Store, sql: string, table: 'pieces' | 'documents', places = TEXTS): Row[] {
  const last = store.prepare<[], { n: number }>(`SELECT max(rowid) AS n FROM ${table}`).get()?.n ?? 0;
  const row = store.prepare<[number], Row>(sql);
  return Array.from({ length: places }, (_, at) => row.get(Math.floor((at / places) * last) + 1)).filter(
    (one) => one !== undefined,
  );
}

function wordOf(random: Random, text: string): string {
  const words = segment(text).filter((word) => /^\p{Script=Han}{2,8}$/u.test(word));
  return words.length === 0 ? '监督检查' : random.pick(words);
}

function fragmentOf(random: Random, text: string): string {
  const [line = ''] = text.split('\n');
  const length = Math.min(line.length, random.between(4, 20));
  return line.slice(random.between(0, line.length - length)).slice(0, length);
}
