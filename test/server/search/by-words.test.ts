import { describe, expect, it } from 'vitest';
import { tellingGroups } from '../../../server/search/by-words.ts';

describe('tellingGroups', () => {
  const frequencies = new Map([
    ['举报', 200],
    ['奖励', 300],
    ['标准', 9000],
    ['管理', 20_000],
    ['勘查', 12],
  ]);
  const groups = (...words: string[]) => tellingGroups(words, frequencies, 36_000).map((group) => group.join(' '));

  it('asks for rare words alone, and for no group with one of them', () => {
    expect(groups('勘查', '举报')).toEqual(['勘查']);
    expect(groups('勘查', '举报', '奖励')).toEqual(['勘查', '举报 奖励']);
  });

  it('asks for neighbours that chance would seldom put together, and for all words', () => {
    expect(groups('举报', '奖励', '标准')).toEqual(['举报 奖励', '举报 奖励 标准']);
    expect(groups('标准', '管理')).toEqual(['标准 管理']);
  });

  it('asks for nothing where no passage has the word or very many have the only one', () => {
    expect(groups('无此词', '举报', '奖励')).toEqual(['举报 奖励']);
    expect(groups('管理')).toEqual([]);
  });
});
