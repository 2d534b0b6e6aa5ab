import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../server/exports/csv.ts';
import type { Sheet } from '../../../server/exports/sheet.ts';

function sheet(rows: Sheet['rows']): Sheet {
  return {
    name: '表',
    columns: [
      { heading: '文号', type: 'text', width: 20 },
      { heading: '件数', type: 'number', width: 8 },
    ],
    rows,
  };
}

function lines(rows: Sheet['rows']): string[] {
  return toCsv(sheet(rows)).slice(1).split('\r\n').slice(1, -1);
}

describe('toCsv', () => {
  it('begins with a byte order mark and the Chinese headings', () => {
    expect(toCsv(sheet([]))).toBe('\uFEFF文号,件数\r\n');
  });

  it('writes an absent value as an empty cell', () => {
    expect(lines([[null, null]])).toEqual([',']);
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(lines([['一,二"三\n四', 1]])).toEqual(['"一,二""三\n四",1']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'takes the power from %j',
    (text) => {
      expect(lines([[text, 1]])[0]?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers and ordinary texts as they are', () => {
    expect(lines([['新政办发〔2024〕43号', -3]])).toEqual(['新政办发〔2024〕43号,-3']);
  });
});
