import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Options } from 'pino-http';

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

/**
 * Logs each request as one structured line with its id, which the answer carries as X-Request-Id: faults as errors, slow answers
 * as warnings, all else at `debug`. Method, address, status and time only: no header, so no cookie and no key, ever gets in.
 */
export function logRequests(log: Logger): RequestHandler {
  const begun = new WeakMap<ServerResponse, number>();
  const options: Options = {
    logger: log,
    genReqId: requestId,
    quietReqLogger: true,
    customLogLevel: (_request, response, error) => {
      if (error !== undefined || response.statusCode >= 500) return response.statusCode === 503 ? 'warn' : 'error';
      return performance.now() - (begun.get(response) ?? Infinity) > SLOW ? 'warn' : 'debug';
    },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        url: request.url.slice(0, LONGEST_ADDRESS),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  };
  const logger = pinoHttp(options);
  return (request, response, next) => {
    begun.set(response, performance.now());
    logger(request, response, next);
  };
}
