import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DICTIONARY_PATH, contentWords, extractKeywords, segment } from '../../../ingest/index/segmenter.ts';
import { synonymsOf } from '../../../ingest/index/synonyms.ts';

describe('segment', () => {
  it.each([
    ['新疆维吾尔自治区行政执法案卷评查办法', ['新疆维吾尔自治区', '行政执法', '案卷评查', '办法']],
    ['推行DRG/2024付费', ['推行', 'DRG', '2024', '付费']],
    ['探矿权、采矿权', ['探矿权', '采矿权']],
  ])('%s', (text, words) => {
    expect(segment(text)).toEqual(words);
  });

  it('leaves out function words and single characters as content', () => {
    expect(contentWords('应当按照有关规定和举报奖励的办法')).toEqual(['举报奖励', '办法']);
  });

  it('finds the words that tell a text', () => {
    expect(extractKeywords('行政执法案卷评查，案卷评查结果应当公开。', 2)).toEqual(
      expect.arrayContaining(['案卷评查']),
    );
  });
});

describe('the dictionary', () => {
  const lines = readFileSync(DICTIONARY_PATH, 'utf8').trimEnd().split('\n');

  it('has one word and its part of speech a line, none twice', () => {
    for (const line of lines) expect(line).toMatch(/^[\p{Script=Han}（）]{2,20} (?:n|nt|ns)$/u);
    const words = lines.map((line) => line.split(' ')[0]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('synonyms', () => {
  it('know other names of one thing and keep kinds of documents apart', () => {
    expect(synonymsOf('自治区')).toContain('新疆维吾尔自治区');
    expect(synonymsOf('办法')).toEqual([]);
  });
});
