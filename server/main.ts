import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { openStore } from '../ingest/store/open-store.ts';
import { storePath } from './config.ts';
import type { Config } from './config.ts';
import { graceful } from './hardening/graceful-close.ts';
import { limitHeapGrowth } from './heap-growth.ts';
import { limitServer } from './hardening/server-limits.ts';
import { serveReplica } from './replica-site.ts';
import { SearchUnavailable } from './search/search-types.ts';
import { startSearchEngine } from './search-engine.ts';
import { startSearchIndex } from './search-index.ts';
import { openEdition } from './site-edition.ts';
import type { SiteEngine } from './site-edition.ts';
import { leadToEncodedAddress } from './hardening/unencoded-address.ts';

/** What search knows of the documents is read ahead once the first page has had its time. */
const WARM_AFTER = 1000;

/** How to run the site. `replica`: on a copy of the record store that others replace (docs/cluster.md). */
export interface SiteOptions {
  config: Config;
  log: Logger;
  replica?: boolean;
}

/** A running site. `close` ends it with its search engine and store. */
export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** The address cannot be listened on, in one line: a port in use, a port that needs rights, a host of another machine. */
export class CannotListen extends Error {
  constructor(host: string, port: number, reason: string) {
    super(`cannot serve on ${host}:${port}: ${reason}`);
    this.name = 'CannotListen';
  }
}

/**
 * Runs the site: takes the port, opens the record store read-only, starts the search engine with the loop that keeps its index
 * up to the store, and answers at once, also while the engine is still starting.
 * @throws CannotListen, StoreUnusable
 */
export async function startServer({ config, log, replica = false }: SiteOptions): Promise<RunningServer> {
  limitHeapGrowth();
  const server = createServer();
  limitServer(server);
  leadToEncodedAddress(server);
  await listen(server, config);
  try {
    const close = graceful(server);
    const site = (replica ? replicaSite : ownSite)(config, log);
    server.on('request', site.handle);
    return {
      url: urlOf(server, config.host),
      close: async () => {
        await close();
        await site.close();
      },
    };
  } catch (error) {
    // A server that listens would keep the process from ending with its error.
    server.close();
    throw error;
  }
}

interface Site {
  handle: RequestListener;
  close(): Promise<void>;
}

/** On the archive's own record store, with the loop that keeps the index up to it. */
function ownSite(config: Config, log: Logger): Site {
  // Written by an older version of the program, it is brought up to date first: this archive is our own.
  openStore(storePath(config)).close();
  const store = openStore(storePath(config), { readonly: true });
  const index = startSearchIndex(config, log);
  const engine = {
    get client() {
      return index.engine.client;
    },
    health: () => index.health(),
    nodeCounts: () => index.engine.nodeCounts(),
  };
  try {
    const edition = openEdition(store, engine, { config, log });
    const warming = setTimeout(() => void edition.warmUp(), WARM_AFTER);
    return {
      handle: edition.handle,
      close: async () => {
        clearTimeout(warming);
        await edition.retire(0);
        await index.stop();
      },
    };
  } catch (error) {
    // An engine that runs on would keep the process from ending with its error.
    void index.stop();
    store.close();
    throw error;
  }
}

/** On a copy of the record store, with an engine that others fill: this process writes nothing. */
function replicaSite(config: Config, log: Logger): Site {
  if (config.meiliUrls.length === 0) {
    log.warn({}, 'a copy of the record store has no search engine of its own: set MEILI_URL and MEILI_KEY');
  }
  const engine = config.meiliUrls.length === 0 ? null : startSearchEngine(config, log);
  try {
    const site = serveReplica(engine ?? NO_ENGINE, { config, log });
    return {
      handle: site.handle,
      close: async () => {
        await site.close();
        await engine?.stop();
      },
    };
  } catch (error) {
    void engine?.stop();
    throw error;
  }
}

const NO_ENGINE: SiteEngine = {
  health: () => 'down',
  nodeCounts: () => ({ all: 0, answering: 0 }),
  client: { multiSearch: () => Promise.reject(new SearchUnavailable('down')) },
};

/** Tells, before long work begins, that the site could not be served afterwards. @throws CannotListen */
export async function probeAddress(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => probe.close(resolve));
}

const LISTEN_REASONS: Record<string, string> = {
  EADDRINUSE: 'the port is in use; set PORT to another one',
  EACCES: 'no permission for this port; set PORT to one above 1023',
  EADDRNOTAVAIL: 'HOST is not an address of this machine',
  ENOTFOUND: 'HOST is not an address of this machine',
};

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotListen(host, port, LISTEN_REASONS[error.code ?? ''] ?? error.message));
    });
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, host: string): string {
  const address: AddressInfo | string | null = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
