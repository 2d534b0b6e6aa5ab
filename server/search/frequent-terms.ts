import { contentWords } from '../../ingest/index/segmenter.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { perStore } from '../../ingest/store/per-store.ts';

const MOST_TERMS = 3000;
/** Of a larger archive so many documents, evenly from the newest to the oldest, tell which words are frequent. */
const MOST_DOCUMENTS = 2000;
/** So many documents are read between two pauses: about a millisecond. */
const DOCUMENTS_AT_A_TIME = 20;

/**
 * Words of titles and headings with the number of documents that have them there, the most frequent first. Pauses by `yield` after
 * some documents.
 */
export function* frequentTerms(
  store: Store,
  documents: readonly { id: string }[],
): Generator<undefined, [string, number][]> {
  const counts = new Map<string, number>();
  const step = Math.ceil(documents.length / MOST_DOCUMENTS);
  const sample = documents.filter((_, index) => (documents.length - 1 - index) % step === 0);
  for (const [index, { id }] of sample.entries()) {
    if (index > 0 && index % DOCUMENTS_AT_A_TIME === 0) yield;
    for (const word of termsOf(store, id)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_TERMS);
}

// Must match: 行政执法 · 矿业权      Must not: 2024 · 第一章 · DRG2
const isTerm = (word: string): boolean => /^\p{Script=Han}{2,}$/u.test(word) && !word.startsWith('第');

const selectTitles = perStore((store) =>
  store
    .prepare<[string, string], string>(
      `SELECT title FROM documents WHERE id = ?
       UNION SELECT heading.value FROM pieces, json_each(pieces.path) AS heading WHERE document_id = ?`,
    )
    .pluck(),
);

/** Of the title of a document and the headings in it. */
const termsOf = (store: Store, id: string): string[] =>
  contentWords(selectTitles(store).all(id, id).join('\n')).filter(isTerm);
