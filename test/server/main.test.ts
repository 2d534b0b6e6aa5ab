import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pino from 'pino';
import { MIGRATIONS } from '../../ingest/store/migrations.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import { loadConfig, storePath } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';
import { runGazette } from '../e2e/helpers/gazette.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'dibao-main-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an archive that an older version of the program wrote is brought up to date and served', async () => {
  // No engine listens there: the site answers without search.
  const config = loadConfig({ ARCHIVE_DIR: folder, PORT: '0', MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'none' });
  const now = openStore(':memory:');
  const store = new Database(storePath(config));
  for (const migration of MIGRATIONS.slice(0, -1)) store.exec(migration);
  store.pragma(`application_id = ${Number(now.pragma('application_id', { simple: true }))}`);
  store.pragma(`user_version = ${MIGRATIONS.length - 1}`);
  store.close();
  now.close();
  const site = await startServer({ config, log: pino({ level: 'silent' }) });
  try {
    const answer = await fetch(`${site.url}/`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('邸报');
  } finally {
    await site.close();
  }
});

test('an archive that cannot be served ends the program with its fault: no engine keeps it running', async () => {
  const archive = mkdtempSync(join(folder, 'broken-'));
  const store = openStore(storePath(loadConfig({ ARCHIVE_DIR: archive })));
  store.pragma('foreign_keys = OFF');
  store.exec('DROP TABLE documents');
  store.close();
  const { code, stderr } = await runGazette(['serve'], { ARCHIVE_DIR: archive, PORT: '0', LOG_LEVEL: 'silent' });
  expect(code).toBe(1);
  expect(stderr).toContain('gazette: ');
});
