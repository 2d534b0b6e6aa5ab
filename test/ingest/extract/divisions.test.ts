import { describe, expect, it } from 'vitest';
import { articlesOfDivisions, piecesLength, readDivisions } from '../../../ingest/extract/divisions.ts';
import type { Provision, ProvisionKind } from '../../../ingest/model/provision.ts';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';

const EMPTY = { text: '', runs: [] };
const node = (kind: ProvisionKind, number: number, children: Provision[] = []): Provision => ({
  id: `${kind}-${number}`,
  kind,
  label: null,
  number: [number],
  heading: null,
  body: EMPTY,
  span: { start: 0, end: 0 },
  lines: { start: 1, end: 1 },
  children,
});

const tree = [
  node('chapter', 1, [node('article', 1), node('article', 2)]),
  node('chapter', 2, [node('section', 1, [node('article', 3)]), node('section', 2, [node('article', 4)])]),
];

describe('divisions of a text', () => {
  it.each<[string, number[][], string]>([
    ['第一章自', [[1], [2]], '第一章'],
    ['第二章第二节自', [[4]], '第二章第二节'],
    ['第一章、第二章第一节和第九章的规定', [[1], [2], [3]], '第一章、第二章第一节和第九章'],
    ['第三条自', [], ''],
  ])('%s', (text, articles, named) => {
    const found = readDivisions(text, 0);
    expect(articlesOfDivisions(found.named, tree)).toEqual(articles);
    expect(text.slice(0, found.end)).toBe(named);
  });

  it.each([
    ['第五章同时', 3],
    ['第五章、第七章的规定同时', 10],
    ['附件1、附件2同时', 7],
    ['的附表二停止', 4],
    ['附件所列文件同时', 0],
    ['第五条同时', 0],
  ])('are what ends of the document before %s', (behind, length) => expect(piecesLength(behind)).toBe(length));
});

describe('a chapter that begins on a day of its own', () => {
  it('gives its articles that day, and the rest theirs', async () => {
    const lines = [
      '甲省数据条例',
      '（2021年5月12日甲省第十三届人民代表大会常务委员会第二十次会议通过）',
      '第一章 总 则',
      '第一条 为了规范数据处理，制定本条例。',
      '第二章 数据交易',
      '第二条 数据交易应当在交易场所进行。',
      '第三条 交易场所应当制定规则。',
      '第三章 附 则',
      '第四条 本条例第二章自2022年7月1日起施行，其他各章自2022年1月1日起施行。',
    ];
    const issue = parseIssue(await readSource(new TextEncoder().encode(lines.join('\n\n')), 'a.txt'));
    const [document] = issue.documents;
    expect(document?.effectiveDate?.value).toBe('2022-01-01');
    expect(
      document?.commencements.map(({ provisions, effectiveDate }) => [provisions.join(';'), effectiveDate.value]),
    ).toEqual([['2;3', '2022-07-01']]);
  });
});
