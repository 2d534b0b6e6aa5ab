import { extname } from 'node:path';

/** What a reader exists for; `zip` and `ole` are containers that have to be opened to know. */
export type ReadableKind = 'text' | 'markdown' | 'html' | 'pdf' | 'zip' | 'ole';

/** Either a kind that can be read on, or the reason why the file cannot, in words for a person. */
export type FileKind = { kind: ReadableKind } | { refused: string };

interface Signature {
  bytes: readonly number[];
  at?: number;
  is: FileKind;
}

const ascii = (text: string): number[] => Array.from(Buffer.from(text, 'latin1'));
const refuse = (what: string): FileKind => ({ refused: `${what}, not a text` });

/** First bytes that tell a format beyond doubt, whatever the file is called. */
const SIGNATURES: readonly Signature[] = [
  { bytes: ascii('%PDF-'), is: { kind: 'pdf' } },
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: { kind: 'zip' } },
  { bytes: [0x50, 0x4b, 0x05, 0x06], is: { refused: 'an empty ZIP archive' } },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: { kind: 'ole' } },
  { bytes: [0xff, 0xd8, 0xff], is: refuse('a JPEG image') },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: refuse('a PNG image') },
  { bytes: ascii('GIF8'), is: refuse('a GIF image') },
  { bytes: [0x49, 0x49, 0x2a, 0x00], is: refuse('a TIFF image') },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], is: refuse('a TIFF image') },
  { bytes: ascii('WEBP'), at: 8, is: refuse('a WebP image') },
  { bytes: ascii('ftyp'), at: 4, is: refuse('a video or HEIC image') },
  { bytes: [0x1f, 0x8b], is: refuse('a gzip archive') },
  { bytes: ascii('Rar!'), is: refuse('a RAR archive') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], is: refuse('a 7z archive') },
  { bytes: ascii('BZh'), is: refuse('a bzip2 archive') },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], is: refuse('an xz archive') },
  { bytes: ascii('ustar'), at: 257, is: refuse('a tar archive') },
  { bytes: ascii('CAJ'), is: { refused: 'a CAJ file; print it to PDF' } },
  { bytes: ascii('SQLite format 3'), is: refuse('an SQLite database') },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], is: refuse('a program') },
  { bytes: ascii('{\\rtf'), is: { refused: 'an RTF file; open it in Word and save it as .docx' } },
];

const MHTML = 'a web archive (MHTML); save the page as HTML only';

/** Formats that are told by their name alone, because their bytes are those of a text or of no known signature. */
const REFUSED_EXTENSIONS: Record<string, string> = {
  '.ceb': 'a Founder CEB file; print it to PDF',
  '.mht': MHTML,
  '.mhtml': MHTML,
};

/** Texts of programs, in which no gazette is printed. */
const DATA_EXTENSIONS: Record<string, string> = {
  '.json': 'data (JSON), not a gazette',
  '.jsonl': 'data (JSON), not a gazette',
  '.csv': 'a table of data (CSV); save the text as .docx or .txt',
  '.tsv': 'a table of data (TSV); save the text as .docx or .txt',
  '.xml': 'data (XML), not a gazette',
  '.js': 'a program, not a text',
  '.css': 'a style sheet, not a text',
};

/** Whether the head of a file is that of a message in parts, as browsers save a page with its pictures. */
function looksLikeMhtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /^(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location): /i.test(head) &&
    /^Content-Type: multipart\/related/im.test(head)
  );
}

function hasBytes(bytes: Uint8Array, signature: Signature): boolean {
  const at = signature.at ?? 0;
  return (
    bytes.length >= at + signature.bytes.length && signature.bytes.every((byte, index) => bytes[at + index] === byte)
  );
}

/** `<html`, `<!doctype html`, `<meta`, `<table` … in the first kilobytes, in any encoding that keeps ASCII (or UTF-16). */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  return /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta [^<>]{0,200}charset/i.test(head);
}

/**
 * Tells what a file is from its first bytes and, for texts, from its name: `data/公报.md` is Markdown, a JPEG that is
 * called 公报.txt is refused as a JPEG image. Whether the bytes of a `text` really are a text is for the decoder to say.
 */
export function fileKind(bytes: Uint8Array, path: string): FileKind {
  const extension = extname(path).toLowerCase();
  const refused = REFUSED_EXTENSIONS[extension];
  if (refused !== undefined) return { refused };
  const signature = SIGNATURES.find((candidate) => hasBytes(bytes, candidate));
  if (signature) return signature.is;
  if (extension === '.md' || extension === '.markdown') return { kind: 'markdown' };
  if (looksLikeMhtml(bytes)) return { refused: MHTML };
  if (extension === '.txt') return { kind: 'text' };
  if (['.html', '.htm', '.xhtml', '.shtml'].includes(extension) || looksLikeHtml(bytes)) return { kind: 'html' };
  const data = DATA_EXTENSIONS[extension];
  return data === undefined ? { kind: 'text' } : { refused: data };
}
