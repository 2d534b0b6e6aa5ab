import { accessSync, closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnusable, openStore } from './open-store.ts';
import type { Store } from './open-store.ts';

/** Where SQLite's file header says how the file is written; 2: with a write-ahead log beside it. */
const WRITE_VERSION_AT = 18;
const WRITE_AHEAD = 2;

/**
 * Opens a copy of a record store that is never written here: `gazette backup` made it, and it is replaced as a whole by the next
 * one. Nothing is made beside it, so its folder may be read-only.
 * @throws StoreUnusable one line: no file, another program's, of another version, or still with a write-ahead log, which no
 * reader can follow without writing.
 */
export function openReplica(path: string): Store {
  if (!existsSync(path)) throw new StoreUnusable(path, 'no record store yet: put what `gazette backup` writes there');
  if (writeVersion(path) === WRITE_AHEAD) {
    throw new StoreUnusable(
      path,
      'the working file of an archive, not a copy: make the copy with `gazette backup FILE`',
    );
  }
  return openStore(path, { readonly: true });
}

function writeVersion(path: string): number | undefined {
  const header = Buffer.alloc(WRITE_VERSION_AT + 1);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header.at(WRITE_VERSION_AT);
}

/** Whether this process can write the record store and what stands beside it. */
export function isWritableStore(path: string): boolean {
  return [path, dirname(path)].filter((each) => existsSync(each)).every(isWritable);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
