import { describe, expect, it } from 'vitest';
import { parse } from '../helpers/parse-text.ts';
import { processorTime } from '../helpers/processor-time.ts';

// prettier-ignore
/** What rules look for, alone and in the company that makes them look further. */
const PIECES = [
  '《', '》', '、', '1', '１', '一', '〔', '第', '条', ' ', '\t', '　', '（', '）', '号', '日', '年', '，', '。', '；', '：', '“', '*', '**', '#', '-',
  '—', '|', '·', '…', '[', '](', '\\', '<', '件', '附件', '关于', '令', '公告', '目录', '备案', '登记', '废止', '施行', '起', '至', '有效期', '之日起',
  '人民政府', '主任 ', '甲 ', '1 ', '，甲', '甲：', '一、', '1.', '1.1', '第一条', '（一）', '第1号', '〔2024〕', '〔2024〕1号', '国务院令第1号', '2024年',
  '1月1日', '2024年1月1日', '《甲法》', '（《', '根据《甲法》，', '将《甲》', '暂停执行《甲》', '（以下简称', '号、2号', '市（2件）', '文件', '國', '\ud800',
];

/** The slowest of them takes a tenth; one that grows with the square of the length takes several times as much. */
const MOST_MILLISECONDS = 1_500;

describe('a text of one piece over and over', () => {
  it.each([
    { form: 'in one line', end: '', length: 40_000 },
    { form: 'a line each', end: '\n', length: 4_000 },
  ])('costs little $form', ({ end, length }) => {
    parse(PIECES.join('\n'));
    const costs = PIECES.map((piece) => {
      const text = (piece + end).repeat(Math.ceil(length / (piece.length + end.length)));
      return { piece, cost: processorTime(() => parse(text)) };
    });
    expect(costs.filter(({ cost }) => cost > MOST_MILLISECONDS)).toEqual([]);
  });
});

it('reads an item with more paragraphs behind it than a call takes arguments', () => {
  const many = 130_000;
  const text = `甲省人民政府令\n第1号\n甲省办法\n第一条　总的规定。\n（一）甲事项；\n${'乙事项。\n\n'.repeat(many)}`;
  const [article] = parse(text).documents[0]?.parts.at(-1)?.provisions ?? [];
  expect(article?.children.length).toBeGreaterThan(many);
});
