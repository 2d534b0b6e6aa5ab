import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedIssue } from '../../ingest/model/issue.ts';
import type { MappedText } from '../../ingest/model/mapped-text.ts';
import type { Provision } from '../../ingest/model/provision.ts';
import { toParseOutput } from '../../ingest/parse-output.ts';
import { provisionText } from '../../ingest/structure/provision-text.ts';
import { processorTime } from '../helpers/processor-time.ts';
import { parse } from '../helpers/parse-text.ts';

const gazettes = path.join(import.meta.dirname, '..', '..', 'data', 'gazettes');
const files = readdirSync(gazettes).filter((file) => file.endsWith('.txt'));
const texts = new Map(files.map((file) => [file, readFileSync(path.join(gazettes, file), 'utf8')]));
const issues = new Map([...texts].map(([file, text]) => [file, parse(text)]));

const flat = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((provision) => [provision, ...flat(provision.children)]);
const provisionsOf = (issue: ParsedIssue): Provision[] =>
  issue.documents.flatMap((document) => document.parts.flatMap((part) => flat(part.provisions)));

function expectSegmentsToCover(issue: ParsedIssue): void {
  let at = 0;
  for (const segment of issue.segments) {
    expect(segment.start).toBe(at);
    expect(segment.end).toBeGreaterThan(segment.start);
    at = segment.end;
  }
  expect(at).toBe(issue.source.text.length);
}

function expectMapped(source: string, { text, runs }: MappedText): void {
  let at = 0;
  for (const run of runs) {
    expect(run.at).toBe(at);
    expect(source.slice(run.source, run.source + run.length)).toBe(text.slice(run.at, run.at + run.length));
    at += run.length;
  }
  expect(at).toBe(text.length);
}

describe('the five gazettes', () => {
  it('hold 30 documents, 320 articles, 118 entries in 3 catalogues, 9 reports', () => {
    const all = [...issues.values()];
    const documents = all.flatMap((issue) => issue.documents);
    expect(documents.filter(({ kind }) => kind === 'act')).toHaveLength(30);
    expect(documents.filter(({ kind }) => kind === 'report')).toHaveLength(9);
    expect(all.flatMap(provisionsOf).filter(({ kind }) => kind === 'article')).toHaveLength(320);
    const catalogues = all.flatMap((issue) => issue.filingCatalogues);
    expect(catalogues).toHaveLength(3);
    expect(catalogues.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))).toHaveLength(118);
    for (const { declaredTotal, groups } of catalogues) {
      if (declaredTotal) expect(groups.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(declaredTotal.value);
      for (const group of groups) expect(group.entries).toHaveLength(group.declared ?? -1);
    }
  });

  it.each(files)('%s: every character lies in one segment and is understood', (file) => {
    const issue = issues.get(file);
    if (!issue) throw new Error(file);
    expectSegmentsToCover(issue);
    expect(issue.segments.filter(({ kind }) => kind === 'unclaimed')).toEqual([]);
  });

  it.each(files)('%s: ids are unique in a document, spans hold their children, bodies stand in the source', (file) => {
    const issue = issues.get(file);
    if (!issue) throw new Error(file);
    for (const document of issue.documents) {
      const provisions = document.parts.flatMap((part) => flat(part.provisions));
      expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length);
      for (const provision of provisions) {
        if (provision.kind !== 'table' && provision.kind !== 'list') expectMapped(issue.source.text, provision.body);
        for (const child of provision.children) {
          expect(child.span.start).toBeGreaterThanOrEqual(provision.span.start);
          expect(child.span.end).toBeLessThanOrEqual(provision.span.end);
        }
      }
    }
  });

  it('prints the promises of the contents where they are kept', () => {
    for (const issue of issues.values())
      expect(issue.contents.every(({ documentIndex }) => documentIndex !== null)).toBe(true);
  });

  it('leaves a document that lost its heading without number, authority and date', () => {
    const lost = issues
      .get('yili-2024.txt')
      ?.documents.find(({ title }) => title.value.startsWith('2024年伊犁州直营商环境'));
    expect(lost?.lines).toEqual({ start: 257, end: 304 });
    expect([lost?.documentNumber, lost?.issuingAuthorities, lost?.promulgationDate]).toEqual([null, [], null]);
  });

  it('joins an article over a page end and counts its 款', () => {
    const document = issues
      .get('xinjiang-2024-17-18.txt')
      ?.documents.find(({ documentNumber }) => documentNumber?.value === '新工信规〔2024〕1号');
    const article = flat(document?.parts.flatMap(({ provisions }) => provisions) ?? []).find(
      ({ id }) => id === 'art-3',
    );
    expect(article?.children.map(({ id }) => id)).toEqual(['art-3/para-1', 'art-3/para-2', 'art-3/para-3']);
    if (article)
      expect(provisionText(article).text).toContain('自治区人民政府负责中小企业促进工作综合管理部门对全区机关');
  });
});

