import { describe, expect, it } from 'vitest';
import { joinTitle } from '../../../ingest/segment/join-title.ts';
import { readLines } from '../../../ingest/text/lines.ts';

const join = (printed: string): string => joinTitle(readLines(printed).map(({ content }) => content)).text;

describe('joinTitle', () => {
  it.each([
    [
      '新疆维吾尔自治区人民政府办公厅关于印发 《稳定肉牛肉羊及奶产业发展九条政策措施》的通知',
      '新疆维吾尔自治区人民政府办公厅关于印发《稳定肉牛肉羊及奶产业发展九条政策措施》的通知',
    ],
    ['# 国务院关于棉粮、糖粮挂钩奖售粮\n 几 个 问 题 的 通 知', '国务院关于棉粮、糖粮挂钩奖售粮几个问题的通知'],
    [
      '关于印发《自治州贯彻落实〈新疆维吾尔\n自治区安全生产举报奖励办法〉\n实施细则（试行）》的通知',
      '关于印发《自治州贯彻落实〈新疆维吾尔自治区安全生产举报奖励办法〉实施细则（试行）》的通知',
    ],
    [
      '国家安全监管总局 财政部关于印发\n《安全生产领域举报奖励办法》的通知',
      '国家安全监管总局 财政部关于印发《安全生产领域举报奖励办法》的通知',
    ],
  ])('%s', (printed, title) => {
    expect(join(printed)).toBe(title);
  });
});
