import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource, readSourceFile } from '../../../ingest/read/read-source.ts';
import { UnreadableFile } from '../../../ingest/read/unreadable-file.ts';

const TEXT = '新疆维吾尔自治区人民政府公报\r\n第一条　为了规范举报奖励，制定本办法。\n';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-read-'));
});
afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

async function reasonOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(UnreadableFile);
  return error instanceof UnreadableFile ? error.message : '';
}

describe('readSource', () => {
  it('keeps a UTF-8 text as it stands, line ends included', async () => {
    const bytes = Buffer.from(TEXT, 'utf8');
    expect(await readSource(bytes, 'a.txt')).toEqual({
      text: TEXT,
      format: 'text',
      encoding: 'utf-8',
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      byteLength: bytes.length,
      statedFacts: [],
    });
  });

  it('leaves out the byte order mark and tells Markdown by its name', async () => {
    const source = await readSource(Buffer.from('\uFEFF# 目录\n' + TEXT, 'utf8'), 'gazette.MD');
    expect(source.text).toBe('# 目录\n' + TEXT);
    expect(source.format).toBe('markdown');
  });

  it.each([
    ['empty.txt', Buffer.alloc(0), 'the file is empty'],
    ['blank.txt', Buffer.from(' \r\n\u3000\t\n\u00a0', 'utf8'), 'nothing but white space in it'],
    ['bom.txt', Buffer.from([0xef, 0xbb, 0xbf]), 'nothing but white space in it'],
    ['photo.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]), 'a JPEG image, not a text'],
    ['page.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a PNG image, not a text'],
    ['old.tar', Buffer.from(`a.txt${'\0'.repeat(252)}ustar`, 'latin1'), 'a tar archive, not a text'],
    ['paper.caj', Buffer.from([0x43, 0x41, 0x4a, 0, 1, 2]), 'a CAJ file; print it to PDF'],
    ['truth.json', Buffer.from('{"title":"江州市供水办法"}'), 'data (JSON), not a gazette'],
    [
      'list.csv',
      Buffer.from('序号,文件名称\n1,江州市供水办法\n'),
      'a table of data (CSV); save the text as .docx or .txt',
    ],
    [
      'saved',
      Buffer.from(
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<!DOCTYPE html><html>',
      ),
      'a web archive (MHTML); save the page as HTML only',
    ],
    ['zeros.txt', Buffer.alloc(4096), 'not a text in a known encoding'],
  ])('refuses %s with its reason', async (name, bytes, reason) => {
    expect(await reasonOf(readSource(bytes, name))).toBe(`${name}: ${reason}`);
  });
});

describe('readSourceFile', () => {
  it('reads a file from disk', async () => {
    const path = join(folder, '公报.txt');
    writeFileSync(path, TEXT);
    expect((await readSourceFile(path)).text).toBe(TEXT);
  });

  it('names a file that is missing, and a folder', async () => {
    const missing = join(folder, 'missing.txt');
    expect(await reasonOf(readSourceFile(missing))).toBe(`${missing}: no such file`);
    expect(await reasonOf(readSourceFile(folder))).toBe(`${folder}: a folder, not a file`);
  });

  it.skipIf(process.getuid?.() === 0)('names a file that may not be read', async () => {
    const path = join(folder, 'locked.txt');
    writeFileSync(path, TEXT, { mode: 0 });
    expect(await reasonOf(readSourceFile(path))).toBe(`${path}: no permission to read it`);
  });
});
