import { describe, expect, it } from 'vitest';
import { canonicalNumber } from '../../../ingest/resolve/canonical-number.ts';
import { homeOf, NOWHERE } from '../../../ingest/resolve/home.ts';

const CITY = homeOf(null, ['苏州市人民政府'], null);
const BUREAU = homeOf(null, ['苏州市财政局'], null);
const COUNTY = homeOf(null, ['平江县司法局'], '平江县停车办法');
const PROVINCE = homeOf(null, ['河北省人民政府'], null);

describe('canonicalNumber', () => {
  it.each([
    ['市政府令第65号', CITY, '苏州市人民政府令第65号'],
    ['市人民政府令第65号', BUREAU, '苏州市人民政府令第65号'],
    ['市人民政府第65号令', CITY, '苏州市人民政府令第65号'],
    ['政府令第65号', CITY, '苏州市人民政府令第65号'],
    ['第65号令', CITY, '苏州市人民政府令第65号'],
    ['省政府令第7号', CITY, '江苏省人民政府令第7号'],
    ['县人民政府令第3号', COUNTY, '平江县人民政府令第3号'],
    ['自贡市人民政府令第65号', CITY, '自贡市人民政府令第65号'],
    ['市场监管总局令第16号', CITY, '国家市场监督管理总局令第16号'],
    ['甲政发〔2020〕1号', NOWHERE, '甲政发〔2020〕1号'],
  ])('makes whole whose number it is: %s', (printed, home, text) =>
    expect(canonicalNumber(printed, home)?.text).toBe(text),
  );

  it.each([
    ['市人民政府令第65号', PROVINCE],
    ['市人民政府令第65号', NOWHERE],
    ['市人民政府令第65号', homeOf(null, ['国家市场监督管理总局'], null)],
    ['州人民政府令第65号', homeOf(null, ['广州市人民政府'], null)],
    ['政府令第65号', BUREAU],
    ['第65号令', NOWHERE],
  ])('is nothing where nobody knows whose: %s', (printed, home) => expect(canonicalNumber(printed, home)).toBeNull());
});
