import { contentWords } from '../../ingest/index/segmenter.ts';
import type { Archive } from './archive.ts';
import type { SearchableDocument } from './searchable.ts';

const MOST_TERMS = 3000;

/** Words of titles and headings with the number of documents that have them there, the most frequent first. */
export function frequentTerms(archive: Archive): [string, number][] {
  const counts = new Map<string, number>();
  for (const document of archive.documents) {
    for (const word of termsOf(document)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_TERMS);
}

// Must match: 行政执法 · 矿业权      Must not: 2024 · 第一章 · DRG2
const isTerm = (word: string): boolean => /^\p{Script=Han}{2,}$/u.test(word) && !word.startsWith('第');

const known = new WeakMap<SearchableDocument, string[]>();

/** Remembered by document: an unchanged one is the same object after the archive has changed. */
function termsOf(document: SearchableDocument): string[] {
  let terms = known.get(document);
  if (!terms) {
    const headings = new Set(document.pieces.flatMap(({ path }) => path));
    terms = contentWords([document.title, ...headings].join('\n')).filter(isTerm);
    known.set(document, terms);
  }
  return terms;
}
