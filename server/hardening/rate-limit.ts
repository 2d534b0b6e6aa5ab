import { isIP } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { isLocal } from './client-address.ts';

const MINUTE = 60_000;

/**
 * Requests a minute and address. A person reads a few pages a minute, and a whole office can stand behind one address; a
 * program that takes more than a hundred a second is no reader.
 */
const ALL_REQUESTS = 6000;
/** What costs the server most: a validity check of a pasted text, a table of everything. */
const COSTLY_REQUESTS = 300;

const COSTLY = /^\/(?:validity|api\/v1\/validity\/check)(?:[./?]|$)|\.xlsx(?:\?|$)/;

function isCostly(request: Request): boolean {
  return COSTLY.test(request.originalUrl) && (request.method === 'POST' || request.originalUrl.includes('.xlsx'));
}

function refuse(request: Request, response: Response): void {
  const message = '请求过于频繁，请一分钟后再试。';
  response.status(429).set('Cache-Control', 'no-store');
  if (request.path.startsWith('/api/')) response.json({ error: { code: 'too_many_requests', message } });
  else response.type('text/plain').send(`${message}\n`);
}

/** The reader's address as the proxy tells it; what is no address counts for the proxy itself. */
function addressOf(request: Request): string {
  const { ip = '' } = request;
  return ipKeyGenerator(isIP(ip) > 0 ? ip : (request.socket.remoteAddress ?? '127.0.0.1'));
}

function limiter(limit: number, skip: (request: Request) => boolean): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    skip: (request) => isLocal(request) || skip(request),
    keyGenerator: addressOf,
    handler: refuse,
  });
}

/** Limits requests by address; requests of this machine itself (a monitor, a load test) are not limited. 429 with Retry-After beyond. */
export function limitRates(limits = { all: ALL_REQUESTS, costly: COSTLY_REQUESTS }): RequestHandler[] {
  return [limiter(limits.all, () => false), limiter(limits.costly, (request) => !isCostly(request))];
}
