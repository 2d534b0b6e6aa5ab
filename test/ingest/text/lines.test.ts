import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../ingest/text/lines.ts';

const contents = (source: string): string[] => readLines(source).map(({ text }) => text);

describe('readLines', () => {
  it('leaves margins and Markdown marks out of the content and keeps the offsets', () => {
    const [line] = readLines('**第一条** 为了规范行政执法案卷评查工作  ');
    expect(line?.text).toBe('第一条 为了规范行政执法案卷评查工作');
    expect(line?.content.runs).toEqual([
      { at: 0, source: 2, length: 3 },
      { at: 3, source: 7, length: 15 },
    ]);
  });

  it('knows headings, list marks and bold lines', () => {
    const [heading, bullet, bold, plain] = readLines('## 第239号\n- （一）坚持保障基本\n**哈密市(2件)**\n#号线');
    expect([heading?.heading, heading?.text]).toEqual([2, '第239号']);
    expect([bullet?.bullet, bullet?.text]).toEqual([true, '（一）坚持保障基本']);
    expect([bold?.bold, bold?.text]).toEqual([true, '哈密市(2件)']);
    expect([plain?.heading, plain?.text]).toEqual([0, '#号线']);
  });

  it.each([
    ['- [关于印发《甲规划》的通知](#12)', '关于印发《甲规划》的通知'],
    ['1\\. 甲政发\\[2024\\]3号', '1. 甲政发[2024]3号'],
    ['<p align="right">2024年3月1日</p>', '2024年3月1日'],
    ['国发[2010]3号 <关于印发的通知> A&B', '国发[2010]3号 <关于印发的通知> A&B'],
    ['甲省&nbsp;&nbsp;乙市 R&amp;D', '甲省乙市 R&D'],
    ['> 第一条 为了规范', '第一条 为了规范'],
    ['>的通知》的要求', '>的通知》的要求'],
    ['> > - （二）专用停车场；', '（二）专用停车场；'],
    ['>', ''],
    ['>5000万元', '>5000万元'],
    ['## 第一章&emsp;总则{align="center"}', '第一章总则'],
    ['第一条 {甲}', '第一条 {甲}'],
    ['- 12 -', '- 12 -'],
  ])('leaves out what a converter leaves inside a line: %s', (source, text) => {
    const [line] = readLines(source);
    expect(line?.text).toBe(text);
    expect(line?.content.runs.map(({ source: at, length }) => source.slice(at, at + length)).join('')).toBe(text);
  });

  it('reads any number of marks of quotation', () => {
    expect(contents(`${'> '.repeat(100_000)}第一条`)).toEqual(['第一条']);
  });

  it('ends lines at \\n, \\r\\n and \\r', () => {
    expect(contents('一\n二\r\n三\r四\r\r五')).toEqual(['一', '二', '三', '四', '', '五']);
  });

  it('takes every kind of space as margin', () => {
    expect(contents('\u3000\u2002 \u00a0第四条 \u200b')).toEqual(['第四条']);
  });

  it('covers any source without a gap, contents mapped one for one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('第', '条', '\n', '\r', ' ', '\u3000', '*', '#', '-', '一', '。') }),
        (source) => {
          let at = 0;
          for (const line of readLines(source)) {
            expect(line.start).toBe(at);
            at = line.next;
            const mapped = line.content.runs.map((run) => source.slice(run.source, run.source + run.length)).join('');
            expect(mapped).toBe(line.text);
          }
          expect(at).toBe(source.length);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
