import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { WARNING_CODES } from '../../ingest/model/warning-codes.ts';
import { parseIssue } from '../../ingest/pipeline.ts';
import { readSource } from '../../ingest/read/read-source.ts';

const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'warnings.md'), 'utf8');
const SECTION = /^## (\w+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gmu;
const sections = [...page.matchAll(SECTION)].map(([, code = '', body = '']) => ({ code, body }));
const exampleOf = (body: string): string => /```text\n([\s\S]*?)```/u.exec(body)?.[1] ?? '';

describe('docs/warnings.md', () => {
  it('has one section for each code, and none for another', () => {
    expect(sections.map(({ code }) => code).sort()).toEqual(Object.keys(WARNING_CODES).sort());
  });

  it.each(sections)('$code: says what it means, shows a text, says what to do', ({ body }) => {
    expect(body.trim().split('\n')[0]?.length).toBeGreaterThan(40);
    expect(body).toContain('\nTo do: ');
  });

  it.each(sections)('$code: its example raises it', async ({ code, body }) => {
    const source = await readSource(new TextEncoder().encode(exampleOf(body)), 'example.txt');
    expect(parseIssue(source).warnings.map((warning) => warning.code)).toContain(code);
  });
});
