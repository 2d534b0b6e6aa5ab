import { copyFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileFault } from '../../../ingest/terminal/file-fault.ts';

function faultOf(act: () => void): string | null {
  try {
    act();
  } catch (error) {
    return fileFault(error);
  }
  return 'it did not fail';
}

it('names the file that cannot be written, of a copy the one that is made', () => {
  expect(faultOf(() => writeFileSync('/dev/full', 'a'))).toBe('the disk is full');
  expect(faultOf(() => writeFileSync('/proc', 'a'))).toBe('/proc: a folder, not a file');
  expect(faultOf(() => copyFileSync(import.meta.filename, '/proc/nothing'))).toMatch(/^\/proc\/nothing: no /u);
});

it('says nothing of other errors', () => {
  const foreign = Object.assign(new Error('x'), { code: 'EADDRINUSE' });
  for (const other of [new Error('x'), foreign, 'ENOSPC', null]) expect(fileFault(other)).toBeNull();
});
