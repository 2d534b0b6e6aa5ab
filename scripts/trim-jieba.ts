/**
 * `tsx scripts/trim-jieba.ts`: writes data/jieba/ from the dictionary and the inverse document frequencies that come with nodejieba:
 * the words that general Chinese texts have LEAST_FREQUENCY times or more. The whole dictionary takes a process 260 MB and a
 * second to load, a third of its words so little that a site can afford it; rarer words are cut by their characters.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JIEBA_FREQUENCIES_PATH, JIEBA_WORDS_PATH } from '../ingest/index/segmenter.ts';

const LEAST_FREQUENCY = 10;

const require = createRequire(import.meta.url);

const linesOf = (name: string): string[] =>
  readFileSync(require.resolve(`nodejieba/submodules/cppjieba/dict/${name}`), 'utf8')
    .split('\n')
    .filter(Boolean);

mkdirSync(new URL('../data/jieba/', import.meta.url), { recursive: true });
const words = linesOf('jieba.dict.utf8').filter((line) => Number(line.split(' ')[1]) >= LEAST_FREQUENCY);
const kept = new Set(words.map((line) => line.split(' ')[0]));
const frequencies = linesOf('idf.utf8').filter((line) => kept.has(line.split(' ')[0]));
writeFileSync(JIEBA_WORDS_PATH, `${words.join('\n')}\n`);
writeFileSync(JIEBA_FREQUENCIES_PATH, `${frequencies.join('\n')}\n`);
process.stdout.write(`${words.length} words, ${frequencies.length} frequencies\n`);
