import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { openStore } from '../ingest/store/open-store.ts';
import { createApp } from './app.ts';
import { storePath } from './config.ts';
import type { Config } from './config.ts';
import { graceful } from './hardening/graceful-close.ts';
import { withSearchBudget } from './hardening/search-budget.ts';
import { limitServer } from './hardening/server-limits.ts';
import { createSearchService } from './search/search-service.ts';
import { startSearchIndex } from './search-index.ts';
import { leadToEncodedAddress } from './unencoded-address.ts';
import { chinaDay } from './site/china-day.ts';

/** Texts are read ahead for search once the first page has had its time. */
const WARM_AFTER = 1000;

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
export async function startServer({ config, log }: { config: Config; log: Logger }): Promise<RunningServer> {
  const server = createServer();
  limitServer(server);
  leadToEncodedAddress(server);
  await listen(server, config);
  try {
    return serve(server, config, log);
  } catch (error) {
    // A server that listens would keep the process from ending with its error.
    server.close();
    throw error;
  }
}

function serve(server: Server, config: Config, log: Logger): RunningServer {
  const store = openStore(storePath(config), { readonly: true });
  const index = startSearchIndex(config, log);
  const service = createSearchService({
    store,
    engine: {
      get client() {
        return index.engine.client;
      },
      health: () => index.health(),
    },
  });
  const search = withSearchBudget(service);
  let stopped = false;
  let warm = Promise.resolve();
  const warming = setTimeout(() => {
    warm = service
      .warmUp(() => stopped)
      .catch((error: unknown) => log.warn({ err: error }, 'texts could not be read ahead'));
  }, WARM_AFTER);
  const close = graceful(server);
  server.on('request', createApp({ store, search, today: () => chinaDay(new Date()), config, log }));
  return {
    url: urlOf(server, config.host),
    close: async () => {
      stopped = true;
      clearTimeout(warming);
      await close();
      await warm;
      await index.stop();
      store.close();
    },
  };
}

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
