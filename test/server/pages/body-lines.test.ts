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
  test('a Markdown rule makes the row above it the headings', () => {
    expect(printedTable(['| 序号 | 名称 |', '|---|:--|', '| 1 | 甲 |'])).toEqual({
      head: ['序号', '名称'],
      rows: [['1', '甲']],
    });
  });
  test('rows parted by tabs have no headings: no person of a name list becomes one', () => {
    expect(printedTable(['李沁鄂\t乌鲁木齐市第67中学', '张焱冰\t乌鲁木齐市第70中学'])).toEqual({
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
