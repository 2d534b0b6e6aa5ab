import { mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ingestFiles } from '../../ingest/ingest-files.ts';
import { applyChangedCorrections } from '../../ingest/resolve/apply-changed-corrections.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { noticeText } from '../helpers/gazette-process.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, readFile: vi.fn(real.readFile) };
});

const LONG_AGO = new Date(2024, 8, 1);
const AN_HOUR = 3_600_000;

let folder: string;
let file: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-files-'));
  file = join(folder, 'notice.txt');
  store = openStore(':memory:');
  writeFileSync(file, noticeText(41));
  utimesSync(file, LONG_AGO, LONG_AGO);
});
afterEach(() => {
  vi.useRealTimers();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An ingest so long after: what was written a moment ago counts as changed just now. */
async function ingest(later: number, checksum = false): Promise<{ outcome: string | undefined; opened: boolean }> {
  vi.mocked(readFile).mockClear();
  vi.useFakeTimers({ now: Date.now() + later, toFake: ['Date'] });
  const [report] = await ingestFiles(store, [file], { gazetteDir: folder, checksum });
  vi.useRealTimers();
  return { outcome: report?.outcome, opened: vi.mocked(readFile).mock.calls.length > 0 };
}

describe('a file that is in the archive already', () => {
  test('is not opened while it looks as it did', async () => {
    expect((await ingest(AN_HOUR)).outcome).toBe('added');
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'unchanged', opened: false });
  });

  test('is compared by its bytes when these are asked for', async () => {
    await ingest(AN_HOUR);
    expect(await ingest(AN_HOUR, true)).toEqual({ outcome: 'unchanged', opened: true });
  });

  test('is compared by its bytes while it was changed just now, and not opened again once it is settled', async () => {
    await ingest(0);
    expect(await ingest(0)).toEqual({ outcome: 'unchanged', opened: true });
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'unchanged', opened: true });
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'unchanged', opened: false });
  });

  test('is read anew when other words of the same length stand in it, also with its time set back', async () => {
    await ingest(AN_HOUR);
    writeFileSync(file, noticeText(42));
    utimesSync(file, LONG_AGO, LONG_AGO);
    expect(readFileSync(file, 'utf8')).toHaveLength(noticeText(41).length);
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'replaced', opened: true });
    expect(store.prepare('SELECT document_number FROM documents').pluck().all()).toEqual(['新政办发〔2024〕42号']);
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'unchanged', opened: false });
  });

  test('is read anew when another file took its place, and compared when only its times are new', async () => {
    await ingest(AN_HOUR);
    utimesSync(file, new Date(2024, 9, 1), new Date(2024, 9, 1));
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'unchanged', opened: true });
    const other = join(folder, 'other.txt');
    writeFileSync(other, noticeText(43));
    utimesSync(other, LONG_AGO, LONG_AGO);
    renameSync(other, file);
    expect((await ingest(AN_HOUR)).outcome).toBe('replaced');
  });

  test('is read anew by a newer reader', async () => {
    await ingest(AN_HOUR);
    store.exec("UPDATE sources SET reader_version = 'older'");
    expect(await ingest(AN_HOUR)).toEqual({ outcome: 'replaced', opened: true });
  });
});

test('the register is gone through for corrections when these changed, not at each ingest', async () => {
  expect(applyChangedCorrections(store)).toBe(true);
  await ingest(AN_HOUR);
  expect(applyChangedCorrections(store)).toBe(false);
});
