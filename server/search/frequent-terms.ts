import { contentWords } from '../../ingest/index/segmenter.ts';
import type { Archive } from './archive.ts';

const MOST_TERMS = 3000;

/** Words of titles and headings with the number of documents that have them there, the most frequent first. */
export function frequentTerms(archive: Archive): [string, number][] {
  const counts = new Map<string, number>();
  for (const { title, pieces } of archive.documents) {
    const headings = new Set(pieces.flatMap(({ path }) => path));
    const words = new Set(contentWords([title, ...headings].join('\n')).filter(isTerm));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_TERMS);
}

// Must match: 行政执法 · 矿业权      Must not: 2024 · 第一章 · DRG2
const isTerm = (word: string): boolean => /^\p{Script=Han}{2,}$/u.test(word) && !word.startsWith('第');
