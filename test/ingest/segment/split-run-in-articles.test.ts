import { describe, expect, it } from 'vitest';
import type { Provision } from '../../../ingest/model/provision.ts';
import { splitRunInArticles } from '../../../ingest/segment/split-run-in-articles.ts';
import { readLines } from '../../../ingest/text/lines.ts';
import { parse } from '../../helpers/parse-text.ts';
import { processorTime } from '../../helpers/processor-time.ts';

/** The lines that a printed line is split into; empty where it stays one. */
const split = (text: string): string[] =>
  readLines(text).flatMap((line) => splitRunInArticles(line)?.map((piece) => piece.text) ?? []);

const outline = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap(({ id, children }) => [id, ...outline(children)]);

describe('several articles in one line', () => {
  it('begins articles, divisions and items where they count on behind a sentence', () => {
    expect(
      split(
        '第二章 选聘与解聘 第四条 专家应当具备以下条件：（一）品行良好；（二）年龄不超过70周岁。 第五条 符合第四条规定条件的，可以申请。第六条违反第五条的，予以解聘。',
      ),
    ).toEqual([
      '第二章 选聘与解聘',
      '第四条 专家应当具备以下条件：',
      '（一）品行良好；',
      '（二）年龄不超过70周岁。',
      '第五条 符合第四条规定条件的，可以申请。',
      '第六条违反第五条的，予以解聘。',
    ]);
  });

  it('divides a chapter from the article behind it in its line', () => {
    expect(split('第三章 附则 第七条 本办法自2018年8月10日起施行。')).toEqual([
      '第三章 附则',
      '第七条 本办法自2018年8月10日起施行。',
    ]);
  });

  it('parts title and 题注 from a text that is one line, and its 款 by the wide blanks between them', () => {
    expect(
      split(
        '江州市绿化条例（2016年10月27日市人民代表大会常务委员会第三次会议通过）　　第一章　总则　　第一条　为加强绿化，制定本条例。　　第二条　本市绿化适用本条例。　　前款所称绿化，包括植树。　　第三条　本条例自2017年1月1日起施行。',
      ),
    ).toEqual([
      '江州市绿化条例',
      '（2016年10月27日市人民代表大会常务委员会第三次会议通过）',
      '第一章　总则',
      '第一条　为加强绿化，制定本条例。',
      '第二条　本市绿化适用本条例。',
      '前款所称绿化，包括植树。',
      '第三条　本条例自2017年1月1日起施行。',
    ]);
  });

  it('parts signer and day from the last article', () => {
    expect(
      split(
        '江州市供水规定 第一条 为加强管理，制定本规定。 第二条 本规定适用于本市。 第三条 本规定自2018年1月1日起施行。 江州市人民政府 2017年12月1日',
      ).slice(3),
    ).toEqual(['第三条 本规定自2018年1月1日起施行。', '江州市人民政府', '2017年12月1日']);
  });

  it.each([
    ['a mention behind a sentence', '第四条　业主大会应当制定管理规约。第五条规定的期限内未制定的，由街道办事处指定。'],
    ['a number that is not due', '第四条　业主大会应当制定管理规约。第八条　另有规定的除外。'],
    ['an amended article', '第三条修改为：“绿化应当因地制宜。”第四条修改为：“树木应当养护。”'],
    ['articles quoted in an amendment', '一、增加二条，作为第三条、第四条：“第三条　应当植树。第四条　应当浇水。”'],
    ['one article that speaks of items', '第六条　有下列情形的：（一）占用绿地；（二）毁坏树木。'],
    ['a chapter that is spoken of', '第二章规定的处罚，由第七条规定的机关决定。'],
  ])('leaves %s as it stands', (_, text) => {
    expect(split(text)).toEqual([]);
  });

  it('gives each article of such a text its place, its line and all of its characters', () => {
    const { documents, segments, source } = parse(
      '江州市物业管理规定\n\n第一条为了规范物业管理，制定本规定。第二条本规定适用于本市。第三条业主不得有下列行为：（一）擅自停水；（二）违反第二条规定的其他行为。第四条本规定自2017年1月1日起施行。\n',
    );
    const provisions = documents[0]?.parts[0]?.provisions ?? [];
    expect(outline(provisions)).toEqual(['art-1', 'art-2', 'art-3', 'art-3/item-1', 'art-3/item-2', 'art-4']);
    expect(provisions.map(({ lines }) => lines.start)).toEqual([3, 3, 3, 3]);
    expect(provisions.map(({ span }) => source.text.slice(span.start, span.start + 5))).toEqual([
      '第一条为了',
      '第二条本规',
      '第三条业主',
      '第四条本规',
    ]);
    expect(segments.map(({ start, end }) => source.text.slice(start, end)).join('')).toBe(source.text);
  });

  it('takes no longer for a long line than its length allows', () => {
    const text = '第一条 甲' + '。第一章 总则 第一条 '.repeat(40_000);
    expect(processorTime(() => split(text))).toBeLessThan(2_000);
  });
});
