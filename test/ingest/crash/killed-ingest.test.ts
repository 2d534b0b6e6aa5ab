import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineIndex } from '../../../ingest/doctor/examine-search.ts';
import { searchRecordsOf } from '../../../ingest/index/search-record.ts';
import type { SearchRecord } from '../../../ingest/index/search-record.ts';
import { INDEX_UID } from '../../../ingest/index/settings.ts';
import { syncIndex } from '../../../ingest/index/sync.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { crashRounds } from '../../helpers/crash-rounds.ts';
import { seededRandom } from '../../../scripts/seeded-random.ts';
import { startTestEngine } from '../../helpers/test-engine.ts';
import type { TestEngine } from '../../helpers/test-engine.ts';

/** CRASH_KILLS=100 (npm run crash:ingest) for the whole of it. */
const KILLS = Number(process.env.CRASH_KILLS ?? 12);
const SEED = 20241115;
const SYNC_EVERY = 4;
/** Milliseconds: some syncs are struck at their start, some in the middle, some have ended. */
const STRIKE_WITHIN = 2000;

let test: TestEngine;

beforeAll(async () => {
  test = await startTestEngine();
});

afterAll(() => test.release());

async function withStore<T>(archiveDir: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(join(archiveDir, 'dibao.sqlite'));
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

describe('an ingest that is killed', () => {
  it(
    'leaves a sound store each time, and at last the archive and the index of one that was never disturbed',
    async () => {
      const random = seededRandom(SEED + 1);
      const sync = async (store: Store): Promise<void> => {
        await syncIndex(store, test.engine.nodes, join(test.config.archiveDir, 'index.lock'));
      };
      const figures = await crashRounds(KILLS, SEED, async (archiveDir, round) => {
        if (round % SYNC_EVERY !== 0) return;
        await withStore(archiveDir, async (store) => {
          const engine = test.engine.pid;
          if (engine === null) throw new Error('the engine of the test is not its own');
          const strike = setTimeout(() => process.kill(engine, 'SIGKILL'), random() * STRIKE_WITHIN);
          await sync(store).catch(() => undefined);
          clearTimeout(strike);
        });
        expect(await test.engine.ready(30_000)).toBe(true);
      });
      try {
        expect(figures).toMatchObject({ kills: KILLS, faults: [], differing: [] });
        await withStore(figures.archiveDir, async (store) => {
          for (let tries = 0; tries < 5; tries++) {
            expect(await test.engine.ready(30_000)).toBe(true);
            if (
              await sync(store).then(
                () => true,
                () => false,
              )
            )
              break;
          }
          const findings = await examineIndex(store, test.engine);
          expect(findings.filter(({ mend }) => mend !== null)).toEqual([]);
          const wanted = store
            .prepare<[], { id: string }>('SELECT id FROM documents')
            .all()
            .flatMap(({ id }) => searchRecordsOf(store, id));
          const { results } = await test.node.index<SearchRecord>(INDEX_UID).getDocuments({ limit: 100_000 });
          expect(results.sort(byId)).toEqual(wanted.sort(byId));
        });
        console.log(`${figures.kills} kills, ${figures.completed} ingests that ended before theirs`);
      } finally {
        figures.remove();
      }
    },
    60_000 + KILLS * 15_000,
  );
});
