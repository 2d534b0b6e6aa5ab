import { inflateRawSync } from 'node:zlib';

/** A file inside a ZIP archive, as its central directory describes it. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  compressedSize: number;
  /** As declared; what comes out is checked against it and against the limit. */
  size: number;
  offset: number;
}

/** Why an archive is not opened: damaged, encrypted, or blown up beyond every office file. */
export class BadArchive extends Error {}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const MOST_ENTRIES = 10_000;
/** What all files of an archive may come to, and one of them. Word files with pictures stay far below. */
const LARGEST_ARCHIVE = 1 << 30;
const LARGEST_ENTRY = 128 * 1024 * 1024;
/** Text packs to a hundredth; a thousandth is zeros. */
const HIGHEST_RATIO = 1000;
const SMALL = 1 << 20;

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  throw new BadArchive('a damaged ZIP archive');
}

/**
 * Lists an archive without unpacking anything.
 * @throws {BadArchive} when it is damaged or its files would come to more than any office file
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw new BadArchive('a ZIP archive of too many files');
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw new BadArchive('a damaged ZIP archive');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    total += entry.size;
    const isBlownUp = entry.size > SMALL && entry.size > entry.compressedSize * HIGHEST_RATIO;
    if (total > LARGEST_ARCHIVE || isBlownUp)
      throw new BadArchive('a ZIP bomb: its files would unpack beyond all measure');
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unpacks one file of an archive.
 * @throws {BadArchive} when it is encrypted, damaged, packed in an unknown way, or more comes out than is allowed
 */
export function readZipEntry(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.encrypted) throw new BadArchive('an encrypted ZIP archive');
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_SIGNATURE)
    throw new BadArchive('a damaged ZIP archive');
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) throw new BadArchive('a damaged ZIP archive');
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new BadArchive('a ZIP archive packed in an unknown way');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.min(LARGEST_ENTRY, Math.max(entry.size, 1)) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new BadArchive(isTooLarge ? 'a ZIP bomb: a file in it is larger than it says' : 'a damaged ZIP archive');
  }
}
