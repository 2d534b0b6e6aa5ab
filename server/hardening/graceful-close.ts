import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How long requests in progress may take when the site is told to stop. */
export const CLOSE_PATIENCE = 8000;

/** Closes a server for good; calling it again waits for the same end. */
export type GracefulClose = () => Promise<void>;

/**
 * Prepares a server for an end without a broken answer: on closing it takes no new connection, lets idle ones go, answers what has
 * been asked, tells those clients to come no more on the same connection, and cuts what is left after `patience` milliseconds.
 */
export function graceful(server: Server, patience = CLOSE_PATIENCE): GracefulClose {
  const answering = new Set<ServerResponse>();
  let closing: Promise<void> | null = null;
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    answering.add(response);
    if (closing) response.setHeader('Connection', 'close');
    response.once('close', () => answering.delete(response));
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), patience);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      for (const response of answering) if (!response.headersSent) response.setHeader('Connection', 'close');
      server.closeIdleConnections();
    });
  return () => (closing ??= close());
}
