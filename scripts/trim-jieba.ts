/**
 * `tsx scripts/trim-jieba.ts FOLDER…`: writes data/jieba/ from the dictionary and the inverse document frequencies that come with
 * nodejieba: the words that official texts use (those in the folders), those that every Chinese text uses, and places
 * of the administration. nodejieba holds
 * its words twice, so that the whole dictionary takes a process 260 MB and a second to load, these a tenth of it; other words
 * are cut by their characters. Prints how the texts of every second file are cut by words taken from the others alone: what to expect
 * of texts that were not among them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import nodejieba from 'nodejieba';
import { collectFiles } from '../ingest/collect-files.ts';
import { DICTIONARY_PATH, JIEBA_FREQUENCIES_PATH, JIEBA_WORDS_PATH } from '../ingest/index/segmenter.ts';
import { readSourceFile } from '../ingest/read/read-source.ts';

/** Rarer ones are not looked at: names of people, and mistakes. */
const LEAST_FREQUENCY = 10;
/** In the texts that nodejieba's frequencies were counted in. */
const EVERYDAY_FREQUENCY = 300;
// Must match: 廊坊市 · 巴东县 · 昌吉回族自治州      Must not: 亚喀巴 · 豫南
const RANKED = /[省市县区州盟旗镇]$/u;

interface Word {
  word: string;
  frequency: number;
  line: string;
  isPlace: boolean;
}

const require = createRequire(import.meta.url);

const linesOf = (name: string): string[] =>
  readFileSync(require.resolve(`nodejieba/submodules/cppjieba/dict/${name}`), 'utf8')
    .split('\n')
    .filter(Boolean);

const known: Word[] = linesOf('jieba.dict.utf8')
  .map((line) => {
    const [word = '', frequency = '', tag = ''] = line.split(' ');
    return { word, line, frequency: Number(frequency), isPlace: tag === 'ns' && RANKED.test(word) };
  })
  .filter(({ frequency }) => frequency >= LEAST_FREQUENCY);

const work = mkdtempSync(join(tmpdir(), 'dibao-jieba-'));

/** Cuts lines by these words and the archive's own dictionary. */
function cutBy(words: readonly Word[], lines: readonly string[]): string[][] {
  const file = join(work, 'words.txt');
  writeFileSync(file, words.map(({ line }) => `${line}\n`).join(''));
  nodejieba.load({ dict: file, userDict: DICTIONARY_PATH });
  return lines.map((line) => nodejieba.cut(line, true));
}

function trimmedTo(used: ReadonlySet<string>): Word[] {
  return known.filter(
    ({ word, frequency, isPlace }) => isPlace || frequency >= EVERYDAY_FREQUENCY || word.length === 1 || used.has(word),
  );
}

/** How many words of the first cut the second one has at the same place. */
function wordsKept(first: readonly string[], second: readonly string[]): number {
  const places = (words: readonly string[]): string[] => {
    let at = 0;
    return words.map((word) => `${(at += word.length)} ${word}`);
  };
  const kept = new Set(places(second));
  return places(first).filter((place) => kept.has(place)).length;
}

const { files } = collectFiles(process.argv.slice(2).map((folder) => resolve(folder)));
const texts: string[][] = [];
for (const file of files) texts.push((await readSourceFile(file)).text.split('\n').filter(Boolean));

const isSeen = (nth: number): boolean => nth % 2 === 0;
const seen = cutBy(known, texts.filter((_, nth) => isSeen(nth)).flat());
const unseen = texts.filter((_, nth) => !isSeen(nth)).flat();
const byAll = cutBy(known, unseen);
const bySeen = cutBy(trimmedTo(new Set(seen.flat())), unseen);
rmSync(work, { recursive: true });

const total = byAll.flat().length;
const kept = byAll.reduce((sum, words, nth) => sum + wordsKept(words, bySeen[nth] ?? []), 0);
const words = trimmedTo(new Set([...seen, ...byAll].flat()));
const names = new Set(words.map(({ word }) => word));
const frequencies = linesOf('idf.utf8').filter((line) => names.has(line.split(' ')[0] ?? ''));
mkdirSync(new URL('../data/jieba/', import.meta.url), { recursive: true });
writeFileSync(JIEBA_WORDS_PATH, words.map(({ line }) => `${line}\n`).join(''));
writeFileSync(JIEBA_FREQUENCIES_PATH, `${frequencies.join('\n')}\n`);
process.stdout.write(
  `${files.length} files; ${words.length} words, ${frequencies.length} frequencies; ` +
    `cut as by all words in texts not seen: ${((100 * kept) / total).toFixed(2)} % of ${total} words\n`,
);
