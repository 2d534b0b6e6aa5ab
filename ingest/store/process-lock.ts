import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './make-folder.ts';

/** Held until it is released or the process ends, however it ends. */
export interface ProcessLock {
  release(): void;
}

/**
 * Takes a lock between processes, or returns null when another one has it. The lock is SQLite's exclusive lock on a small
 * file of its own: the operating system frees it when its holder is killed, so no stale lock can remain.
 */
export function takeProcessLock(path: string): ProcessLock | null {
  makeFolder(dirname(path));
  const file = new Database(path, { timeout: 0 });
  try {
    file.pragma('journal_mode = MEMORY');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  noteHolder(path);
  let held = true;
  return {
    release: () => {
      if (!held) return;
      held = false;
      file.exec('ROLLBACK');
      file.close();
    },
  };
}

/** The lock holds without its note, which only makes a message better: a full disk does not stop who has it. */
function noteHolder(path: string): void {
  try {
    writeFileSync(holderPath(path), String(process.pid));
  } catch {
    // lockHolder then tells null, or one that has ended.
  }
}

/** The process id of the one that took the lock last, for a message; null when it cannot be told. */
export function lockHolder(path: string): number | null {
  try {
    const pid = Number(readFileSync(holderPath(path), 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

const holderPath = (path: string): string => `${path}.pid`;
