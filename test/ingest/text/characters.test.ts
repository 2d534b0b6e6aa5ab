import { describe, expect, it } from 'vitest';
import { endsSentence, hasClauseMark, leavesOpen, widthOf } from '../../../ingest/text/characters.ts';

describe('characters', () => {
  it.each(['废止。', '（五）整改建议；', '下列规定：', '（试行）》的通知。”', '是否施行？'])(
    '%s ends a sentence',
    (text) => {
      expect(endsSentence(text)).toBe(true);
    },
  );
  it.each(['现予', '新政办', '关于印发《办法》', '', '（试行）', '各州、市'])('"%s" does not', (text) => {
    expect(endsSentence(text)).toBe(false);
  });
  it('knows open brackets, of mixed widths too', () => {
    expect(leavesOpen('《关于推动矿业高质量发展的若干措')).toBe(true);
    expect(leavesOpen('（以下简称“普通门诊保障”)')).toBe(false);
    expect(leavesOpen('（以下简称“普通门诊')).toBe(true);
    expect(leavesOpen('2024年8月27日令第238号修订)')).toBe(false);
  });
  it('takes 、 for no clause mark: headings hold it', () => {
    expect(hasClauseMark('加强领导、落实责任')).toBe(false);
    expect(hasClauseMark('加强领导,落实责任')).toBe(true);
  });
  it('counts half-width characters half', () => {
    expect(widthOf('第218号(2021)')).toBe(6.5);
  });
});
