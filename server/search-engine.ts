import { setTimeout as sleep } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import type { Config } from './config.ts';
import { BundledEngine } from './search-engine/bundled-engine.ts';
import type { EngineLog } from './search-engine/engine-log.ts';
import { RemoteEngine } from './search-engine/remote-engine.ts';
import type { SearchHealth } from './search/search-types.ts';

/** The search engine server of the archive, whoever runs it. */
export interface SearchEngine {
  /** Its address now; a restart may move it. Null until it is known. */
  readonly url: string | null;
  readonly key: string;
  /** A client for the address of this moment: take it anew for each request. */
  readonly client: Meilisearch;
  /** Process id of the engine that this process keeps, null for any other. */
  readonly pid: number | null;
  health(): SearchHealth;
  /** Why it is not running, in one line, null when nothing is known to be wrong. */
  problem(): string | null;
  /** True once it answers, false when `patience` milliseconds have passed or it is known to be down for good. */
  ready(patience: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** Nobody listens here: requests made before the engine has an address fail like those to an engine that is down. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * A client whose answers come uncompressed: with gzip on a kept-alive local connection each search waits 44 ms for the
 * other side's acknowledgement.
 */
export function engineClient(url: string, key: string): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key, requestInit: { headers: { 'Accept-Encoding': 'identity' } } });
}

/**
 * Starts the bundled Meilisearch for the archive and keeps it running, or watches the server at MEILI_URL. Returns at
 * once, in health `starting`; a missing binary or a dead server gives health `down` and a problem in words, never an
 * exception: the site reads without search.
 */
export function startSearchEngine(config: Config, log: EngineLog): SearchEngine {
  const keeper =
    config.meiliUrl === null
      ? new BundledEngine(config, log)
      : new RemoteEngine(config.meiliUrl, config.meiliKey ?? '', log);
  let client = engineClient(keeper.url ?? NOWHERE, keeper.key);
  let clientUrl = keeper.url;
  return {
    key: keeper.key,
    get url() {
      return keeper.url;
    },
    get pid() {
      return keeper.pid;
    },
    get client() {
      if (keeper.url !== clientUrl) {
        clientUrl = keeper.url;
        client = engineClient(clientUrl ?? NOWHERE, keeper.key);
      }
      return client;
    },
    health: () => keeper.health,
    problem: () => keeper.problem,
    ready: async (patience) => {
      const deadline = Date.now() + patience;
      while (keeper.health !== 'ok' && Date.now() < deadline) {
        if (keeper.health === 'down' && keeper.problem !== null) return false;
        await sleep(25);
      }
      return keeper.health === 'ok';
    },
    stop: () => keeper.stop(),
  };
}
