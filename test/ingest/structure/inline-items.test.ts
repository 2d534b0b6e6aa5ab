import { describe, expect, it } from 'vitest';
import type { Provision } from '../../../ingest/model/provision.ts';
import { provisionText } from '../../../ingest/structure/provision-text.ts';
import { parse } from '../../helpers/parse-text.ts';

const outline = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap((provision) => [`${provision.id} ${provision.body.text}`, ...outline(provision.children)]);

/** The first article of a text whose second article is its last. */
const firstOf = (words: string): Provision | undefined =>
  parse(`江州市学生体质评价办法\n\n第一条 ${words}\n第二条 本办法自2011年9月1日起施行。\n`).documents[0]?.parts[0]
    ?.provisions[0];
const articleOf = (words: string): string[] => {
  const article = firstOf(words);
  return article ? outline([article]) : [];
};

describe('items within a sentence', () => {
  it('are items of their article, lists within them too', () => {
    expect(
      articleOf('评价包括：1．身体形态：（1）身高；（2）体重。2．身体机能：①肺活量；②台阶试验。3．素质。'),
    ).toEqual([
      'art-1 评价包括：',
      'art-1/item-1 身体形态：',
      'art-1/item-1/sub-1 身高；',
      'art-1/item-1/sub-2 体重。',
      'art-1/item-2 身体机能：',
      'art-1/item-2/sub-1 肺活量；',
      'art-1/item-2/sub-2 台阶试验。',
      'art-1/item-3 素质。',
    ]);
  });

  it('are found in paragraphs over several lines, and stand where they are printed', () => {
    const article = firstOf('成绩分为两档：（一）合格，\n60分以上；（二）不合格。');
    expect(article?.children.map(({ id }) => id)).toEqual(['art-1/item-1', 'art-1/item-2']);
    expect(article ? provisionText(article).text : '').toBe('成绩分为两档：\n（一）合格，60分以上；\n（二）不合格。');
  });

  it.each([
    ['one item alone', '提交下列材料：（一）申请书。'],
    ['items that are mentioned', '违反第三条第（一）项；第（二）项除外。'],
    ['items that do not count on', '分为：（一）优秀；（三）合格。'],
    ['items of a text that is quoted', '将第三条修改为：“分为：（一）优秀；（二）合格。”'],
    ['figures', '标准为：1.5元；2.5元。'],
  ])('leaves %s', (_, words) => {
    expect(articleOf(words)).toHaveLength(1);
  });
});
