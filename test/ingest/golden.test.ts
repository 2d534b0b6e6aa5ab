import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { structureOf } from '../helpers/structure-of.ts';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const folders = readdirSync(fixtures, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const slugs = folders.filter((slug) => existsSync(path.join(fixtures, slug, 'source.txt')));

describe('golden fixtures: gazettes of other publishers, years and typography', () => {
  it('are all folders but those of other formats', () => {
    expect(folders.filter((folder) => !slugs.includes(folder))).toEqual(['files', 'pages', 'single-documents']);
    expect(slugs.length).toBeGreaterThanOrEqual(29);
  });

  it('are described one by one', () => {
    const table = readFileSync(path.join(fixtures, 'README.md'), 'utf8').split('| issue | its form |')[1] ?? '';
    expect([...table.matchAll(/^\| ([a-z0-9-]+) \| \S/gmu)].map(([, slug]) => slug)).toEqual(slugs.sort());
  });

  it.each(slugs)('%s is read as a careful clerk reads it', (slug) => {
    const read = (file: string): string => readFileSync(path.join(fixtures, slug, file), 'utf8');
    expect(structureOf(read('source.txt'))).toEqual(JSON.parse(read('expected.json')));
  });
});
