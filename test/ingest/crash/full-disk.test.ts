import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineStore } from '../../../ingest/doctor/examine-store.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import { runGazette } from '../../helpers/gazette-process.ts';
import { tableRows } from '../../helpers/store-dump.ts';

const FILES = ['xinjiang-2024-07-08.txt', 'yili-2024.txt'];
const GAZETTE = path.resolve('scripts/gazette.mjs');

let folder = '';
let gazetteDir = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dibao-full-'));
  gazetteDir = path.join(folder, 'gazettes');
  mkdirSync(gazetteDir);
  for (const file of FILES) cpSync(path.join('data/gazettes', file), path.join(gazetteDir, file));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const settings = (archive: string): Record<string, string> => ({
  ARCHIVE_DIR: path.join(folder, archive),
  GAZETTE_DIR: gazetteDir,
});

/** An ingest none of whose files may grow beyond so many kilobytes: writing past it fails, as on a full disk. */
function ingestWithin(kilobytes: number, archive: string): { status: number | null; stderr: string } {
  const script = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" "$1" ingest --no-index`;
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, GAZETTE], {
    encoding: 'utf8',
    env: { ...process.env, ...settings(archive) },
  });
  return { status, stderr };
}

const messages = (stderr: string): string[] => stderr.split('\n').filter((line) => line.startsWith('gazette: '));

function rowsOf(archive: string): Record<string, string[]> {
  const store = openStore(path.join(folder, archive, 'dibao.sqlite'), { readonly: true });
  try {
    expect(examineStore(store).flatMap(({ message, mend }) => (mend === null ? [] : [message]))).toEqual([]);
    return tableRows(store, ['outbox', 'redirects', 'meta']);
  } finally {
    store.close();
  }
}

describe('an ingest for which there is no room', () => {
  it('ends with one line, leaves a sound store, and goes on to the same archive when there is room', async () => {
    const { status, stderr } = ingestWithin(1000, 'small');
    expect(status).toBe(1);
    expect(messages(stderr)).toEqual(['gazette: the disk does not answer as it should (read or write error)']);
    expect(rowsOf('small').issues ?? []).not.toHaveLength(FILES.length);
    expect((await runGazette(['ingest', '--no-index'], settings('small'))).status).toBe(0);
    expect((await runGazette(['ingest', '--no-index'], settings('large'))).status).toBe(0);
    expect(rowsOf('small')).toEqual(rowsOf('large'));
  }, 120_000);

  it.skipIf(process.getuid?.() === 0)('ends with one line on a folder that may not be written', async () => {
    chmodSync(folder, 0o500);
    const { status, stderr } = await runGazette(['ingest'], settings('archive'));
    chmodSync(folder, 0o700);
    expect(status).toBe(1);
    expect(messages(stderr)).toHaveLength(1);
  });
});
