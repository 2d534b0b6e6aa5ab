import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchHealth } from '../search/search-types.ts';
import { isHealthy } from './engine-process.ts';
import type { EngineLog } from './engine-log.ts';

const PROBE_EVERY = 2000;

/** A server that somebody else runs (MEILI_URL): only watched. */
export class RemoteEngine {
  readonly url: string;
  readonly key: string;
  readonly pid = null;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  readonly #log: EngineLog;
  #health: SearchHealth = 'starting';

  constructor(url: string, key: string, log: EngineLog) {
    this.url = url;
    this.key = key;
    this.#log = log;
    this.#done = this.#watch();
  }

  get health(): SearchHealth {
    return this.#health;
  }

  get problem(): string | null {
    return this.#health === 'down' ? `the search engine at ${this.url} does not answer (MEILI_URL)` : null;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
    this.#health = 'down';
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const health = (await isHealthy(this.url)) ? 'ok' : 'down';
      if (health !== this.#health) this.#log.info({ url: this.url, health }, 'search engine');
      this.#health = health;
      await sleep(PROBE_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
}
