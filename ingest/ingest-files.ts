import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { parseIssue } from './pipeline.ts';
import { readSourceFile } from './read/read-source.ts';
import { UnreadableFile } from './read/unreadable-file.ts';
import { storeErrorReason } from './store/open-store.ts';
import type { Store } from './store/open-store.ts';
import { fileState, hashInState, noteFileState } from './store/file-states.ts';
import { removeSource } from './store/remove-source.ts';
import { unchangedSource, writeIssue } from './store/write-issue.ts';
import type { WriteResult } from './store/write-issue.ts';

export type Stage = 'read' | 'parse' | 'write' | 'done';

/** What became of one file. `path` is the stored one: relative to the gazette folder where the file lies in it. */
export type FileReport =
  ({ path: string; movedFrom: string | null } & WriteResult) | { path: string; outcome: 'failed'; reason: string };

export interface IngestOptions {
  gazetteDir: string;
  /** Called as each file enters a stage; `done` counts finished files. */
  onStage?(path: string, stage: Stage, done: number): void;
  onReport?(report: FileReport): void;
  /** Asked before each file. */
  isStopped?: () => boolean;
  /** Compare the bytes also of files whose size and times are those of the last time. */
  checksum?: boolean;
}

/** The store itself cannot be written (disk full, read-only): no file can go on. */
export class StoreFailed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'StoreFailed';
  }
}

/** The path under which a file is stored: the archive can move together with its gazette folder. */
export function storedPath(file: string, gazetteDir: string): string {
  const inside = relative(gazetteDir, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? file : inside.split(sep).join('/');
}

/** Where the file of a stored path lies on this machine. */
export const filePath = (stored: string, gazetteDir: string): string =>
  isAbsolute(stored) ? stored : join(gazetteDir, stored);

/**
 * Reads files into the archive, one transaction each, in the given order. A file that cannot be read is reported with its
 * reason and the others go on. A file whose bytes and rules are those of the last time is not parsed again, and one whose size and times are,
 * not even opened (unless `checksum` asks for it).
 * @throws StoreFailed when the store itself cannot be written
 */
export async function ingestFiles(
  store: Store,
  files: readonly string[],
  options: IngestOptions,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const [done, file] of files.entries()) {
    if (options.isStopped?.() === true) break;
    const path = storedPath(file, options.gazetteDir);
    const report = await ingestFile(store, file, path, options, (stage) => options.onStage?.(path, stage, done));
    reports.push(report);
    options.onReport?.(report);
    options.onStage?.(path, 'done', done + 1);
  }
  return reports;
}

async function ingestFile(
  store: Store,
  file: string,
  path: string,
  options: IngestOptions,
  stage: (stage: Stage) => void,
): Promise<FileReport> {
  try {
    stage('read');
    const state = await fileState(file);
    const unchanged = await unchangedFile(store, file, path, options.checksum === true ? null : state);
    if (unchanged) {
      if (state !== null) noteFileState(store, path, state);
      return { path, movedFrom: null, ...unchanged };
    }
    const source = await readSourceFile(file);
    stage('parse');
    const issue = parseIssue(source);
    stage('write');
    const result = store
      .transaction(() => {
        const written = writeIssue(store, issue, { path });
        if (state !== null) noteFileState(store, path, state);
        return written;
      })
      .immediate();
    return { path, movedFrom: forgetMoved(store, path, source.contentHash, options.gazetteDir), ...result };
  } catch (error) {
    if (error instanceof UnreadableFile) return { path, outcome: 'failed', reason: error.reason };
    const reason = storeErrorReason(error);
    if (reason !== null) throw new StoreFailed(reason);
    return { path, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The cheap ways: the file looks as it did (its state is known), or only its bytes are read. Whatever is wrong with the file is told
 * by the reader afterwards.
 */
async function unchangedFile(
  store: Store,
  file: string,
  path: string,
  state: string | null,
): Promise<WriteResult | null> {
  if (store.prepare('SELECT 1 FROM sources WHERE path = ?').get(path) === undefined) return null;
  const known = state === null ? null : hashInState(store, path, state);
  if (known !== null) return unchangedSource(store, path, known);
  try {
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return unchangedSource(store, path, hash);
  } catch {
    return null;
  }
}

/** A file of the same bytes whose place is empty now was moved here: its old entry goes. Returns the old path. */
function forgetMoved(store: Store, path: string, contentHash: string, gazetteDir: string): string | null {
  const twins = store
    .prepare<[string, string], { path: string }>('SELECT path FROM sources WHERE content_hash = ? AND path <> ?')
    .all(contentHash, path);
  const moved = twins.find((twin) => !existsSync(filePath(twin.path, gazetteDir)));
  if (!moved) return null;
  removeSource(store, moved.path);
  return moved.path;
}

/** Files of the archive under these paths that are not on the disk any more, by stored path. */
export function missingSources(store: Store, paths: readonly string[], gazetteDir: string): string[] {
  return store
    .prepare<[], { path: string }>('SELECT path FROM sources ORDER BY path')
    .all()
    .map((row) => row.path)
    .filter((path) => {
      const file = filePath(path, gazetteDir);
      const asked = paths.some((folder) => file === folder || file.startsWith(folder.replace(/\/*$/u, sep)));
      return asked && !existsSync(file);
    });
}
