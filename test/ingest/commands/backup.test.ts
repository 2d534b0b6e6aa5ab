import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupStore } from '../../../ingest/commands/backup.ts';
import { restoreStore } from '../../../ingest/commands/restore.ts';
import { builtIndex } from '../../../ingest/index/index-state.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { takeProcessLock } from '../../../ingest/store/process-lock.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { loadConfig, storePath } from '../../../server/config.ts';
import type { Config } from '../../../server/config.ts';
import { fixtureIssue } from '../../helpers/fixture-issue.ts';
import { tableRows } from '../../helpers/store-dump.ts';

let folder: string;
let config: Config;
let store: Store;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-backup-'));
  config = loadConfig({ ARCHIVE_DIR: join(folder, 'archive') });
  file = join(folder, 'kept.sqlite');
  store = openStore(storePath(config));
  writeIssue(store, fixtureIssue(), { path: 'issue.txt' });
  return () => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

const TRANSIENT = ['outbox', 'meta'];
const held = (from: Store): Record<string, string[]> => tableRows(from, TRANSIENT);

describe('backup and restore', () => {
  it('gives back the archive as it was, to a running site too', async () => {
    const before = held(store);
    const site = openStore(storePath(config), { readonly: true });
    backupStore(site, file);
    writeIssue(
      store,
      fixtureIssue((text) => text.replace('推行绿色勘查', '大力推行绿色勘查')),
      { path: 'issue.txt' },
    );
    expect(held(site)).not.toEqual(before);
    store
      .prepare("INSERT INTO meta (key, value) VALUES ('built_index', ?)")
      .run(JSON.stringify({ birth: 'then', rules: 'then', refused: [] }));
    await restoreStore(config, file);
    expect(held(site)).toEqual(before);
    expect(builtIndex(site)).toBeNull();
    site.close();
    expect(readdirSync(config.archiveDir).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('restores where no archive is yet', async () => {
    backupStore(store, file);
    const elsewhere = loadConfig({ ARCHIVE_DIR: join(folder, 'elsewhere') });
    await restoreStore(elsewhere, file);
    const restored = openStore(storePath(elsewhere), { readonly: true });
    expect(held(restored)).toEqual(held(store));
    restored.close();
  });

  it('takes one moment while another process is in the middle of a write', () => {
    const before = held(store);
    const other = openStore(storePath(config), { readonly: true });
    store.exec("BEGIN IMMEDIATE; DELETE FROM documents WHERE id = 'xinzhengbanfa-2024-43'");
    backupStore(other, file);
    store.exec('ROLLBACK');
    other.close();
    const copy = openStore(file, { readonly: true });
    expect(held(copy)).toEqual(before);
    copy.close();
  });

  it('replaces an older backup and nothing else', () => {
    backupStore(store, file);
    backupStore(store, file);
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'not a backup');
    expect(() => backupStore(store, letter)).toThrow(/letter\.txt: not a record store/u);
    expect(() => backupStore(store, folder)).toThrow(/a folder; name a file/u);
    expect(readdirSync(folder).sort()).toEqual(['archive', 'kept.sqlite', 'letter.txt']);
  });

  it('restores nothing from what is no backup, and nothing while an ingest writes', async () => {
    const before = held(store);
    await expect(restoreStore(config, join(folder, 'nothing'))).rejects.toThrow(/nothing: no such file$/u);
    writeFileSync(file, 'not a backup');
    await expect(restoreStore(config, file)).rejects.toThrow(/not a record store/u);
    rmSync(file);
    backupStore(store, file);
    const lock = takeProcessLock(join(config.archiveDir, 'ingest.lock'));
    await expect(restoreStore(config, file)).rejects.toThrow(/an ingest is writing/u);
    lock?.release();
    expect(held(store)).toEqual(before);
    expect(existsSync(file)).toBe(true);
  });
});
