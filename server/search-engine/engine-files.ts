import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../ingest/store/make-folder.ts';

/** Where the bundled engine keeps its things, all under the archive. */
export interface EngineFiles {
  folder: string;
  /** The engine's own database. It can always be rebuilt from the record store. */
  database: string;
  lock: string;
  key: string;
  running: string;
  log: string;
}

export function engineFiles(archiveDir: string): EngineFiles {
  const folder = join(archiveDir, 'engine');
  return {
    folder,
    database: join(folder, 'data.ms'),
    lock: join(folder, 'engine.lock'),
    key: join(folder, 'master-key'),
    running: join(folder, 'running.json'),
    log: join(folder, 'engine.log'),
  };
}

/**
 * Whether an engine was killed while it made its database. It writes the file VERSION last, and refuses to start on a database
 * without one.
 */
export function isHalfMade({ database }: EngineFiles): boolean {
  return existsSync(database) && !existsSync(join(database, 'VERSION'));
}

const KEY_BYTES = 32;

/** The engine's master key: made once, in a file that only its owner can read, never on a command line. */
export function masterKey(files: EngineFiles): string {
  makeFolder(files.folder, 0o700);
  try {
    const key = readFileSync(files.key, 'utf8').trim();
    if (key.length >= KEY_BYTES) {
      chmodSync(files.key, 0o600);
      return key;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const fresh = `${files.key}.${process.pid}`;
  writeFileSync(fresh, `${key}\n`, { mode: 0o600 });
  renameSync(fresh, files.key);
  return key;
}

const RUNNING = z.object({ pid: z.int().positive(), url: z.url() });

/** The engine process that was started last for this archive. */
export type RunningEngine = z.infer<typeof RUNNING>;

export function readRunning(files: EngineFiles): RunningEngine | null {
  try {
    return RUNNING.parse(JSON.parse(readFileSync(files.running, 'utf8')));
  } catch {
    return null;
  }
}

export function writeRunning(files: EngineFiles, running: RunningEngine): void {
  writeFileSync(files.running, `${JSON.stringify(running)}\n`, { mode: 0o600 });
}

export function forgetRunning(files: EngineFiles): void {
  rmSync(files.running, { force: true });
}
