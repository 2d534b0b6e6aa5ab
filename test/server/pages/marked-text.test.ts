import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedHtml } from '../../../server/pages/marked-text.ts';

const text = '根据《行政处罚法》制定本办法。';
const link = { start: 2, end: 9, href: '/register/x?a=1&b=2', preview: '《行政处罚法》 · "状态不明"' };

describe('markedHtml', () => {
  test('a citation becomes a link with its preview, everything escaped', () => {
    expect(markedHtml(text, [link], [])).toBe(
      '根据<a class="cite" href="/register/x?a&#x3D;1&amp;b&#x3D;2" data-preview="《行政处罚法》 · &quot;状态不明&quot;">《行政处罚法》</a>制定本办法。',
    );
  });

  test.each([
    ['over the end of a link', 7, 11, '法》制定', '《行政处罚'],
    ['over the beginning of a link', 0, 4, '根据《行', '政处罚法》'],
    ['around a link', 1, 11, '据《行政处罚法》制定', '《行政处罚法》'],
    ['inside a link', 3, 7, '行政处罚', '《行政处罚法》'],
    ['of a link', 2, 9, '《行政处罚法》', '《行政处罚法》'],
  ])('a hit %s is one mark', (_, start, end, marked, linked) => {
    const page = load(markedHtml(text, [link], [{ start, end }]));
    expect([page('mark').length, page('mark').text(), page('a').text()]).toEqual([1, marked, linked]);
    expect(page('body').text()).toBe(text);
  });

  test('a link inside another is left out', () => {
    const html = markedHtml(text, [link, { ...link, start: 3, end: 6 }], []);
    expect(load(html)('a')).toHaveLength(1);
  });

  test('whatever the text and the marks, the readable text is the same', () => {
    const mark = fc.record({ start: fc.nat(30), end: fc.nat(30) });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('法', '<', '&', '"', "'", 'a', '>', '\n'), maxLength: 25 }),
        fc.array(mark, { maxLength: 4 }),
        fc.array(mark, { maxLength: 4 }),
        (source, links, hits) => {
          const sorted = [...hits].sort((a, b) => a.start - b.start);
          const html = markedHtml(
            source,
            links.map((span) => ({ ...span, href: '/x', preview: '<i>' })),
            sorted,
          );
          expect(load(`<p>${html}</p>`)('p').text()).toBe(source);
          expect(load(html)('i, script')).toHaveLength(0);
          expect(load(html)('mark mark, a a')).toHaveLength(0);
        },
      ),
      { seed: 20240915, numRuns: 300 },
    );
  });
});
