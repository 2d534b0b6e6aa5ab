import { describe, expect, test } from 'vitest';
import { citeDocument } from '../../../ingest/validity/cite-document.ts';

describe('citeDocument', () => {
  test.each([
    ['新疆电力负荷管理实施细则', '新发改规〔2024〕2号', '《新疆电力负荷管理实施细则》（新发改规〔2024〕2号）'],
    ['关于印发《新疆电力负荷管理实施细则》的通知', null, '《关于印发〈新疆电力负荷管理实施细则〉的通知》'],
    [
      // 伊犁州政办规〔2024〕1号
      '关于印发《自治州贯彻落实〈新疆维吾尔自治区安全生产举报奖励办法〉实施细则（试行）》的通知',
      null,
      '《关于印发〈自治州贯彻落实《新疆维吾尔自治区安全生产举报奖励办法》实施细则（试行）〉的通知》',
    ],
    ['实施〈土地复垦规定〉办法', null, '《实施〈土地复垦规定〉办法》'],
    ['甲《乙》丙《丁》', null, '《甲〈乙〉丙〈丁〉》'],
    ['甲》乙', null, '《甲〉乙》'],
    ['甲《乙', null, '《甲〈乙》'],
    [null, '新发改规〔2024〕2号', '新发改规〔2024〕2号'],
    ['', null, null],
  ])('%s, %s is cited as %s', (title, number, cited) => {
    expect(citeDocument(title, number)).toBe(cited);
  });
});
