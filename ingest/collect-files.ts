import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { STORE_FILE } from './store/store-file.ts';

/** A path that gives no file to read, with the reason in words. */
export interface FileFailure {
  path: string;
  reason: string;
}

export interface CollectedFiles {
  /** Absolute, in the order of the arguments, a folder's own files by name. Each file once. */
  files: string[];
  failures: FileFailure[];
}

/** Left beside gazettes by browsers and file managers, never meant to be read. */
const BYSTANDER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)|(_files|\.files)$/iu;

/** Whether a name in a folder is passed over. A file that was named by itself is read whatever it is called. */
export const isBystander = (name: string): boolean => BYSTANDER.test(name);

/** Whether a folder is an archive of this program: it has keys and copies in it, and no gazette. */
export const isArchive = (folder: string): boolean => existsSync(join(folder, STORE_FILE));

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'a link that leads back to itself',
};

/**
 * The files that `paths` name: a file is itself, a folder is everything in it and in its folders, except hidden files and
 * the `…_files` folders of saved pages and archives of this program. A path that cannot be read is reported, the others go on.
 */
export function collectFiles(paths: readonly string[]): CollectedFiles {
  const files = new Set<string>();
  const failures: FileFailure[] = [];
  const visited = new Set<string>();

  const collect = (path: string): void => {
    try {
      if (!statSync(path).isDirectory()) {
        files.add(path);
        return;
      }
      const real = realpathSync(path);
      if (visited.has(real)) return;
      visited.add(real);
      if (isArchive(real)) {
        if (paths.includes(path)) failures.push({ path, reason: 'an archive of this program, not gazettes' });
        return;
      }
      for (const name of readdirSync(path).sort()) if (!isBystander(name)) collect(join(path, name));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      failures.push({ path, reason: REASONS[code] ?? `cannot be read (${code || basename(path)})` });
    }
  };
  for (const path of paths) collect(path);
  return { files: [...files], failures };
}
