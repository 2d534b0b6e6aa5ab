import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileLines, sourceBlocks } from '../../../server/pages/source-blocks.ts';
import { issueSourceUrl, SOURCE_STEP, sourceLineUrl } from '../../../server/pages/urls.ts';

/** A file of so many lines of so many characters. */
const file = (count: number, length: number): string =>
  Array.from({ length: count }, () => '文'.repeat(length)).join('\n');

describe('sourceBlocks', () => {
  test('an issue is one block, a file of two megabytes a dozen, its last one short', () => {
    const blocksOf = (text: string): unknown[] => {
      const lines = fileLines(text);
      return sourceBlocks(lines, { start: 1, end: lines.length });
    };
    expect(blocksOf(file(1128, 30))).toEqual([{ start: 1, end: 1128 }]);
    const long = blocksOf(file(17_500, 39));
    expect(long).toHaveLength(12);
    expect(long[1]).toEqual({ start: 1501, end: 3000 });
    expect(long.at(-1)).toEqual({ start: 16_501, end: 17_500 });
  });

  test('paragraphs of a saved page are a step at a time, short lines four', () => {
    const starts = (text: string): number[] => {
      const lines = fileLines(text);
      return sourceBlocks(lines, { start: 1, end: lines.length }).map(({ start }) => start);
    };
    expect(starts(file(1200, 300))).toEqual([1, 501, 1001]);
    expect(starts(file(4500, 2))).toEqual([1, 2001, 4001]);
  });

  test("a document's passage is cut at the file's own steps", () => {
    const lines = fileLines(file(6000, 60));
    expect(sourceBlocks(lines, { start: 4300, end: 5600 })).toEqual([
      { start: 4300, end: 5000 },
      { start: 5001, end: 5600 },
    ]);
  });

  test('every line stands in one block, and its address names a line of that block or one before the passage', () => {
    const lengths = fc.array(fc.nat(400), { minLength: 1, maxLength: 3000 });
    fc.assert(
      fc.property(lengths, fc.nat(), fc.nat(), (sizes, a, b) => {
        const lines = fileLines(sizes.map((size) => 'x'.repeat(size)).join('\n'));
        const [start = 1, end = 1] = [a, b].map((one) => (one % lines.length) + 1).sort((x, y) => x - y);
        const blocks = sourceBlocks(lines, { start, end });
        expect(blocks.flatMap((block) => [block.start, block.end + 1])).toEqual([
          start,
          ...blocks.slice(1).flatMap((block) => [block.start, block.start]),
          end + 1,
        ]);
        for (let line = start; line <= end; line += 97) {
          const from = Number(/from=(\d+)/u.exec(issueSourceUrl('x', line))?.[1] ?? 1);
          const shown = blocks.findLast((block) => block.start <= from) ?? blocks[0];
          expect(line >= (shown?.start ?? 0) && line <= (shown?.end ?? 0)).toBe(true);
        }
      }),
      { seed: 57, numRuns: 60 },
    );
  });
});

test('the address of a line far down says from which step on', () => {
  expect(sourceLineUrl('x', 57)).toBe('/documents/x/source#L57');
  expect(sourceLineUrl('x', SOURCE_STEP)).toBe(`/documents/x/source#L${SOURCE_STEP}`);
  expect(sourceLineUrl('x', 1657)).toBe('/documents/x/source?from=1501#L1657');
  expect(issueSourceUrl('x')).toBe('/issues/x/source');
});

test('lines are counted whatever ends them, and keep their place in the file', () => {
  expect(fileLines('甲\r\n乙\n\r丙')).toEqual([
    { number: 1, text: '甲', at: 0 },
    { number: 2, text: '乙', at: 3 },
    { number: 3, text: '', at: 5 },
    { number: 4, text: '丙', at: 6 },
  ]);
});
