import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All that decides what is read from the bytes of a file, from the decoder to the rows. */
const READER_FOLDERS = ['read', 'text', 'segment', 'structure', 'extract', 'resolve', 'store'];
const READER_FILES = ['pipeline.ts', 'index/pieces.ts', 'index/piece-size.ts'];
const READER_DATA = ['publishers.json', 'authorities.json', 'document-types.json'];

let version: string | null = null;

/**
 * A digest of the rules that read a gazette: twelve hex digits of the sha256 of their source files and data. When it
 * differs from the one stored with a file, the same bytes are read again; nobody has to remember to raise a number.
 */
export function readerVersion(): string {
  version ??= digestOfRules();
  return version;
}

function digestOfRules(): string {
  const ingest = fileURLToPath(new URL('..', import.meta.url));
  const data = fileURLToPath(new URL('../../data', import.meta.url));
  const hash = createHash('sha256');
  const add = (path: string): void => {
    try {
      hash.update(readFileSync(path));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  };
  for (const folder of READER_FOLDERS) {
    const names = readdirSync(join(ingest, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((entry) => entry.endsWith('.ts')).sort()) add(join(ingest, folder, name));
  }
  for (const name of READER_FILES) add(join(ingest, name));
  for (const name of READER_DATA) add(join(data, name));
  return hash.digest('hex').slice(0, 12);
}
