import { expect, test } from 'vitest';
import type { LineRange } from '../../../ingest/model/span.ts';
import { fileLines } from '../../../server/pages/source-blocks.ts';
import { sourceLines } from '../../../server/pages/source-lines.ts';
import type { DocumentLines, SourceLine } from '../../../server/pages/source-lines.ts';

const text = '刊头\r\n\r\n第一条 甲\n- 3 -\n第二条 乙';
const segments = [
  { kind: 'masthead', rule: '', spanStart: 0, spanEnd: 4 },
  { kind: 'blank', rule: '', spanStart: 4, spanEnd: 6 },
  { kind: 'body', rule: '', spanStart: 6, spanEnd: 12 },
  { kind: 'furniture', rule: '', spanStart: 12, spanEnd: 18 },
  { kind: 'body', rule: '', spanStart: 18, spanEnd: 24 },
];

function linesOf(body: string, range: LineRange | null = null, documents: DocumentLines[] = []): SourceLine[] {
  const file = fileLines(body);
  return sourceLines(file, body === text ? segments : [], documents, range ?? { start: 1, end: file.length });
}

test('lines keep the numbers of the file whatever its line ends, blank ones are left out', () => {
  expect(linesOf(text).map(({ number, text: line, kind, mark }) => [number, line, kind, mark])).toEqual([
    [1, '刊头', '刊头', null],
    [3, '第一条 甲', '正文', null],
    [4, '- 3 -', '页眉页脚', 'furniture'],
    [5, '第二条 乙', '正文', null],
  ]);
});

test('a blank line leads to the line behind it, and at the end to the one before', () => {
  const blanks = (body: string, range?: LineRange): [number, number[]][] =>
    linesOf(body, range).map(({ number, blanks: numbers }) => [number, numbers]);
  expect(blanks(text)).toEqual([
    [1, []],
    [3, [2]],
    [4, []],
    [5, []],
  ]);
  expect(blanks('甲\n \n\n乙\n\n')).toEqual([
    [1, []],
    [4, [2, 3, 5]],
  ]);
  expect(blanks('甲\n\n乙\n\n丙', { start: 3, end: 4 })).toEqual([[3, [4]]]);
});

test('a range shows its lines alone with what they were taken for', () => {
  expect(linesOf(text, { start: 3, end: 4 }).map(({ number, kind }) => [number, kind])).toEqual([
    [3, '正文'],
    [4, '页眉页脚'],
  ]);
});

test('a document is named where it begins, and over the first line of a page on which it goes on', () => {
  const documents = [{ start: 3, end: 5, title: '甲', href: '/x' }];
  const named = (range: LineRange | null): unknown[] => linesOf(text, range, documents).map(({ document }) => document);
  expect(named(null)).toEqual([null, { title: '甲', href: '/x', goesOn: false }, null, null]);
  expect(named({ start: 4, end: 5 })).toEqual([{ title: '甲', href: '/x', goesOn: true }, null]);
});
