const REASONS: Record<string, string> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'a folder, not a file',
};

/**
 * What an error of the file system says in one line for a person, /srv/archive/engine/running.json: the disk is full; null for any
 * other error. Of a copy it names the file that could not be written.
 */
export function fileFault(error: unknown): string | null {
  const reason = REASONS[text(error, 'code') ?? ''];
  if (reason === undefined) return null;
  // Writing to a file that is open, as a disk fills, fails without the file's name.
  const path = text(error, 'dest') ?? text(error, 'path');
  return path === null ? reason : `${path}: ${reason}`;
}

function text(error: unknown, name: string): string | null {
  if (!(error instanceof Error)) return null;
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
  return typeof value === 'string' ? value : null;
}
