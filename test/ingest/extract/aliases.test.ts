import { describe, expect, it } from 'vitest';
import { factsOf } from './draft.ts';
import type { DraftText } from './draft.ts';

const aliases = (title: string, parts: DraftText['parts'] = []): string[] =>
  factsOf({
    title,
    parts: [{ kind: 'notice', title, lines: ['现将办法印发给你们，请遵照执行。'] }, ...parts],
  }).aliases.map(({ value }) => value);
const part = (kind: 'regulation' | 'plan' | 'annex', title: string) => ({
  kind,
  title,
  lines: ['第一条 为了管理，制定本办法。'],
});

describe('the other titles of a document', () => {
  it.each<[string, string[]]>([
    ['甲市人民政府关于加强供水管理的通知', ['关于加强供水管理的通知']],
    ['关于加强供水管理的通知', []],
    ['甲市供水管理办法', []],
    ['甲市人民政府关于印发《甲市供水管理办法》的通知', ['甲市供水管理办法', '关于印发《甲市供水管理办法》的通知']],
    ['转发《乙省关于加强供水管理的意见》的通知', []],
  ])('of %s are %j', (title, others) => {
    expect(aliases(title)).toEqual(others);
  });

  it('are also the title printed over the text that a notice promulgates, where it differs', () => {
    const title = '关于印发《甲市供水管理办法》的通知';
    expect(aliases(title, [part('regulation', '甲市供水管理办法')])).toEqual(['甲市供水管理办法']);
    expect(aliases(title, [part('regulation', '甲市供水管理暂行办法')])).toEqual([
      '甲市供水管理办法',
      '甲市供水管理暂行办法',
    ]);
    expect(aliases(title, [part('plan', '甲市供水管理方案')])).toEqual(['甲市供水管理办法', '甲市供水管理方案']);
    expect(aliases(title, [part('annex', '附件 供水价格表')])).toEqual(['甲市供水管理办法']);
    expect(aliases('关于加强供水管理的通知', [part('regulation', '甲市供水管理办法')])).toEqual([]);
  });
});
