import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** What a proxy may give as a request's id; anything else gets a new one, for it ends up in logs and headers. */
const GIVEN_ID = /^[\w-]{8,64}$/;

/** A longer address is cut in the log. */
const LONGEST_ADDRESS = 500;

/** Slower answers are worth a line. */
const SLOW = 2000;

function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

/** Faults are errors, a site that cannot answer for now and slow answers are warnings, all else is for those who look closely. */
function levelOf(status: number, took: number): 'error' | 'warn' | 'debug' {
  if (status >= 500 && status !== 503) return 'error';
  return status === 503 || took > SLOW ? 'warn' : 'debug';
}

/**
 * Logs each request as one structured line with its id, which the answer carries as X-Request-Id: faults as errors, slow answers
 * as warnings, all else at `debug`. Method, address, status and time only: no header, so no cookie and no key, ever gets in.
 * A request that is not logged costs next to nothing; a logger made for each took two fifths of the time of a page.
 */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const reqId = requestId(request, response);
    const { method, originalUrl } = request;
    response.once('close', () => {
      const took = performance.now() - begun;
      const status = response.statusCode;
      const level = levelOf(status, took);
      if (!log.isLevelEnabled(level)) return;
      const url = originalUrl.slice(0, LONGEST_ADDRESS);
      const words = response.writableFinished ? 'request completed' : 'request aborted';
      log[level]({ reqId, req: { method, url }, res: { status }, responseTime: Math.round(took) }, words);
    });
    next();
  };
}
