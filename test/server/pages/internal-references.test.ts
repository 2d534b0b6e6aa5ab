import { describe, expect, test } from 'vitest';
import type { PartRow, ProvisionRow } from '../../../ingest/store/queries/document-text.ts';
import { internalReferences } from '../../../server/pages/internal-references.ts';

const row = (provisionId: string, body = ''): ProvisionRow => ({
  seq: 1,
  provisionId,
  parentSeq: null,
  partSeq: 1,
  depth: 0,
  kind: 'article',
  label: null,
  number: null,
  heading: null,
  body,
  runs: '[]',
  spanStart: 0,
  spanEnd: 0,
  lineStart: 1,
  lineEnd: 1,
});
const annex: PartRow = {
  seq: 3,
  kind: 'annex',
  title: '附件1　分级标准',
  spanStart: 0,
  spanEnd: 0,
  lineStart: 1,
  lineEnd: 1,
};
const find = internalReferences(
  [row('art-4', '第四条的内容'), row('art-11'), row('art-11/item-3'), row('art-120-1')],
  [annex],
);
const hrefs = (text: string): string[] => find(text).map(({ href }) => href);

describe('internalReferences', () => {
  test('本办法第四条 leads to the article, with its text as the preview', () => {
    const [mark] = find('符合本办法第四条规定的');
    expect(mark).toEqual({ start: 2, end: 8, href: '#art-4', preview: '本办法第四条：第四条的内容' });
  });

  test('an item leads to the item, or to the nearest thing above it that exists', () => {
    expect(hrefs('依照本办法第十一条第（三）项')).toEqual(['#art-11/item-3']);
    expect(hrefs('依照本办法第十一条第二款第（九）项')).toEqual(['#art-11']);
    expect(hrefs('本条例第一百二十条之一')).toEqual(['#art-120-1']);
    expect(hrefs('实施本章第四条、第十一条规定之罪的')).toEqual(['#art-4']);
  });

  test('articles of other laws and absent ones stay plain', () => {
    expect(hrefs('根据《中华人民共和国行政处罚法》第四条、消防法第四条、该办法第四条')).toEqual([]);
    expect(hrefs('本办法第九十九条')).toEqual([]);
  });

  test('(事故分级标准见附件1) leads to that annex; a list of annexes does not', () => {
    expect(hrefs('(事故分级标准见附件1)')).toEqual(['#text-3']);
    expect(hrefs('附件1.自治区生产安全事故分级标准')).toEqual([]);
    expect(hrefs('见附件12')).toEqual([]);
  });
});
