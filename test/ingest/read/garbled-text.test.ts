import { readFileSync, readdirSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { garbledWarnings } from '../../../ingest/read/garbled-text.ts';

describe('garbledWarnings', () => {
  it('finds nothing in the gazettes', () => {
    for (const name of readdirSync('data/gazettes').filter((file) => file.endsWith('.txt'))) {
      expect(garbledWarnings(readFileSync(`data/gazettes/${name}`, 'utf8'))).toEqual([]);
    }
  });

  it('names the line of each damaged place, one warning a line', () => {
    const text = '第一条　好\n第二条　\uFFFD坏\uFFFD\n第三条　锟斤拷锟斤拷\n';
    const warnings = garbledWarnings(text);
    expect(warnings.map((warning) => [warning.code, warning.line])).toEqual([
      ['text_garbled', 2],
      ['text_garbled', 3],
    ]);
    const span = warnings[1]?.span;
    expect(text.slice(span?.start, span?.end)).toBe('锟斤拷锟斤拷');
  });

  it('reports damage on the first line once, whichever the line ends, and stops after twenty lines', () => {
    const lines = (text: string): (number | null)[] => garbledWarnings(text).map(({ line }) => line);
    expect(lines('\uFFFD\uFFFD')).toEqual([1]);
    expect(lines('\uFFFD好\uFFFD')).toEqual([1]);
    expect(lines('甲\r\uFFFD乙\r\n\uFFFD丙')).toEqual([2, 3]);
    expect(garbledWarnings('各地区、各部门应当认真贯彻执行\uFFFD\n'.repeat(500))).toHaveLength(21);
  });

  it('sees that a whole text went through a wrong encoding', () => {
    const text = '新疆维吾尔自治区人民政府办公厅关于印发举报奖励办法的通知，现印发给你们，请认真贯彻执行。'.repeat(6);
    const mojibake = iconv.decode(Buffer.from(text, 'utf8'), 'latin1');
    expect(garbledWarnings(mojibake)[0]?.line).toBeNull();
    expect(garbledWarnings(text)).toEqual([]);
  });
});
