import { describe, expect, it } from 'vitest';
import type { PartText } from './draft.ts';
import { factsOf, regulation } from './draft.ts';

const OWN = '某市建筑管理办法';

describe('a text that keeps another in force', () => {
  it.each<[string, string[]]>([
    ['《乙办法》（甲政规〔2018〕6号）有效期延长至2027年12月31日。', ['amends extended 2027-12-31 乙办法']],
    [
      '《乙办法》、《丙办法》有效期延续至2025年底。',
      ['amends extended 2025-12-31 乙办法', 'amends extended 2025-12-31 丙办法'],
    ],
    ['《乙办法》有效期延长五年。', ['amends extended P5Y 乙办法']],
    ['《乙通知》规定的优惠政策，自2022年1月1日至2023年12月31日继续执行。', ['amends extended 2023-12-31 乙通知']],
    ['《乙办法》有效期届满后延续实施，有效期至2024年4月2日。', ['amends extended 2024-04-02 乙办法']],
    ['《乙通知》至2023年12月31日，继续执行原标准。', []],
    ['继续执行《乙办法》（甲政规〔2018〕6号）至2025年12月31日。', ['amends extended 2025-12-31 乙办法']],
    ['各地要继续执行《乙办法》。', []],
    ['《乙办法》有效期顺延一年。', ['amends extended P1Y 乙办法']],
    ['《乙办法》中“给予财政补贴”政策执行期限顺延一年。', []],
    ['决定延长《乙办法》有效期至2027年12月31日。', ['amends extended 2027-12-31 乙办法']],
    ['延长《乙办法》（甲政规〔2018〕6号）的有效期18个月。', ['amends extended P18M 乙办法']],
    ['将《乙办法》有效期延长2年，至2026年5月31日。', ['amends extended 2026-05-31 乙办法']],
    ['《乙办法》经评估继续有效，自2021年6月1日起施行，有效期5年。', ['amends extended 2026-05-31 乙办法']],
    ['《乙办法》有效期自2023年1月1日起延长3年。', ['amends extended 2025-12-31 乙办法']],
    ['《乙办法》有效期满后继续执行至2023年6月30日。', ['amends extended 2023-06-30 乙办法']],
    ['《乙公告》规定的税收优惠政策，执行期限延长至2023年12月31日。', ['amends extended 2023-12-31 乙公告']],
    [
      '《乙通知》（财税〔2018〕120号）、《丙通知》（财税〔2019〕11号）中规定的优惠政策，执行期限延长至2023年12月31日。',
      ['amends extended 2023-12-31 乙通知', 'amends extended 2023-12-31 丙通知'],
    ],
    ['《乙办法》继续有效。', ['cites kept  乙办法']],
    ['除《乙办法》继续执行外，此前印发的有关文件一律停止执行。', ['cites kept  乙办法']],
    ['《乙办法》（甲政办〔2017〕8号）继续执行，执行期限延长两年。', ['amends extended P2Y 乙办法']],
    ['现行《乙办法》在新办法出台前继续执行。', ['cites kept  乙办法']],
    [
      '《乙办法》（甲规〔2018〕6号）经评估需继续实施，现予以重新公布，有效期自2021年7月1日起至2026年6月30日止。',
      ['amends extended 2026-06-30 乙办法'],
    ],
    ['《乙办法》自2021年1月1日起继续实施，有效期为五年。', ['amends extended 2025-12-31 乙办法']],
    ['《乙办法》继续有效，有效期延长5年，至2026年5月31日。', ['amends extended 2026-05-31 乙办法']],
    ['《乙办法》有效期满，经评估，决定有效期延续至2025年12月31日。', ['amends extended 2025-12-31 乙办法']],
    [
      '《乙办法》（甲规〔2018〕6号）有效期至2021年6月30日届满，现决定延长其有效期至2026年6月30日。',
      ['amends extended 2026-06-30 乙办法'],
    ],
    [
      '《乙办法》将于2021年6月30日到期。经市政府研究，决定继续执行，有效期至2023年6月30日。',
      ['amends extended 2023-06-30 乙办法'],
    ],
    [
      '《乙办法》（甲规〔2018〕6号）将于2021年6月30日到期，经评估需要继续执行，现将有效期延长至2026年6月30日。',
      ['amends extended 2026-06-30 乙办法'],
    ],
    ['《乙办法》的有效期由2024年3月31日延长至2026年3月31日。', ['amends extended 2026-03-31 乙办法']],
    [
      '《乙办法》需继续执行，有效期延长三年，自2024年4月1日起至2027年3月31日止。',
      ['amends extended 2027-03-31 乙办法'],
    ],
    ['《乙办法》于2024年3月31日有效期届满，经市政府同意，延期至2025年3月31日。', ['amends extended 2025-03-31 乙办法']],
    ['《乙办法》到期后继续执行2年。', ['amends extended P2Y 乙办法']],
    ['《乙办法》予以保留，继续施行。', ['cites kept  乙办法']],
    ['《乙办法》规定的申报将于2021年6月30日到期，现将申报期限延长至2026年6月30日。', []],
    ['《乙办法》将于2021年6月30日到期，现将该办法有效期延长两年。', ['amends extended P2Y 乙办法']],
    ['《乙办法》实施以来成效明显。补贴政策执行期限延长至2025年底。', []],
    ['根据《乙办法》规定，将补贴期限延长至2025年底。', []],
    ['《乙办法》有效期届满后不再延续。', []],
    ['《乙办法》拟延长至2025年底。', []],
    ['可以延长《乙办法》有效期至2025年12月31日。', []],
    ['《乙办法》印发前已经办理的，继续有效。', []],
    ['按照《乙办法》继续执行。', []],
  ])('reads that another document stays in force: %s', (line, expected) => {
    const { relations } = regulation(OWN, ['第一条 制定本办法。', `第三十条 ${line}`]);
    const staying = relations.filter(({ mode }) => mode === 'extended' || mode === 'kept');
    expect(
      staying.map(({ type, mode, until, citation }) => `${type} ${mode} ${until ?? ''} ${citation.title}`),
    ).toEqual(expected);
  });

  it('reads a list of documents whose validity is extended, also by the notice over it', () => {
    const staying = (lines: PartText['lines'], annex?: PartText): string[] => {
      const title = '甲市人民政府关于延长部分文件有效期的通知';
      const { relations } = factsOf({
        title,
        parts: [{ kind: 'notice', title: '', lines }, ...(annex ? [annex] : [])],
      });
      return relations.map(({ type, until, citation }) => `${type} ${until ?? ''} ${citation.title}`);
    };
    const items = ['一、《乙办法》（甲政规〔2016〕2号）', '二、《丙细则》（甲政规〔2016〕9号）'];
    expect(staying(['以下文件继续有效，有效期延长五年：', ...items])).toEqual([
      'amends P5Y 乙办法',
      'amends P5Y 丙细则',
    ]);
    const annex: PartText = { kind: 'list', title: '有效期延长的文件目录', lines: items };
    expect(staying(['附件所列文件有效期延长至2027年12月31日。'], annex)).toEqual([
      'amends 2027-12-31 乙办法',
      'amends 2027-12-31 丙细则',
    ]);
    expect(staying(['下列文件继续有效：', ...items])).toEqual(['cites  乙办法', 'cites  丙细则']);
  });
});
