import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../ingest/store/make-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'dibao-folder-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('makeFolder', () => {
  it('makes a folder with its parents, and is content with one that is there', () => {
    const folder = join(base, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('fails at once under a parent in which no folder can be made', () => {
    expect(() => makeFolder('/proc/dibao/archive')).toThrow(/ENOENT/u);
  });

  it('fails at once under a file', () => {
    writeFileSync(join(base, 'file'), '');
    expect(() => makeFolder(join(base, 'file', 'archive'))).toThrow(/ENOTDIR|ENOENT/u);
  });
});
