import { describe, expect, it } from 'vitest';
import { foundWords, hitView } from '../../../server/pages/search-hit.ts';
import type { SearchHit } from '../../../server/search/search-types.ts';

const TEXT = '第一句。对举报人给予奖励。\n最后一句。';

const hit = (more: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'article',
  documentId: 'xinzhengbanfa-2024-43',
  documentNumber: '新政办发〔2024〕43号',
  title: '举报奖励办法',
  titleHighlights: [{ start: 0, end: 2 }],
  pieceId: 1,
  articleLabel: '第八条',
  articleUrl: '/documents/xinzhengbanfa-2024-43/articles/8',
  chapterPath: ['第二章 奖励', '第一节 标准'],
  text: TEXT,
  highlights: [{ start: 5, end: 7 }],
  crop: { start: 0, end: TEXT.length },
  status: 'in_force',
  issuingAuthorities: ['甲厅', '乙厅'],
  promulgationDate: '2024-09-03',
  issueId: 'xinjiang-2024-17-18',
  alsoInTotal: 0,
  alsoIn: [],
  ...more,
});

describe('a hit as the page shows it', () => {
  it('is its passage with what was found, in one line', () => {
    expect(hitView(hit(), '举报', null)).toMatchObject({
      href: '/documents/xinzhengbanfa-2024-43/articles/8?q=%E4%B8%BE%E6%8A%A5',
      titleHtml: '<mark>举报</mark>奖励办法',
      textHtml: '第一句。对<mark>举报</mark>人给予奖励。 最后一句。',
      path: '第二章 奖励 › 第一节 标准',
      authorities: '甲厅、乙厅',
    });
  });

  it.each([
    [{ start: 4, end: TEXT.length }, '…对<mark>举报</mark>人给予奖励。 最后一句。'],
    [{ start: 0, end: 13 }, '第一句。对<mark>举报</mark>人给予奖励。…'],
    [{ start: 4, end: 13 }, '…对<mark>举报</mark>人给予奖励。…'],
  ])('says with … where the passage goes on (%j)', (crop, html) => {
    expect(hitView(hit({ crop }), '举报', null).textHtml).toBe(html);
  });

  it('carries the day into the document', () => {
    expect(hitView(hit(), '举报', '2020-01-01').href).toMatch(/[?&]on=2020-01-01/u);
  });

  it('has no status where the document has none, and no issue where it is only named', () => {
    expect(hitView(hit(), '', null).badge).not.toBeNull();
    expect(hitView(hit({ status: null, issueId: null }), '', null)).toMatchObject({ badge: null, issueHref: null });
  });

  it('names other documents with the same text by number, else by title, and counts the rest', () => {
    const other = {
      pieceId: 2,
      documentId: 'a',
      documentNumber: '甲发〔2020〕1号',
      title: '甲',
      articleUrl: '/documents/a',
    };
    const alsoIn = [other, { ...other, documentNumber: null, title: '乙', articleUrl: '/documents/b' }];
    expect(hitView(hit({ alsoIn, alsoInTotal: 5 }), '', null)).toMatchObject({
      alsoIn: [
        { href: '/documents/a', label: '甲发〔2020〕1号' },
        { href: '/documents/b', label: '乙' },
      ],
      alsoInMore: 3,
    });
  });

  it('gives the words that were found, each once', () => {
    const highlights = [
      { start: 5, end: 7 },
      { start: 10, end: 12 },
      { start: 5, end: 7 },
    ];
    expect(foundWords(hit({ highlights }))).toBe('举报 奖励');
  });
});
