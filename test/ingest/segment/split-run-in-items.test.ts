import { describe, expect, it } from 'vitest';
import { splitRunInItems } from '../../../ingest/segment/split-run-in-items.ts';
import { readLines } from '../../../ingest/text/lines.ts';

/** The lines that a printed line is split into; empty where it stays one. */
const split = (text: string): string[] =>
  readLines(text).flatMap((line) => splitRunInItems(line)?.map((piece) => piece.text) ?? []);

describe('several items in one line', () => {
  it('begins an item where the number of the one above counts on behind its end', () => {
    expect(split('（四）不履行职责的；（五）违反第二条第（六）项的；　　(六)玩忽职守的。')).toEqual([
      '（四）不履行职责的；',
      '（五）违反第二条第（六）项的；',
      '(六)玩忽职守的。',
    ]);
    expect(split('（一）指导思想。坚持市场导向。（二）基本原则。统筹兼顾。')).toEqual([
      '（一）指导思想。坚持市场导向。',
      '（二）基本原则。统筹兼顾。',
    ]);
  });

  it.each([
    ['items that are mentioned', '（三）违反第五条第（一）项、第（二）项规定的；'],
    ['an item of another number', '（三）坚持统筹兼顾。（五）另行规定。'],
    ['items within a sentence', '申请人应当提交：（一）申请书；（二）证明。'],
    ['one item', '（一）制定规划；'],
  ])('leaves %s as they stand', (_, text) => {
    expect(split(text)).toEqual([]);
  });
});
