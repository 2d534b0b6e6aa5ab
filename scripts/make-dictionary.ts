/**
 * `tsx scripts/make-dictionary.ts PATH…`: proposes words for data/dictionary.txt from gazettes and other official texts: authorities and places
 * of the project's data, and terms that the texts use as one word and nodejieba cuts in pieces. Prints one candidate a line with its count,
 * those already in the dictionary marked. A person reads the list and copies what is a word.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import nodejieba from 'nodejieba';
import { DICTIONARY_PATH } from '../ingest/index/segmenter.ts';
import { readSourceFile } from '../ingest/read/read-source.ts';

const LONGEST_WORD = 6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { least: { type: 'string', default: '12' }, cohesion: { type: 'string', default: '60' } },
});
const LEAST_COUNT = Number(values.least);
/** How many times likelier than by chance the parts of a word stand together. */
const LEAST_COHESION = Number(values.cohesion);
/** Different characters that must stand before and behind: a part of one fixed phrase is no word. */
const LEAST_NEIGHBOURS = 5;

nodejieba.load();
const known = new Set(
  readFileSync(DICTIONARY_PATH, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? ''),
);
const texts = await readTexts(positionals.length === 0 ? ['data/gazettes'] : positionals);
for (const { word, count } of candidates(texts))
  process.stdout.write(`${known.has(word) ? '=' : '+'} ${word} ${count}\n`);

async function readTexts(paths: readonly string[]): Promise<string[]> {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path],
  );
  const read: string[] = [];
  for (const file of files) read.push((await readSourceFile(file)).text);
  return read;
}

interface Gram {
  count: number;
  before: Set<string>;
  behind: Set<string>;
}

/** Runs of two to six characters that hold together, stand in many surroundings and are cut by the plain segmenter. */
function candidates(sources: readonly string[]): { word: string; count: number }[] {
  const runs = sources.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []);
  const counts = new Map<string, number>();
  let total = 0;
  for (const run of runs) {
    total += run.length;
    for (let at = 0; at < run.length; at++) {
      for (let length = 1; length <= LONGEST_WORD && at + length <= run.length; length++) {
        const gram = run.slice(at, at + length);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  const grams = neighbours(runs, counts);
  const found: { word: string; count: number }[] = [];
  for (const [word, { count, before, behind }] of grams) {
    if (before.size < LEAST_NEIGHBOURS || behind.size < LEAST_NEIGHBOURS) continue;
    if (cohesion(word, counts, total) < LEAST_COHESION || nodejieba.cut(word, true).length < 2) continue;
    found.push({ word, count });
  }
  return found.sort((a, b) => b.count - a.count);
}

function neighbours(runs: readonly string[], counts: ReadonlyMap<string, number>): Map<string, Gram> {
  const grams = new Map<string, Gram>();
  for (const run of runs) {
    for (let at = 0; at < run.length; at++) {
      for (let length = 2; length <= LONGEST_WORD && at + length <= run.length; length++) {
        const word = run.slice(at, at + length);
        const count = counts.get(word) ?? 0;
        if (count < LEAST_COUNT) break;
        const gram = grams.get(word) ?? { count, before: new Set(), behind: new Set() };
        gram.before.add(run.charAt(at - 1));
        gram.behind.add(run.charAt(at + length));
        grams.set(word, gram);
      }
    }
  }
  return grams;
}

/** The count beside the greatest that chance gives for any way to cut the word in two. */
function cohesion(word: string, counts: ReadonlyMap<string, number>, total: number): number {
  const count = counts.get(word) ?? 0;
  let expected = 0;
  for (let cut = 1; cut < word.length; cut++) {
    const left = counts.get(word.slice(0, cut)) ?? 0;
    const right = counts.get(word.slice(cut)) ?? 0;
    expected = Math.max(expected, (left * right) / total);
  }
  return count / expected;
}
