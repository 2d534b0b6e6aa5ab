import { describe, expect, it } from 'vitest';
import { furnitureRule, leadingPageNumber } from '../../../ingest/text/furniture.ts';

describe('furnitureRule', () => {
  it.each([
    ['— 30 —', 'page-number'],
    ['－3－', 'page-number'],
    ['·7·', 'page-number'],
    ['第 5 页 共 12 页', 'page-number'],
    ['（此页无正文）', 'layout-remark'],
    ['(下转第8页)', 'layout-remark'],
    ['2024年第17—18期　新疆维吾尔自治区人民政府公报', 'running-head'],
    ['上海市人民政府公报　2023年第7期', 'running-head'],
    ['天津市人民政府公报                                        2017年第8期', 'running-head'],
    ['内蒙古政报　2011年第11期', 'running-head'],
    ['安徽省人民政府公报 2008 年第 16 期 国务院文件', 'running-head'],
    ['省政府文件　安徽省人民政府公报　2008年第16期', 'running-head'],
    ['<!-- INFO END -->', 'markup'],
    ['![](images/3.png)', 'markup'],
  ])('%s is %s', (text, rule) => {
    expect(furnitureRule(text)).toBe(rule);
  });

  it.each([
    '30',
    '——坚持改革先行,创新发展。',
    '（此件公开发布）',
    '第五页的内容。',
    '新疆维吾尔自治区人民政府公报',
    '国务院公报　2008年第16期　目　录',
    '转载自国务院公报 2008年第16期，略有删节',
    '<p>',
    '-3.5',
  ])('%s is text', (text) => {
    expect(furnitureRule(text)).toBeNull();
  });
});

describe('leadingPageNumber', () => {
  it('measures a page number that stands before text', () => {
    expect(leadingPageNumber('—3—首套商品住房的')).toBe(3);
    expect(leadingPageNumber('— 12 —　首套')).toBe(7);
  });
  it.each(['——坚持改革', '— 3 —', '-3.5万元', '首套'])('finds none in %s', (text) => {
    expect(leadingPageNumber(text)).toBe(0);
  });
});
