import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readHtml } from '../../../../ingest/read/html/read-html.ts';
import { readSourceFile } from '../../../../ingest/read/read-source.ts';

const PAGES = 'test/fixtures/pages';
const EXPECTED = z.object({
  encoding: z.string().default('utf-8'),
  statedFacts: z.record(z.string(), z.string()),
  lines: z.array(z.string()),
});

describe('saved pages', () => {
  it.each(readdirSync(PAGES))('%s: the article, its stated facts and nothing else', async (style) => {
    const expected = EXPECTED.parse(JSON.parse(readFileSync(`${PAGES}/${style}/expected.json`, 'utf8')));
    const source = await readSourceFile(`${PAGES}/${style}/page.html`);
    const facts = source.statedFacts;
    expect(source.format).toBe('html');
    expect(source.encoding).toBe(expected.encoding);
    expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toEqual(expected.statedFacts);
    for (const { label, value, span } of facts) {
      expect(source.text.slice(span?.start, span?.end)).toBe(`${label}：${value}`);
    }
    const article = source.text.slice(facts.length > 0 ? source.text.indexOf('\n\n') + 2 : 0);
    expect(article.trimEnd().split('\n')).toEqual(expected.lines);
  });
});

describe('white space in a page', () => {
  it.each([
    ['各区县\n人民政府', '各区县人民政府'],
    ['各区县 \r\n  人民政府', '各区县人民政府'],
    ['各区县 人民政府', '各区县 人民政府'],
    ['各区县&nbsp;\n人民政府', '各区县 人民政府'],
    ['GB\n标准', 'GB 标准'],
    ['标准\n GB', '标准 GB'],
    ['各区县　人民政府', '各区县　人民政府'],
  ])('%j is %s', (printed, text) => {
    const lines = `<p>现将${printed}有关事项通知如下，请认真贯彻执行，并将落实情况及时报送市人民政府办公室。</p>`;
    const page = readHtml(`<html><body><h1>关于供水的通知</h1>${lines.repeat(3)}</body></html>`);
    expect(page?.text).toContain(`现将${text}有关事项`);
  });
});
