import { describe, expect, it } from 'vitest';
import { regulation } from './draft.ts';

const suspended = (clause: string): string[] =>
  regulation('关于有关事项的通知', [`一、${clause}`]).relations.flatMap(
    ({ mode, effectiveDate, until, citation: { title, documentNumber, provisions } }) =>
      mode === 'suspended' || mode === 'kept'
        ? [[mode, title ?? documentNumber, provisions.join(';'), effectiveDate ?? '', until ?? ''].join(' ').trim()]
        : [],
  );

describe('clauses that put a document out of use for a time', () => {
  it.each<[string, string[]]>([
    ['暂停执行《甲办法》第八条。', ['suspended 甲办法 8']],
    ['《甲办法》（甲政发〔2010〕1号）暂停执行。', ['suspended 甲办法']],
    ['自2021年6月1日至2022年5月31日，暂停实施《甲办法》。', ['suspended 甲办法  2021-06-01 2022-05-31']],
    ['《甲办法》自2021年6月1日起暂停执行。', ['suspended 甲办法  2021-06-01']],
    [
      '在自由贸易试验区内，暂时调整实施《甲条例》第二十条、《乙条例》第七条的有关规定。',
      ['suspended 甲条例 20', 'suspended 乙条例 7'],
    ],
    ['在试点期间，暂时停止适用《中华人民共和国甲法》第六条、第十条。', ['suspended 中华人民共和国甲法 6;10']],
    ['甲政发〔2010〕1号文件暂缓执行。', ['suspended 甲政发〔2010〕1号']],
    ['《甲办法》自2021年7月1日起恢复执行。', ['kept 甲办法  2021-07-01']],
    ['在中国（上海）自由贸易试验区内，停止实施《甲条例》。', ['suspended 甲条例']],
    ['自本通知印发之日起，停止实施《甲条例》。', []],
    ['市政府可以暂停执行《甲办法》。', []],
    ['根据《甲办法》的规定，暂停执行有关收费项目。', []],
    ['《甲办法》第三条规定的许可暂停办理。', []],
    ['依照《甲法》第五条裁定中止执行。', []],
  ])('%s', (clause, expected) => expect(suspended(clause)).toEqual(expected));

  it('say so in the title of the document as well', () => {
    const title = '国务院关于在甲先行区暂时调整实施《乙法实施条例》有关规定的决定';
    const { relations } = regulation(title, [['title', title]]);
    expect(relations.map(({ type, mode, citation }) => [type, mode, citation.title])).toEqual([
      ['amends', 'suspended', '乙法实施条例'],
    ]);
    const said = regulation(title, [
      ['title', title],
      '国务院决定在甲先行区暂时调整实施《乙法实施条例》第三十六条的规定。',
    ]);
    expect(said.relations.map(({ citation }) => citation.provisions)).toEqual([[[36]]]);
  });
});
