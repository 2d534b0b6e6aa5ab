import { setTimeout as sleep } from 'node:timers/promises';
import { MeilisearchApiError } from 'meilisearch';
import type { Meilisearch } from 'meilisearch';
import type { EngineResult } from '../search/engine-query.ts';
import type { SearchHealth } from '../search/search-types.ts';
import { UnusableEngine, accessEngine } from './engine-access.ts';
import type { EngineAccess } from './engine-access.ts';
import { engineClient } from './engine-client.ts';
import type { EngineLog } from './engine-log.ts';
import { multiSearch } from './multi-search.ts';
import type { NodeQuery, SearchNode } from './search-node.ts';
import { unreachableReason } from './unreachable.ts';

const PROBE_EVERY = 2000;
const PROBE_PATIENCE = 5000;

/** One server that somebody else runs (an address of MEILI_URL): watched, and asked what its key opens whenever it comes back. */
export class RemoteNode implements SearchNode {
  readonly url: string;
  /** For writing: with the key that was given. */
  readonly client: Meilisearch;
  readonly #key: string;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  readonly #log: EngineLog;
  #access: EngineAccess | null = null;
  #health: SearchHealth = 'starting';
  #problem: string | null = null;

  constructor(url: string, key: string, log: EngineLog) {
    this.url = url;
    this.#key = key;
    this.#log = log;
    this.client = engineClient(url, key);
    this.#done = this.#watch();
  }

  health(): SearchHealth {
    return this.#health;
  }

  /** Why it does not answer, with its address, in one line; null while it does. */
  get problem(): string | null {
    return this.#problem === null ? null : `the search engine at ${this.url} (MEILI_URL) ${this.#problem}`;
  }

  /** Null until it has answered once. */
  get access(): EngineAccess | null {
    return this.#access;
  }

  multiSearch(request: { queries: NodeQuery[] }, patience: number): Promise<{ results: EngineResult[] }> {
    return multiSearch(this.url, this.#access?.searchKey ?? this.#key, request, patience);
  }

  missed(error: unknown): void {
    this.#settle(reasonOf(error));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
    this.#health = 'down';
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#settle(await this.#probe());
      await sleep(PROBE_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Null when it is there and can be used, else why not. */
  async #probe(): Promise<string | null> {
    const problem = await unreachableReason(this.url, PROBE_PATIENCE);
    if (problem !== null) return problem;
    if (this.#health === 'ok' && this.#access !== null) return null;
    try {
      this.#access = await accessEngine(this.url, this.#key);
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  }

  #settle(problem: string | null): void {
    const health = problem === null ? 'ok' : 'down';
    if (this.#stopping.signal.aborted || (health === this.#health && problem === this.#problem)) return;
    this.#health = health;
    this.#problem = problem;
    if (problem === null) this.#log.info({ url: this.url }, 'search engine answers');
    else this.#log.warn({ url: this.url, reason: problem }, 'search engine does not answer as it should');
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UnusableEngine) return error.message;
  if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found')
    return 'does not have the index yet: run gazette ingest with a key that may write';
  if (error instanceof MeilisearchApiError) return `refuses: ${error.message}`;
  return 'does not answer in time';
}
