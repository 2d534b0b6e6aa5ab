import { describe, expect, test } from 'vitest';
import { bodyLines, printedTable, spanInText } from '../../../server/pages/body-lines.ts';

describe('bodyLines', () => {
  test('keeps where each line begins and drops empty ones', () => {
    expect(bodyLines('甲\n\n乙丙')).toEqual([
      { text: '甲', at: 0 },
      { text: '乙丙', at: 3 },
    ]);
  });
});

describe('printedTable', () => {
  const table = (body: string): unknown => {
    const { head, rows } = printedTable(bodyLines(body));
    const texts = (cells: { text: string; at: number }[]): string[] =>
      cells.map(({ text, at }) => {
        expect(body.slice(at, at + text.length)).toBe(text);
        return text;
      });
    return { head: head === null ? null : texts(head), rows: rows.map(texts) };
  };
  test('a Markdown rule makes the row above it the headings', () => {
    expect(table('| 序号 | 名称 |\n|---|:--|\n  | 1 |  | 甲 |')).toEqual({
      head: ['序号', '名称'],
      rows: [['1', '', '甲']],
    });
  });
  test('a row may lack its last stroke', () => {
    expect(table('| 1 | 甲\n|')).toEqual({ head: null, rows: [['1', '甲'], ['']] });
  });
  test('rows parted by tabs have no headings: no person of a name list becomes one', () => {
    expect(table('李沁鄂\t乌鲁木齐市第67中学\n张焱冰\t 乌鲁木齐市第70中学')).toEqual({
      head: null,
      rows: [
        ['李沁鄂', '乌鲁木齐市第67中学'],
        ['张焱冰', '乌鲁木齐市第70中学'],
      ],
    });
  });
});

describe('spanInText', () => {
  const runs = [
    { at: 0, source: 100, length: 5 },
    { at: 5, source: 110, length: 5 },
  ];
  test('a citation over a line break stands over both runs', () => {
    expect(spanInText(runs, 103, 112)).toEqual({ start: 3, end: 7 });
  });
  test('a citation in the gap or elsewhere stands nowhere', () => {
    expect(spanInText(runs, 105, 110)).toBeNull();
    expect(spanInText(runs, 0, 50)).toBeNull();
  });
});
