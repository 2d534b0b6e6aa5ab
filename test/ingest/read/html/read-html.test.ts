import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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
