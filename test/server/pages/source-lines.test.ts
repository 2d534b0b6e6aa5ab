import { expect, test } from 'vitest';
import { sourceLines } from '../../../server/pages/source-lines.ts';

const text = '刊头\r\n\r\n第一条 甲\n- 3 -\n第二条 乙';
const segments = [
  { kind: 'masthead', rule: '', spanStart: 0, spanEnd: 4 },
  { kind: 'blank', rule: '', spanStart: 4, spanEnd: 6 },
  { kind: 'body', rule: '', spanStart: 6, spanEnd: 12 },
  { kind: 'furniture', rule: '', spanStart: 12, spanEnd: 18 },
  { kind: 'body', rule: '', spanStart: 18, spanEnd: 24 },
];

test('lines keep the numbers of the file whatever its line ends, blank ones are left out', () => {
  expect(
    sourceLines(text, segments, [], null).map(({ number, text: line, kind, mark }) => [number, line, kind, mark]),
  ).toEqual([
    [1, '刊头', '刊头', null],
    [3, '第一条 甲', '正文', null],
    [4, '- 3 -', '页眉页脚', 'furniture'],
    [5, '第二条 乙', '正文', null],
  ]);
});

test('a blank line leads to the line behind it, and at the end to the one before', () => {
  const blanks = (body: string, range: { first: number; last: number } | null): [number, number[]][] =>
    sourceLines(body, [], [], range).map(({ number, blanks: numbers }) => [number, numbers]);
  expect(blanks(text, null)).toEqual([
    [1, []],
    [3, [2]],
    [4, []],
    [5, []],
  ]);
  expect(blanks('甲\n \n\n乙\n\n', null)).toEqual([
    [1, []],
    [4, [2, 3, 5, 6]],
  ]);
  expect(blanks('甲\n\n乙\n\n丙', { first: 3, last: 4 })).toEqual([[3, [4]]]);
});

test('a range shows its lines alone, and a document is named where it begins', () => {
  expect(sourceLines(text, segments, [], { first: 3, last: 4 }).map(({ number }) => number)).toEqual([3, 4]);
  expect(sourceLines(text, segments, [{ line: 3, title: '甲', href: '/x' }], null)[1]?.document).toEqual({
    title: '甲',
    href: '/x',
  });
});