const facts = (text: string): unknown => {
  const output = toParseOutput(parse(text));
  return {
    ...output,
    segments: [],
    warnings: [],
    documents: output.documents.map(({ relations, ...document }) => ({
      ...document,
      lines: null,
      relations: relations.map(({ type, title, documentNumber, evidence }) => ({
        type,
        title,
        documentNumber,
        quote: evidence.quote,
      })),
    })),
  };
};

/** Places in the middle of sentences: a printed line and more before them, text behind, no mark on either side. */
function places(text: string): number[] {
  const found: number[] = [];
  const lines = text.matchAll(/^(?![#\-—（(附]).{60,}$/gmu);
  for (const line of lines) {
    const bare = line[0].replace(/[*\s\u3000]/gu, '');
    if (!bare.endsWith('。') || line[0].includes('\t')) continue;
    for (let at = 36; at < line[0].length - 12; at += 11) {
      const around = line[0].slice(at - 6, at + 6);
      if (/^[\u4e00-\u9fff]{12}$/u.test(around)) found.push(line.index + at);
    }
  }
  return found;
}

describe('properties', () => {
  it('any string parses; segments cover it; twice is the same', () => {
    const unit = fc.constantFrom(
      '第一条',
      '第二章',
      '一、',
      '（一）',
      '1.',
      '1.1 ',
      '附件',
      '附件1',
      '：',
      '。',
      '《',
      '》',
      '\n',
      '\n\n',
      ' ',
      '　',
      '\t',
      '**',
      '# ',
      '- ',
      '新政发〔2024〕1号',
      '某某省人民政府令',
      '第2号',
      '2024年1月2日',
      '关于印发办法的通知',
      '目录',
      '省人民政府公报',
      '2024年第3期',
      '..... (2)',
      '— 3 —',
      '现印发给你们，请执行。',
      '各市：',
      '省人民政府',
      '备案登记',
      '市（2件）',
      '(2024年1月2日 新政发〔2024〕1号)',
      '\r',
      '\ud800',
      '专栏1',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        const issue = parse(text);
        expectSegmentsToCover(issue);
        expect(parse(text)).toEqual(issue);
        let last = 0;
        for (const document of issue.documents) {
          expect(document.span.start).toBeGreaterThanOrEqual(last);
          last = document.span.end;
        }
      }),
      { seed: 20241115, numRuns: 400 },
    );
  });

  it('parses any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectSegmentsToCover(parse(text))),
      { seed: 3, numRuns: 300 },
    );
  });

  it('a page break in the middle of a sentence changes no fact', () => {
    const text = texts.get('xinjiang-2024-17-18.txt') ?? '';
    const before = facts(text);
    const candidates = places(text);
    expect(candidates.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(
        fc.constantFrom(...candidates),
        fc.constantFrom('\n\n', '\n\n— 12 —\n\n', '\n\n\n\n'),
        (at, pageBreak) => {
          expect(facts(text.slice(0, at) + pageBreak + text.slice(at))).toEqual(before);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('hard-wrapped columns change no document, article or catalogue entry', () => {
    const WIDTH = 36;
    const wrap = (line: string): string => (line.includes('\t') ? line : (line.match(/.{1,36}/gu)?.join('\n') ?? line));
    const read = (text: string): unknown => {
      const output = toParseOutput(parse(text));
      return {
        documents: output.documents.map(({ title, documentNumber, articles }) => [
          title,
          documentNumber,
          articles.map(({ text: words }) => words.replace(/[\s-]/gu, '')),
        ]),
        entries: output.filingCatalogues,
      };
    };
    for (const file of ['xinjiang-2024-17-18.txt', 'yili-2024.txt']) {
      const text = (texts.get(file) ?? '').replace(/^#+ */gmu, '').replace(/\*\*/gu, '').replace(/ +$/gmu, '');
      const lines = text.split('\n');
      const body = lines.findIndex((line) => line === '新疆维吾尔自治区人民政府令');
      const wrapped = [
        ...lines.slice(0, Math.max(body, 0)),
        ...lines.slice(Math.max(body, 0)).map((line) => (line.length > WIDTH ? wrap(line.trim()) : line)),
      ].join('\n');
      expect(wrapped.split('\n').length).toBeGreaterThan(lines.length * 1.3);
      expect(read(wrapped)).toEqual(read(text));
    }
  });

  it('takes time that grows with the length, not with its square', () => {
    const one = texts.get('yili-2024.txt') ?? '';
    const time = (text: string): number => {
      const runs = [1, 2, 3].map(() => processorTime(() => parse(text)));
      return Math.min(...runs);
    };
    time(one);
    expect(time(one.repeat(16)) / time(one.repeat(2))).toBeLessThan(8 * 3);
  });
});
