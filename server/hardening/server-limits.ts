import type { Server } from 'node:http';

/** Milliseconds and counts after which a connection is given up; each has a slow honest reader well inside. */
export interface ServerLimits {
  /** To send the headers. */
  headers: number;
  /** To send the whole request: 12 MB of pasted text over a slow line. */
  request: number;
  /** To keep an idle connection; longer than a proxy keeps its own, or it meets closed ones. */
  keepAlive: number;
  /** Without a byte in either direction. */
  idle: number;
  /** Connections at one time. */
  connections: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headers: 15_000,
  request: 120_000,
  keepAlive: 75_000,
  idle: 150_000,
  connections: 4000,
};

/** Sets the limits that keep slow or silent connections from holding a server. Node itself refuses headers over 16 KB with 431. */
export function limitServer(server: Server, limits: ServerLimits = SERVER_LIMITS): void {
  server.headersTimeout = limits.headers;
  server.requestTimeout = limits.request;
  server.keepAliveTimeout = limits.keepAlive;
  server.timeout = limits.idle;
  server.maxConnections = limits.connections;
  server.maxHeadersCount = 100;
}
