import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pino from 'pino';
import { MIGRATIONS } from '../../ingest/store/migrations.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import { loadConfig, storePath } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'dibao-main-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an archive that an older version of the program wrote is brought up to date and served', async () => {
  // No engine listens there: the site answers without search.
  const config = loadConfig({ ARCHIVE_DIR: folder, PORT: '0', MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'none' });
  const store = openStore(storePath(config));
  const last = MIGRATIONS.at(-1) ?? '';
  for (const [, kind = '', name = ''] of last.matchAll(/^CREATE (TABLE|TRIGGER|INDEX) (\w+)/gmu)) {
    store.exec(`DROP ${kind} ${name}`);
  }
  store.pragma(`user_version = ${MIGRATIONS.length - 1}`);
  store.close();
  const site = await startServer({ config, log: pino({ level: 'silent' }) });
  try {
    const answer = await fetch(`${site.url}/`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('邸报');
  } finally {
    await site.close();
  }
});
