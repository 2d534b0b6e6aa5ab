import { describe, expect, it } from 'vitest';
import { foldText } from '../../../ingest/index/fold-text.ts';
import { piecesOf } from '../../../ingest/index/pieces.ts';
import { ownText } from '../../../ingest/index/search-record.ts';
import type { DocumentPart, GazetteDocument } from '../../../ingest/model/document.ts';
import type { Provision } from '../../../ingest/model/provision.ts';
import { fixtureIssue } from '../../helpers/fixture-issue.ts';

const [order] = fixtureIssue().documents;

function provision(kind: Provision['kind'], id: string, text: string, more: Partial<Provision> = {}): Provision {
  return {
    id,
    kind,
    label: null,
    number: null,
    heading: null,
    body: { text, runs: [] },
    span: { start: 10, end: 20 },
    lines: { start: 1, end: 1 },
    children: [],
    ...more,
  };
}

function documentOf(provisions: Provision[], framing: DocumentPart['framing'] = []): GazetteDocument {
  if (!order) throw new Error('the fixture has no document');
  const part = { kind: 'plan' as const, title: '工作方案', span: order.span, lines: order.lines, provisions, framing };
  return { ...order, parts: [part] };
}

describe('piecesOf', () => {
  it('makes one piece of each article, its paragraphs and items included, its label apart', () => {
    const items = [provision('item', 'art-8/item-1', '及时；', { label: '（一）' })];
    const article = provision('article', 'art-8', '下列情形：', { label: '第八条', number: [8], children: items });
    const chapter = provision('chapter', 'chp-2', '', { label: '第二章', heading: '评查程序', children: [article] });
    const pieces = piecesOf(documentOf([chapter]));
    expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['title', '工作方案'],
      ['chapter', '第二章 评查程序'],
      ['article', '下列情形：\n（一）及时；'],
    ]);
    expect(pieces[2]).toMatchObject({
      label: '第八条',
      number: [8],
      path: ['第二章 评查程序'],
      provisionId: 'art-8',
      seq: 3,
    });
  });

  it('keeps a bare heading with the first text below it', () => {
    const below = provision('heading', 'h-1/h-1', '甲'.repeat(400), { label: '（一）' });
    const next = provision('heading', 'h-1/h-2', '乙'.repeat(400), { label: '（二）' });
    const heading = provision('heading', 'h-1', '', { label: '一、', heading: '总体要求', children: [below, next] });
    const texts = piecesOf(documentOf([heading])).map((piece) => piece.text.slice(0, 12));
    expect(texts).toEqual(['工作方案', '一、总体要求\n（一）甲甲', `（二）${'乙'.repeat(9)}`]);
  });

  it('cuts long running text at sentences', () => {
    const sentence = `${'评查'.repeat(40)}。`;
    const pieces = piecesOf(documentOf([provision('paragraph', 'p-1', sentence.repeat(12))]));
    const texts = pieces.slice(1).map((piece) => piece.text);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(500);
      expect(text.endsWith('。')).toBe(true);
    }
    expect(texts.join('')).toBe(sentence.repeat(12));
  });

  it('makes a piece of each line of a list', () => {
    const pieces = piecesOf(documentOf([provision('list', 'list-1', '1.甲办法\n2.乙规定')]));
    expect(pieces.slice(1).map((piece) => piece.text)).toEqual(['1.甲办法', '2.乙规定']);
  });

  it('has salutation and signature in their places', () => {
    const framing = [
      { text: { text: '各州、市人民政府：', runs: [] }, span: { start: 1, end: 9 } },
      { text: { text: '2024年9月3日', runs: [] }, span: { start: 30, end: 39 } },
    ];
    const pieces = piecesOf(documentOf([provision('paragraph', 'p-1', '现印发你们。')], framing));
    expect(pieces[1]).toMatchObject({ text: '各州、市人民政府：\n现印发你们。\n2024年9月3日', provisionId: 'p-1' });
  });

  it('leaves no document without a piece', () => {
    if (!order) throw new Error('the fixture has no document');
    expect(piecesOf({ ...order, parts: [] })).toHaveLength(1);
  });

  it('has every character of every provision in exactly one piece', () => {
    for (const document of fixtureIssue().documents) {
      const pieces = piecesOf(document);
      const found = foldText(pieces.map(ownText).join('\n'));
      const printed = document.parts.flatMap((part) => [part.title, ...part.provisions.flatMap(textsOf)]);
      expect(found).toBe(foldText(printed.filter((text) => text !== '').join('\n')));
    }
  });
});

function textsOf({ label, heading, body, children }: Provision): string[] {
  return [label ?? '', heading ?? '', body.text, ...children.flatMap(textsOf)];
}
