import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../ingest/read/decode-text.ts';

const GAZETTES = readdirSync('data/gazettes')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`data/gazettes/${name}`, 'utf8'));

const toTraditional = Converter({ from: 'cn', to: 'twp' });

/** What a text is called in the result, by the encoding it was written in. */
const ENCODINGS: Record<string, string> = {
  'utf-8': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  big5: 'big5',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

/** A text as a file of that encoding can hold it. */
function holdable(text: string, encoding: string): string {
  const written = encoding === 'big5' ? toTraditional(text) : text;
  return iconv.decode(iconv.encode(written, encoding), encoding);
}

describe('decodeText', () => {
  it.each(Object.entries(ENCODINGS))('reads whole gazettes back from %s', (encoding, name) => {
    for (const gazette of GAZETTES) {
      const text = holdable(gazette, encoding);
      const decoded = decodeText(iconv.encode(text, encoding));
      expect(decoded?.encoding).toBe(name);
      expect(decoded?.text === text).toBe(true);
    }
  });

  it.each(Object.entries(ENCODINGS))('tells snippets of 30 characters in %s', (encoding, name) => {
    const snippet = fc
      .tuple(fc.integer({ min: 0, max: GAZETTES.length - 1 }), fc.nat(), fc.integer({ min: 30, max: 60 }))
      .map(([file, at, length]) => {
        const gazette = GAZETTES[file] ?? '';
        const start = at % Math.max(1, gazette.length - length);
        return gazette.slice(start, start + length);
      })
      .filter((text) => (text.match(/[\u4e00-\u9fff]/g) ?? []).length >= 8 && text.trim().length >= 30);
    fc.assert(
      fc.property(snippet, (text) => {
        const decoded = decodeText(iconv.encode(holdable(text, encoding), encoding));
        expect(decoded).toEqual({ encoding: name, text: holdable(text, encoding) });
      }),
      { seed: 20240915, numRuns: 300 },
    );
  });

  it.each([
    '塔什库尔干县、巴里坤县\n西门塔尔肉牛\t尉犁县、沙雅县、温宿县、阿克陶县\n',
    '热依汗古丽·买买提、努尔古丽、阿依夏木',
  ])('reads a list of names in GBK that is like no prose: %s', (text) => {
    expect(decodeText(iconv.encode(text, 'gbk'))).toEqual({ encoding: 'gb18030', text });
  });

  it('never takes well-formed UTF-8 for another encoding, however short', () => {
    const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(hanzi, { minLength: 1, maxLength: 12 }), (letters) => {
        const text = letters.join('');
        expect(decodeText(Buffer.from(text, 'utf8'))).toEqual({ text, encoding: 'utf-8' });
      }),
      { seed: 7, numRuns: 500 },
    );
    for (const text of ['第', 'Café – 100 %', '№ 5 “a”', '①②③', 'a', '2024.9.15']) {
      expect(decodeText(Buffer.from(text, 'utf8'))?.text).toBe(text);
    }
  });

  it('takes GBK that happens to be well-formed UTF-8 for GBK', () => {
    const bytes = iconv.encode('联通', 'gbk');
    expect([...bytes]).toEqual([0xc1, 0xaa, 0xcd, 0xa8]);
    const lookalike = iconv.encode('通体内同时通同时体', 'gbk');
    expect(decodeText(lookalike)?.text).toBe('通体内同时通同时体');
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ])('follows the byte order mark of %s', (encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), iconv.encode('目录 abc', encoding, { addBOM: false })]);
    expect(decodeText(bytes)).toEqual({ text: '目录 abc', encoding });
  });

  it('reads what is left of a file that was cut off', () => {
    const text = '第一条　为了规范安全生产领域举报奖励工作，制定本办法。'.repeat(3);
    for (const encoding of ['utf-8', 'gb18030']) {
      const decoded = decodeText(iconv.encode(text, encoding).subarray(0, -1));
      expect(decoded?.encoding).toBe(encoding);
      expect(decoded?.text.startsWith(text.slice(0, -1))).toBe(true);
    }
  });

  it('lets the declared charset decide only what the bytes leave open', () => {
    const text = '本规定自发布之日起施行。';
    expect(decodeText(Buffer.from(text, 'utf8'), 'gb2312')).toEqual({ text, encoding: 'utf-8' });
    expect(decodeText(iconv.encode(text, 'gbk'), 'utf-8')).toEqual({ text, encoding: 'gb18030' });
  });

  it('refuses bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 4096 }), (bytes) => {
        // An array of small numbers only can be ASCII.
        fc.pre(bytes.filter((byte) => byte > 0x7f).length > bytes.length / 3);
        expect(decodeText(bytes)).toBeNull();
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
