import { fileURLToPath } from 'node:url';

import nodejieba from 'nodejieba';

/** One word a line, with a frequency and a part of speech where known: made by scripts/make-dictionary.ts, reviewed by hand. */
export const DICTIONARY_PATH = fileURLToPath(new URL('../../data/dictionary.txt', import.meta.url));

const JIEBA = new URL('../../data/jieba/', import.meta.url);

/** The words of official and everyday Chinese, and how telling they are: made from nodejieba's own by scripts/trim-jieba.ts. */
export const JIEBA_WORDS_PATH = fileURLToPath(new URL('words.txt', JIEBA));
export const JIEBA_FREQUENCIES_PATH = fileURLToPath(new URL('frequencies.txt', JIEBA));

let loaded = false;

function load(): void {
  if (loaded) return;
  nodejieba.load({ dict: JIEBA_WORDS_PATH, idfDict: JIEBA_FREQUENCIES_PATH, userDict: DICTIONARY_PATH });
  loaded = true;
}

/** Words that say how a sentence is built, not what it is about. */
const FUNCTION_WORDS = new Set(
  (
    '的 了 和 与 及 或 在 对 为 是 由 以 于 被 把 将 应 并 等 其 该 各 本 按 从 到 向 个 也 都 就 而 且 之 者 所 不 有 无 可 能 要 会 这 那 上 下 中 内 外 后 前 时 ' +
    '以及 或者 并且 应当 可以 不得 进行 按照 根据 依照 依据 有关 相关 其他 下列 本办法 本规定 本条例 规定 情况 工作'
  ).split(' '),
);

/** Hand-made words longer than one character and not a function word say something of a text. */
const LETTERS = /^[\p{L}\p{N}]+$/u;

/**
 * Chinese words in order, by nodejieba with the archive's dictionary. Runs of Latin letters and digits stay whole.
 *
 * `推行DRG付费` → 推行 DRG 付费
 */
export function segment(text: string): string[] {
  load();
  return nodejieba.cut(text, true).filter((word) => LETTERS.test(word));
}

/** True of a word that tells texts apart: two characters or more and no mere function word or short number. */
export function isContentWord(word: string): boolean {
  return word.length > 1 && !FUNCTION_WORDS.has(word) && !/^\d{1,3}$/u.test(word);
}

/** The distinct content words of a text, in order of first appearance. */
export function contentWords(text: string): string[] {
  return [...new Set(segment(text).filter(isContentWord))];
}

/** The words that tell a text from others, by nodejieba's tf-idf, the most telling first. */
export function extractKeywords(text: string, count: number): string[] {
  load();
  return nodejieba
    .extract(text, count * 2)
    .map(({ word }) => word)
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && isContentWord(word))
    .slice(0, count);
}
