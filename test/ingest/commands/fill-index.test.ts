import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fillIndex } from '../../../ingest/commands/fill-index.ts';
import { waitingDocuments } from '../../../ingest/index/index-state.ts';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { loadConfig, storePath } from '../../../server/config.ts';
import type { Config } from '../../../server/config.ts';
import { noticeText } from '../../helpers/gazette-process.ts';

let folder: string;
let config: Config;
let store: Store;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-fill-'));
  config = loadConfig({ ARCHIVE_DIR: folder });
  store = openStore(storePath(config));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function add(serial: number): Promise<void> {
  const path = `${serial}.txt`;
  writeIssue(store, parseIssue(await readSource(Buffer.from(noticeText(serial)), path)), { path });
}

describe('fillIndex', () => {
  it('gives the engine what is in the archive while the ingest goes on, and the rest after it', async () => {
    let waiting = -1;
    await fillIndex(
      config,
      async () => {
        for (let serial = 1; serial <= 4; serial++) await add(serial);
        for (let tries = 0; tries < 600 && waitingDocuments(store) > 0; tries++) await sleep(100);
        waiting = waitingDocuments(store);
        await add(5);
      },
      { longestWait: 1000 },
    );
    expect(waiting).toBe(0);
    expect(waitingDocuments(store)).toBe(0);
    expect(said.join('\n')).toMatch(/^search index: 5 documents, \d+ passages written$/u);
  }, 120_000);

  it('ends with what goes wrong in the ingest', async () => {
    const broken = async (): Promise<void> => {
      await add(1);
      throw new Error('no room');
    };
    await expect(fillIndex(config, broken)).rejects.toThrow('no room');
    expect(waitingDocuments(store)).toBe(1);
  }, 60_000);
});
