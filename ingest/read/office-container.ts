import { BadArchive, readZipEntry, zipEntries, type ZipEntry } from './zip-entries.ts';

/** A Word file opened, or the reason why the container is none. */
export type OfficeContainer = { docx: Map<string, Buffer> } | { refused: string };

/** Parts of a Word file that bear text. Pictures, themes and fonts are never unpacked. */
const TEXT_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w.-]+\.rels)$/;

/** Other formats that are ZIP archives, by a file that only they have. */
const OTHER_FORMATS: readonly { has: RegExp; refused: string }[] = [
  { has: /^OFD\.xml$/, refused: 'an OFD file; print it to PDF or save it as text' },
  { has: /^xl\/workbook\.(?:xml|bin)$/, refused: 'an Excel workbook; save the text as .docx or .txt' },
  { has: /^ppt\/presentation\.xml$/, refused: 'a PowerPoint file; save the text as .docx or .txt' },
  { has: /^META-INF\/container\.xml$/, refused: 'an EPUB book; save the text as .html or .txt' },
  { has: /^content\.xml$/, refused: 'an OpenDocument file; save it as .docx' },
];

function refusalOf(entries: readonly ZipEntry[]): string | null {
  if (entries.some(({ encrypted }) => encrypted)) return 'an encrypted ZIP archive';
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name)))
    return 'an Office file with macros; save it as .docx without them';
  const other = OTHER_FORMATS.find(({ has }) => entries.some(({ name }) => has.test(name)));
  if (other) return other.refused;
  return entries.some(({ name }) => name === 'word/document.xml') ? null : 'a ZIP archive; unpack it first';
}

/** Opens a ZIP container: the text parts of a .docx, or what else it is (workbook, macro file, encrypted, bomb) in words for a person. */
export function openZip(bytes: Buffer): OfficeContainer {
  try {
    const entries = zipEntries(bytes);
    const refused = refusalOf(entries);
    if (refused !== null) return { refused };
    const parts = entries
      .filter(({ name }) => TEXT_PARTS.test(name))
      .map((entry): [string, Buffer] => [entry.name, readZipEntry(bytes, entry)]);
    const docx = new Map(parts);
    if (docx.get('[Content_Types].xml')?.includes('macroEnabled') === true)
      return { refused: 'an Office file with macros; save it as .docx without them' };
    return { docx };
  } catch (error) {
    if (error instanceof BadArchive) return { refused: error.message };
    if (error instanceof RangeError) return { refused: 'a damaged ZIP archive' };
    throw error;
  }
}

const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');

/** Streams of the old Office container, by which its file types differ. */
const OLE_STREAMS: readonly { stream: Buffer; refused: string }[] = [
  { stream: utf16('EncryptedPackage'), refused: 'an encrypted Office file; save it without a password' },
  { stream: utf16('WordDocument'), refused: 'an old Word file (.doc); open it and save it as .docx' },
  { stream: utf16('Workbook'), refused: 'an old Excel workbook (.xls); save the text as .docx or .txt' },
  { stream: utf16('PowerPoint Document'), refused: 'an old PowerPoint file (.ppt); save the text as .docx or .txt' },
];

/** Says what an old Office container holds: a .doc, an encrypted .docx, a workbook. None of them is read. */
export function oleRefusal(bytes: Buffer): string {
  return (
    OLE_STREAMS.find(({ stream }) => bytes.includes(stream))?.refused ??
    'an old Office file; open it and save it as .docx'
  );
}
