import { statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openReplica } from '../ingest/store/open-replica.ts';
import { StoreUnusable } from '../ingest/store/open-store.ts';
import { storePath } from './config.ts';
import type { Config } from './config.ts';
import { openEdition } from './site-edition.ts';
import type { SiteEngine } from './site-edition.ts';

const LOOK_EVERY = 500;
/** Answers from the copy before may take so long: tables are sent to slow lines. */
const RETIRE_AFTER = 150_000;

/** A site on a copy of the record store that is replaced as a whole now and then. */
export interface ReplicaSite {
  handle: RequestListener;
  close(): Promise<void>;
}

/**
 * Answers from the copy that is there, and looks whether another has been put in its place: that one is opened and read ahead
 * while the one before still answers, then takes over between two requests. A copy that cannot be read is left alone
 * with a line in the log. Nothing is written anywhere.
 * @throws StoreUnusable when there is no readable copy at the start
 */
export function serveReplica(engine: SiteEngine, { config, log }: { config: Config; log: Logger }): ReplicaSite {
  const path = storePath(config);
  const stopping = new AbortController();
  const retiring = new Set<Promise<void>>();
  const { signal } = stopping;
  const isStopped = (): boolean => signal.aborted;
  const open = () => openEdition(openReplica(path), engine, { config, log });
  let known = signatureOf(path);
  let edition = open();

  const watch = async (): Promise<void> => {
    await edition.warmUp();
    let seen = known;
    while (!isStopped()) {
      await sleep(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
      const now = signatureOf(path);
      // A file that is still being written changes from look to look.
      const isSettled = now === seen;
      seen = now;
      if (now === null || now === known || !isSettled) continue;
      known = now;
      try {
        const next = open();
        await next.warmUp();
        if (isStopped()) {
          await next.retire(0);
          return;
        }
        const before = edition;
        edition = next;
        log.info({ path }, 'a new copy of the record store is served');
        const retired = before.retire(RETIRE_AFTER);
        retiring.add(retired);
        void retired.finally(() => retiring.delete(retired));
      } catch (error) {
        if (!(error instanceof StoreUnusable)) throw error;
        log.error({ path }, `the new copy is not served: ${error.message}`);
      }
    }
  };
  const watching = watch().catch((error: unknown) => log.error({ err: error }, 'the copy is watched no more'));

  return {
    handle: (request, response) => edition.handle(request, response),
    close: async () => {
      stopping.abort();
      await edition.retire(0);
      await watching;
      await Promise.race([Promise.all(retiring), sleep(LOOK_EVERY)]);
    },
  };
}

/** Tells a file from the one that stood there before; null while there is none. */
function signatureOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeMs}`;
}
