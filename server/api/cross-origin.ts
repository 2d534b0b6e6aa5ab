import type { NextFunction, Request, Response } from 'express';

/** Lets pages of other sites read (GET, HEAD) what the API answers; nothing else, and never with credentials. */
export function allowOtherSites(request: Request, response: Response, next: NextFunction): void {
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  if (request.method === 'GET' || request.method === 'HEAD') {
    response.set('Access-Control-Allow-Origin', '*');
    response.set('Access-Control-Expose-Headers', 'ETag, Link, Retry-After');
  }
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response
    .set('Access-Control-Allow-Origin', '*')
    .set('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS')
    .set('Access-Control-Allow-Headers', 'Accept, If-None-Match')
    .set('Access-Control-Max-Age', '86400')
    .status(204)
    .end();
}
