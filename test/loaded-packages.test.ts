import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What one module of ours loads with it: `import … from`, `export … from`; not types, not `await import`. */
const LOADS = /^(?:import|export)\s(?!type\s)[^;]{0,2000}?from\s'([^']{1,200})';|^import\s'([^']{1,200})';/gmu;

/** The packages that are loaded with a module, through all modules of ours that it loads. */
function packagesLoadedWith(entry: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const waiting = [path.resolve(entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, from, bare] of readFileSync(file, 'utf8').matchAll(LOADS)) {
      const target = from ?? bare ?? '';
      if (target.startsWith('.')) waiting.push(path.resolve(path.dirname(file), target));
      else packages.add(target);
    }
  }
  return packages;
}

/** Each takes tens or hundreds of megabytes that a process which reads no such file must not pay. */
const HEAVY = /^(?:pdfjs-dist|mammoth|jszip)(?:\/|$)/u;

describe('a process of the site or the command line', () => {
  it.each(['server/main.ts', 'ingest/cli.ts', 'ingest/read/read-source.ts'])(
    '%s loads the readers of PDF and Word files only with the first of them',
    (entry) => {
      const packages = packagesLoadedWith(entry);
      expect(existsSync(entry)).toBe(true);
      expect(packages.size).toBeGreaterThan(1);
      expect([...packages].filter((name) => HEAVY.test(name))).toEqual([]);
    },
  );

  it('is followed through to the packages that its readers load', () => {
    expect(packagesLoadedWith('ingest/read/pdf/read-pdf.ts')).toContain('pdfjs-dist/legacy/build/pdf.mjs');
    expect(packagesLoadedWith('ingest/read/docx/read-docx.ts')).toContain('mammoth');
  });
});
