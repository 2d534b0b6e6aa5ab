import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder with its parents. Node's own `recursive` option never returns under a parent in which no folder can be
 * made but which says that the name does not exist (/proc), so each level is made by itself.
 *
 * @throws the system's error (EACCES, EROFS, ENOENT, ENOTDIR) of the first level that cannot be made
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder, { mode });
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  }
}
