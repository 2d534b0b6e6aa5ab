import { describe, expect, it } from 'vitest';
import { titleKey } from '../../../ingest/text/title-key.ts';

describe('titleKey', () => {
  it.each([
    ['《土地复垦规定》', '土地复垦规定'],
    [
      '关于印发《新疆草原畜牧业转型升级规划（2023—2030年）》的通知',
      '关于印发〈新疆草原畜牧业转型升级规划(2023-2030年)〉的通知',
    ],
    ['关于印发自治区人民政府督查工作办法的通知', '关于印发《自治区人民政府督查工作办法》的通知'],
    ['总　则', '总则'],
    ['“十四五”规划', '"十四五"规划'],
    ['道路交通 事故处理办法（试行）', '道路交通事故处理办法(试行)'],
  ])('%s is %s', (a, b) => expect(titleKey(a)).toBe(titleKey(b)));

  it.each([
    ['土地复垦规定', '新疆维吾尔自治区实施《土地复垦规定》办法'],
    ['管理办法', '管理办法（试行）'],
    ['规划（2021—2025年）', '规划（2021年）'],
  ])('%s is not %s', (a, b) => expect(titleKey(a)).not.toBe(titleKey(b)));
});
