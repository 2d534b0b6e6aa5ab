import { readFileSync } from 'node:fs';

/** Groups of names for one thing. Kinds of documents that differ in law (办法, 规定) are never one group. */
const groups = readGroups(new URL('../../data/synonyms.json', import.meta.url));

function readGroups(path: URL): string[][] {
  const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(data) || !data.every(isGroup))
    throw new Error('data/synonyms.json: a list of groups of words is expected');
  return data;
}

function isGroup(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 1 && value.every((word) => typeof word === 'string' && word !== '');
}

const byWord = new Map<string, string[]>();
for (const group of groups) {
  for (const word of group) {
    const others = group.filter((other) => other !== word);
    byWord.set(word, [...(byWord.get(word) ?? []), ...others]);
  }
}

/** Other names of the same thing: 自治区 → 新疆维吾尔自治区, 新疆. Empty when the word has none. */
export function synonymsOf(word: string): readonly string[] {
  return byWord.get(word) ?? [];
}

/** The same data as the search engine takes it. */
export function engineSynonyms(): Record<string, string[]> {
  return Object.fromEntries(byWord);
}
