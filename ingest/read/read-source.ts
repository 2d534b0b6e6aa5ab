import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { SourceFormat, SourceText, StatedFact } from '../model/source.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import { declaredCharset } from './html/declared-charset.ts';
import { isNestedBeyondMeasure } from './html/page-tree.ts';
import { readHtml } from './html/read-html.ts';
import { oleRefusal, openZip } from './office-container.ts';
import { BadPdf } from './pdf/bad-pdf.ts';
import { readTextHead } from './text-head.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** No gazette comes near it; a larger file is a mistake that would only exhaust the memory. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

interface Reading {
  text: string;
  format: SourceFormat;
  encoding: string;
  statedFacts: StatedFact[];
}

/** Reasons for the errors of the file system that a person can mend. */
const FILE_ERRORS: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'a folder, not a file',
  ELOOP: 'a link that leads back to itself',
  ENAMETOOLONG: 'a name that is too long',
  EMFILE: 'too many files are open',
};

function readText(bytes: Uint8Array, path: string, format: 'text' | 'markdown'): Reading {
  const decoded = decodeText(bytes);
  if (!decoded) throw new UnreadableFile(path, 'not a text in a known encoding');
  return { ...decoded, format, statedFacts: readTextHead(decoded.text) };
}

function readPage(bytes: Uint8Array, path: string): Reading {
  const decoded = decodeText(bytes, declaredCharset(bytes));
  if (!decoded) throw new UnreadableFile(path, 'a web page in no known encoding');
  if (isNestedBeyondMeasure(decoded.text))
    throw new UnreadableFile(path, 'a web page with more nested elements than any page has');
  const page = readHtml(decoded.text);
  if (!page) throw new UnreadableFile(path, 'a web page without an article on it');
  return { ...page, format: 'html', encoding: decoded.encoding };
}

/** The library is loaded for the first Word file: most processes meet none. */
async function readWord(bytes: Buffer, path: string): Promise<Reading> {
  const container = openZip(bytes);
  if ('refused' in container) throw new UnreadableFile(path, container.refused);
  const { readDocx } = await import('./docx/read-docx.ts');
  const text = await readDocx(container.docx).catch(() => {
    throw new UnreadableFile(path, 'a damaged Word file');
  });
  if (text === '') throw new UnreadableFile(path, 'a Word file without text');
  return { text, format: 'docx', encoding: 'utf-8', statedFacts: [] };
}

/** The library is loaded for the first PDF: it takes 160 MB, and most processes meet none. */
async function readPortable(bytes: Uint8Array, path: string): Promise<Reading> {
  const { readPdf } = await import('./pdf/read-pdf.ts');
  const text = await readPdf(bytes).catch((error: unknown) => {
    throw new UnreadableFile(path, error instanceof BadPdf ? error.message : 'a damaged PDF');
  });
  if (text === '') throw new UnreadableFile(path, 'a scanned PDF without text: run OCR on it first');
  return { text, format: 'pdf', encoding: 'utf-8', statedFacts: [] };
}

async function readBytes(bytes: Buffer, path: string): Promise<Reading> {
  const kind = fileKind(bytes, path);
  if ('refused' in kind) throw new UnreadableFile(path, kind.refused);
  switch (kind.kind) {
    case 'text':
    case 'markdown':
      return readText(bytes, path, kind.kind);
    case 'html':
      return readPage(bytes, path);
    case 'zip':
      return readWord(bytes, path);
    case 'pdf':
      return readPortable(bytes, path);
    case 'ole':
      throw new UnreadableFile(path, oleRefusal(bytes));
  }
}

/**
 * Reads the bytes of one file: `data/gazettes/xinjiang-2024-17-18.txt` gives its text as it stands (line ends included,
 * byte order mark not), a saved page gives its article's readable text. `path` serves to tell the format and to name the file.
 * @throws {UnreadableFile} when it is empty, binary, encrypted, scanned or in no known encoding
 */
export async function readSource(bytes: Uint8Array, path: string): Promise<SourceText> {
  if (bytes.length === 0) throw new UnreadableFile(path, 'the file is empty');
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile(path, 'larger than 200 MB');
  const reading = await readBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), path);
  if (reading.text.trim() === '') throw new UnreadableFile(path, 'nothing but white space in it');
  return { ...reading, contentHash: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length };
}

function fileErrorReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return FILE_ERRORS[code] ?? `cannot be read (${code || String(error)})`;
}

/**
 * Reads one file from disk.
 * @throws {UnreadableFile} also when it is missing, a folder, a device, or may not be read
 */
export async function readSourceFile(path: string): Promise<SourceText> {
  let bytes: Buffer;
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new UnreadableFile(path, 'a folder, not a file');
    if (!stats.isFile()) throw new UnreadableFile(path, 'not a regular file');
    if (stats.size > MAX_FILE_BYTES) throw new UnreadableFile(path, 'larger than 200 MB');
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(path, fileErrorReason(error));
  }
  return readSource(bytes, path);
}
