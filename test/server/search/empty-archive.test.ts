import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reindex } from '../../../ingest/index/reindex.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import { loadConfig } from '../../../server/config.ts';
import { startSearchEngine } from '../../../server/search-engine.ts';
import { SILENT_LOG } from '../../../server/search-engine/engine-log.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { createSearchService } from '../../../server/search/search-service.ts';

it('an archive without a document has no hits, and no fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-empty-'));
  const store = openStore(':memory:');
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: folder }), SILENT_LOG);
  try {
    expect(await engine.ready(60_000)).toBe(true);
    await reindex(store, engine.nodes);
    const service = createSearchService({ store, engine });
    for (const q of ['举报奖励', '举报 奖励', '第十条', '新政办发〔2024〕43号', '《办法》', '2024', 'xzzf', '']) {
      const { total, hits } = await service.search(plainRequest(q, '2024-12-31'));
      expect([total, hits], q).toEqual([0, []]);
    }
  } finally {
    await engine.stop();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
