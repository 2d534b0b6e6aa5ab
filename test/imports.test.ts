import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a module imports, types included: `import … from`, `export … from`, `import '…'`, `await import('…')`. */
const IMPORTS =
  /^(?:import|export)\s[^;]{0,2000}?from\s'([^']{1,200})';|^import\s'([^']{1,200})';|\bimport\('([^']{1,200})'\)/gmu;

interface Import {
  file: string;
  /** A path of the project for a module of ours (`ingest/text/dates.ts`), else the package's name. */
  target: string;
}

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORTS)].map(([, from, bare, later]) => {
    const target = from ?? bare ?? later ?? '';
    return { file, target: target.startsWith('.') ? path.join(path.dirname(file), target) : target };
  });
}

const sources = ['ingest', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name)),
);
const imports = sources.flatMap(importsOf);

/** Files that import each other in a ring, each ring once: `a → b → a`. */
function rings(): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) targets.set(file, [...(targets.get(file) ?? []), target]);
  const found: string[] = [];
  const left = new Set<string>();
  const follow = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || left.has(file)) return;
    for (const target of targets.get(file) ?? []) follow(target, [...path, file]);
    left.add(file);
  };
  for (const file of targets.keys()) follow(file, []);
  return found;
}

const isIn = (file: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));

/** `file → target` of every import from one of `from` to anything but `to`. */
function strays(from: readonly string[], to: readonly string[]): string[] {
  return imports
    .filter(({ file, target }) => isIn(file, from) && !isIn(target, to))
    .map(({ file, target }) => `${file} → ${target}`);
}

/** `file → target` of every import from one of `from` to one of `to`. */
function crossings(from: readonly string[], to: readonly string[]): string[] {
  return imports
    .filter(({ file, target }) => isIn(file, from) && isIn(target, to))
    .map(({ file, target }) => `${file} → ${target}`);
}

const MODEL = 'ingest/model/';
const TEXT = 'ingest/text/';
const STRUCTURE = 'ingest/structure/';
const SEGMENT = 'ingest/segment/';
const EXTRACT = 'ingest/extract/';

/** They use the archive as people do, with the site's words, addresses and tables. */
const COMMANDS = ['ingest/commands/', 'ingest/terminal/', 'ingest/doctor/'];

/** What gives another answer in another process. */
const OUTSIDE = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|fetch\(|console\.)/u;

describe('the stages of reading', () => {
  it('are followed through their imports', () => {
    expect(imports.length).toBeGreaterThan(1500);
    expect(importsOf('ingest/pipeline.ts').map(({ target }) => target)).toContain('ingest/segment/masthead.ts');
  });

  it.each([
    ['the model', MODEL, []],
    ['what can be said of any text', TEXT, [MODEL, 'data/', 'opencc-js/t2cn']],
    ['structure', STRUCTURE, [MODEL, TEXT]],
    ['segments', SEGMENT, [MODEL, TEXT, STRUCTURE, 'data/']],
    ['facts', EXTRACT, [MODEL, TEXT, SEGMENT, 'data/']],
  ])('%s need nothing but the stages before them: no clock, disk or network', (_name, stage, before) => {
    expect(strays([stage], [stage, ...before])).toEqual([]);
    const own = sources.filter((file) => file.startsWith(stage));
    expect(own.filter((file) => OUTSIDE.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('every module', () => {
  it('can be read without those that need it', () => {
    expect(rings()).toEqual([]);
  });
});

describe('the two halves', () => {
  it('the site never reads a gazette', () => {
    const reading = ['ingest/read/', SEGMENT, 'ingest/pipeline.ts', 'ingest/ingest-files.ts', 'ingest/commands/'];
    expect(crossings(['server/'], reading)).toEqual([]);
  });

  it('the archive knows nothing of the site, but for its commands, what they print and the doctor', () => {
    expect(
      crossings(['ingest/'], ['server/']).filter((crossing) => !COMMANDS.some((folder) => crossing.startsWith(folder))),
    ).toEqual([]);
  });

  it('nothing of the archive renders a page', () => {
    expect(
      crossings(['ingest/'], ['server/app.ts', 'server/routes/', 'express', 'handlebars', 'express-handlebars']),
    ).toEqual([]);
  });
});
