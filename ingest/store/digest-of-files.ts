import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Twelve hex digits of the sha256 of project files, and of the sources in project folders, by name and content: stands
 * for "the rules as they are now", so that nobody has to raise a version by hand. A path that does not exist counts as empty.
 */
export function digestOfFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(join(PROJECT, file)));
  return hash.digest('hex').slice(0, 12);
}

function filesUnder(path: string): string[] {
  const stats = statSync(join(PROJECT, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(PROJECT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sql|json|txt)$/u.test(name))
    .sort()
    .map((name) => `${path}/${name}`);
}
