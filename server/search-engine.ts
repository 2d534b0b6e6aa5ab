import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import type { IndexNodes } from '../ingest/index/index-nodes.ts';
import type { Config } from './config.ts';
import { BundledEngine } from './search-engine/bundled-engine.ts';
import type { KeyRights } from './search-engine/engine-access.ts';
import { engineClient } from './search-engine/engine-client.ts';
import { multiSearch } from './search-engine/multi-search.ts';
import type { EngineLog } from './search-engine/engine-log.ts';
import { federate } from './search-engine/federated-client.ts';
import { RemoteEngine } from './search-engine/remote-engine.ts';
import type { FederatedClient, SearchNode } from './search-engine/search-node.ts';
import type { SearchHealth } from './search/search-types.ts';

/** The search engine of the archive, whoever runs it, on one server or several. */
export interface SearchEngine {
  /** Its address now, of several servers all of them; a restart may move it. Null until it is known. */
  readonly url: string | null;
  readonly key: string;
  /** What pages search with: all nodes at once, with a search-only key where the program could make one. */
  readonly client: FederatedClient;
  /** What the index is written with. For the addresses of this moment: take it anew for each task. */
  readonly nodes: IndexNodes;
  /** Process id of the engine that this process keeps, null for any other. */
  readonly pid: number | null;
  health(): SearchHealth;
  /** Why it, or one of its nodes, is not running, in one line, null when nothing is known to be wrong. */
  problem(): string | null;
  /** What the key opens; null until that is known. */
  rights(): KeyRights | null;
  /** How many nodes there are, and how many of them answer. */
  nodeCounts(): NodeCounts;
  /** Whether every node answers. */
  isWhole(): boolean;
  /** True once every node answers, false when `patience` milliseconds have passed or one is known to be down for good. */
  ready(patience: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** The servers of a search engine: the bundled one is one server. */
export interface NodeCounts {
  all: number;
  answering: number;
}

/** What `ready` and its users need of whoever keeps an engine. */
interface Keeper {
  readonly url: string | null;
  readonly key: string;
  readonly pid: number | null;
  readonly health: SearchHealth;
  readonly problem: string | null;
  readonly rights: KeyRights | null;
  stop(): Promise<void>;
}

/** Why the index cannot be written now, in one line; null when it can: every node is there, with a key that may. */
export async function writingObstacle(engine: SearchEngine, patience: number): Promise<string | null> {
  if (!(await engine.ready(patience))) return engine.problem() ?? 'the search engine does not answer';
  return engine.rights() === 'search'
    ? 'the key in MEILI_KEY can only search; writing the index takes the master key or an admin key'
    : null;
}

/** Nobody listens here: requests made before the engine has an address fail like those to an engine that is down. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Starts the bundled Meilisearch for the archive and keeps it running, or watches the servers at MEILI_URL. Returns at
 * once, in health `starting`; a missing binary or a dead server gives health `down` and a problem in words, never an
 * exception: the site reads without search.
 */
export function startSearchEngine(config: Config, log: EngineLog): SearchEngine {
  if (config.meiliUrls.length === 0) return bundled(new BundledEngine(config, log), log);
  const remote = new RemoteEngine(config, log);
  const nodes = remote.nodes.map((node) => node.client);
  return engineOf(remote, () => nodes, remote.nodes);
}

function bundled(keeper: BundledEngine, log: EngineLog): SearchEngine {
  let client: Meilisearch | null = null;
  let clientUrl: string | null = null;
  const current = (): Meilisearch => {
    if (client === null || keeper.url !== clientUrl) {
      clientUrl = keeper.url;
      client = engineClient(clientUrl ?? NOWHERE, keeper.key);
    }
    return client;
  };
  const node: SearchNode = {
    health: () => keeper.health,
    multiSearch: (request, patience) => multiSearch(keeper.url ?? NOWHERE, keeper.key, request, patience),
    // Its keeper sees for itself whether it is there.
    missed: (error) => {
      log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a search was not answered');
    },
  };
  return engineOf(keeper, () => [current()], [node]);
}

function engineOf(keeper: Keeper, nodes: () => IndexNodes, searched: readonly SearchNode[]): SearchEngine {
  const nodeCounts = (): NodeCounts => ({
    all: searched.length,
    answering: searched.filter((node) => node.health() === 'ok').length,
  });
  const isWhole = (): boolean => nodeCounts().answering === searched.length;
  return {
    client: federate(searched),
    nodeCounts,
    isWhole,
    key: keeper.key,
    get url() {
      return keeper.url;
    },
    get nodes() {
      return nodes();
    },
    get pid() {
      return keeper.pid;
    },
    health: () => keeper.health,
    problem: () => keeper.problem,
    rights: () => keeper.rights,
    ready: async (patience) => {
      const deadline = Date.now() + patience;
      while (!isWhole() && Date.now() < deadline) {
        if (keeper.health !== 'starting' && keeper.problem !== null) return false;
        await sleep(25);
      }
      return isWhole();
    },
    stop: () => keeper.stop(),
  };
}
