import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { documentById } from '../../../ingest/store/queries/documents.ts';
import { articlePage } from '../../../server/pages/article-page.ts';
import { documentPage } from '../../../server/pages/document-page.ts';
import { documentRows } from '../../../server/pages/document-rows.ts';
import type { DocumentRows } from '../../../server/pages/document-rows.ts';
import type { ProvisionView } from '../../../server/pages/provision-tree.ts';
import { createStatuses } from '../../../server/site/statuses.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

const store = fixtureStore();
const statuses = createStatuses(store, '2026-01-01');

function rowsOf(id: string): DocumentRows {
  const document = documentById(store, id);
  if (!document) throw new Error(`${id} is not in the fixture`);
  return documentRows(store, document);
}
const ORDER = rowsOf('xinjiangweiwuerzizhiqurenminzhengfuling-239');
const NOTICE = withLine(rowsOf('xinzhengbanfa-2024-43'), '伊犁哈萨克自治州，各州、市人民政府：');

/** The rows with a line of the source, which the fixture's segments leave out, as one that stands around the provisions. */
function withLine(rows: DocumentRows, line: string): DocumentRows {
  const spanStart = rows.sourceText.indexOf(line);
  const spanEnd = spanStart + line.length;
  return { ...rows, segments: [{ kind: 'body', rule: 'addressees', spanStart, spanEnd }] };
}

/** Every HTML of a provision and of those under it. */
const htmlOf = (view: ProvisionView): string =>
  [
    view.labelHtml,
    view.headingHtml ?? '',
    view.leadHtml ?? '',
    ...view.moreHtml,
    ...view.items,
    ...(view.head ?? []),
    ...view.rows.flat(),
    ...view.children.map(htmlOf),
  ].join(' ');

/** What is marked, each place with the parts it is in: 结果应当公开|第四条. */
function marked(html: string): string[] {
  const places: string[] = [];
  const $ = load(html);
  for (const mark of $('mark').toArray()) {
    const text = $(mark).text();
    if ($(mark).hasClass('goes-on')) places.push(`${places.pop() ?? ''}|${text}`);
    else places.push(text);
  }
  return places;
}

function inDocument(rows: DocumentRows, query: string): { places: string[]; found: number } {
  const view = documentPage(rows, statuses, null, query);
  const html = view.parts.flatMap(({ titleHtml, before, provisions, after }) => [
    titleHtml,
    ...before.map((line) => line.html),
    ...provisions.map(htmlOf),
    ...after.map((line) => line.html),
  ]);
  return { places: marked(html.join(' ')), found: view.found };
}

describe('what a search marks in a document', () => {
  test.each([
    ['inside a paragraph', ORDER, '重点评查', ['重点评查']],
    ['over two articles', ORDER, '应当公开。第四条本办法自', ['应当公开。|第四条|本办法自']],
    ['over two paragraphs', ORDER, '抽查等形式。\n评查结果', ['抽查等形式。|评查结果']],
    ['over a label', ORDER, '第二条本办法适用于', ['第二条|本办法适用于']],
    ['over a chapter', ORDER, '案卷评查。第二章评查程序第三条行政执法', ['案卷评查。|第二章|评查程序|第三条|行政执法']],
    ['from a heading into its text', NOTICE, '保障措施建立举报奖励', ['保障措施|建立举报奖励']],
    ['over the line before the text', NOTICE, '各州、市人民政府：一、总体要求', ['各州、市人民政府：|一、|总体要求']],
    ['in what stands around the text', NOTICE, '伊犁哈萨克自治州', ['伊犁哈萨克自治州']],
    ['nowhere', ORDER, '没有这样的话', []],
    ['of an empty query', ORDER, '', []],
  ])('%s', (_, rows, query, places) => {
    expect(inDocument(rows, query)).toEqual({ places, found: places.length });
  });

  test('a place that goes over several texts counts once, and each of several places is one', () => {
    const { places, found } = inDocument(ORDER, '本办法');
    expect(places.length).toBeGreaterThan(2);
    expect(found).toBe(places.length);
  });

  test.each([
    ['3', ['应当公开。']],
    ['4', ['|第四条|本办法自']],
    ['1', []],
  ])('on the page of article %s its own part of a run over two articles', (number, places) => {
    const view = articlePage(ORDER, number, statuses, null, '应当公开。第四条本办法自');
    expect(marked(view?.provisions.map(htmlOf).join(' ') ?? '')).toEqual(places);
  });

  test('the page of an article carries the question and the day to its neighbours and its document', () => {
    const view = articlePage(ORDER, '3', statuses, '2024-10-15', '评查');
    const carried = '?q=%E8%AF%84%E6%9F%A5&on=2024-10-15';
    expect(view?.previous?.href).toBe(`/documents/${ORDER.document.id}/articles/2${carried}`);
    expect(view?.next?.href).toBe(`/documents/${ORDER.document.id}/articles/4${carried}`);
    expect(view?.documentHref).toBe(`/documents/${ORDER.document.id}${carried}#art-3`);
  });
});
