import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';
import { UnreadableFile } from '../../../ingest/read/unreadable-file.ts';
import { encryptedPdf, pdfOfLines } from './pdf/hand-made-pdf.ts';

const SEED = 20241117;

const NAMES = ['a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a'];

/** Small files of every format that can be read, to be damaged. */
const VICTIMS: [string, Buffer][] = [
  ...readdirSync('test/fixtures/pages').map((style): [string, Buffer] => [
    `${style}.html`,
    readFileSync(`test/fixtures/pages/${style}/page.html`),
  ]),
  ['notice.docx', readFileSync('test/fixtures/files/notice.docx')],
  ['notice.pdf', pdfOfLines(['石门县人民政府文件', '石政发〔2006〕8号', '第一条　为保护森林资源，制定本办法。'])],
  ['secret.pdf', encryptedPdf()],
  ['gazette.txt', readFileSync('data/gazettes/xinjiang-2023-13-14.txt').subarray(0, 6000)],
];

/** A text or the one clear line: nothing else may come of any file. */
async function outcome(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  try {
    const source = await readSource(bytes, name);
    expect(source.text.trim()).not.toBe('');
    for (const { span } of source.statedFacts) expect((span?.end ?? 0) <= source.text.length).toBe(true);
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error instanceof UnreadableFile ? error.message : '').toMatch(/^[^\n]{1,300}$/);
    return 'refused';
  }
}

interface Damage {
  kind: 'cut' | 'flip' | 'copy' | 'insert';
  at: number;
  length: number;
  byte: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom<Damage['kind']>('cut', 'flip', 'copy', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  byte: fc.integer({ min: 0, max: 255 }),
});

function damaged(bytes: Buffer, { kind, at, length, byte }: Damage): Buffer {
  const from = Math.floor(at * bytes.length);
  const piece = bytes.subarray(from, from + length);
  switch (kind) {
    case 'cut':
      return bytes.subarray(0, from);
    case 'flip':
      return Buffer.concat([bytes.subarray(0, from), Buffer.from([byte]), bytes.subarray(from + 1)]);
    case 'copy':
      return Buffer.concat([bytes.subarray(0, from), piece, piece, bytes.subarray(from)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(length, byte), bytes.subarray(from)]);
  }
}

describe('any file', () => {
  it('gives a text or one clear line for random bytes under every name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom(...NAMES), async (bytes, name) => {
        await outcome(bytes, name);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it.each([
    ['a PDF', '%PDF-1.7\n'],
    ['a ZIP archive', 'PK\u0003\u0004'],
    ['a web page', '<html><meta charset=gbk><body><table><tr><td>'],
  ])('gives a text or one clear line for what begins like %s', async (_, head) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1000 }), async (bytes) => {
        await outcome(Buffer.concat([Buffer.from(head, 'latin1'), bytes]), 'a');
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  it.each(VICTIMS)('survives damage to %s', async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        await outcome(damages.reduce(damaged, bytes), name);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('reads pages made of random markup and gives their text to the pipeline', async () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="x">',
      '</div>',
      '<table>',
      '<tr>',
      '<td rowspan="9999999" colspan=9e9>',
      '</table>',
      '<a href="#">',
      '</a>',
      '<ol start=-1>',
      '<li>',
      '<pre>',
      '<br>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&nbsp;',
      '&#x202e;',
      '&#0;',
      '&bogus;',
      '<style>',
      '</style>',
      '<b',
      '\'"',
      '<xmp>',
      '<span style="display:none">',
      '</span>',
    );
    const words = fc.constantFrom(
      '发文字号：国发〔2019〕5号',
      '成文日期：',
      '第一条　为了规范，制定本办法。',
      '附件：',
      '\u202e反向\u202c',
      '\u0000\u0008',
      '2019年2月30日',
      '（一）'.repeat(50),
      '《'.repeat(40),
      '首页 > 公开',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(tag, words), { maxLength: 80 }), async (pieces) => {
        const bytes = Buffer.from(`<html><body>${pieces.join('')}`, 'utf8');
        if ((await outcome(bytes, 'a.html')) === 'refused') return;
        const issue = parseIssue(await readSource(bytes, 'a.html'));
        const covered = issue.segments.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(covered).toBe(issue.source.text.length);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe('large and crooked files', () => {
  const sentence = '第一条　为了规范举报奖励，根据《中华人民共和国安全生产法》，制定本办法。';
  const TEN_MEGABYTES = 10 * 1024 * 1024;
  const many = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));

  const cases: [string, string, () => string][] = [
    ['one line of 10 MB', 'a.txt', () => many(sentence, TEN_MEGABYTES)],
    ['10 MB of spaces and a word', 'a.txt', () => `${' '.repeat(TEN_MEGABYTES)}第一条`],
    ['a page whose text is one line of 10 MB', 'a.html', () => `<html><body><p>${many(sentence, TEN_MEGABYTES)}</p>`],
    [
      'a page of 10 MB of style rules as text',
      'a.html',
      () => `<html><body><p>${many('.a{b:c}', TEN_MEGABYTES)}</p><p>${sentence}</p>`,
    ],
    [
      'a page of labels only',
      'a.html',
      () => `<html><body>${many('<p>发文字号：<p>成 文 日 期', 1 << 20)}<p>${sentence}`,
    ],
    ['100,000 open elements', 'a.html', () => `<html><body>${'<div><b>'.repeat(50_000)}${sentence}`],
    ['50,000 open tables', 'a.html', () => `<html><body>${'<table><tr><td>'.repeat(50_000)}${sentence}`],
    [
      'a row of 100,000 cells',
      'a.html',
      () => `<html><body><table><tr>${'<td rowspan=9 colspan=9>一'.repeat(100_000)}</table>${sentence}`,
    ],
    [
      '200,000 attributes',
      'a.html',
      () => `<html><body><div ${Array.from({ length: 200_000 }, (_, index) => `a${index}=1`).join(' ')}>${sentence}`,
    ],
    ['a million brackets', 'a.html', () => `<html><body>${'<'.repeat(1 << 20)}${sentence}`],
    ['a million ampersands', 'a.html', () => `<html><body>${'&'.repeat(1 << 20)}${sentence}`],
    [
      'white space before a meta',
      'a.html',
      () => `<html><meta ${' '.repeat(1 << 20)}charset ${' '.repeat(1 << 20)}= x><body>${sentence}`,
    ],
    [
      'right-to-left marks',
      'a.txt',
      () => many('\u202e\u2067条一第\u2069\u202c\u200f\u00ad\u200b', 1 << 20) + sentence,
    ],
    [
      'a table of 50,000 rows of names',
      'a.html',
      () => `<html><body><p>${sentence}</p><table>${'<tr><td>云溪省财政厅<td>云溪省教育厅'.repeat(50_000)}</table>`,
    ],
    [
      '50,000 boxes with a field in each',
      'a.html',
      () => `<html><body><div><p>${sentence}</p></div>${'<div><div><input>您好，请输入</div></div>'.repeat(50_000)}`,
    ],
    [
      'line ends',
      'a.html',
      () => `<html><body><table><tr><td>文号：${'\n'.repeat(150_000)}\0</td></tr></table><p>${sentence}</p>`,
    ],
    ['link paths', 'a.html', () => `<html><body><p>${sentence}</p>${'<a href=x>首页</a> > '.repeat(50_000)}`],
  ];

  it.each(cases)('%s', async (_, name, make) => {
    const bytes = Buffer.from(make(), 'utf8');
    const start = performance.now();
    await outcome(bytes, name);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
