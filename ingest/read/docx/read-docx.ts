import JSZip from 'jszip';
import mammoth from 'mammoth';
import { linesOf } from '../html/page-lines.ts';
import { parsePage } from '../html/page-tree.ts';
import { printListLabels } from './print-list-labels.ts';

/** Without any list of its own, so that the labels written into the paragraphs stay the only ones. */
const NO_LISTS =
  '<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

function textOf(parts: ReadonlyMap<string, Buffer>, name: string): string | null {
  return (
    parts
      .get(name)
      ?.toString('utf8')
      .replace(/^\ufeff/, '') ?? null
  );
}

/** The same Word file, made of its text parts alone, with the list numbers printed. */
async function repack(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const archive = new JSZip();
  for (const [name, bytes] of parts) archive.file(name, bytes);
  const numbering = textOf(parts, 'word/numbering.xml');
  archive.file(
    'word/document.xml',
    printListLabels(textOf(parts, 'word/document.xml') ?? '', numbering, textOf(parts, 'word/styles.xml')),
  );
  if (numbering !== null) archive.file('word/numbering.xml', NO_LISTS);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

/**
 * Reads the text of a Word file from its parts (office-container.ts): one line a paragraph, rows of tables with tabs, list
 * numbers as Word prints them (第一条), deleted text left out. Empty text for a file without any.
 */
export async function readDocx(parts: ReadonlyMap<string, Buffer>): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: await repack(parts) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), ignoreEmptyParagraphs: true },
  );
  const lines = linesOf(parsePage(value).body).map(({ text }) => text.replace(/\s?↑$/, ''));
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
