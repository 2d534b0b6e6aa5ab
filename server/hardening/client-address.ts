import type { Request } from 'express';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
const PRIVATE = /^(?:::ffff:)?(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^f[cd][0-9a-f]{2}:/i;

/** Whether a request comes from this machine itself and not through a proxy on it. */
export function isLocal(request: Request): boolean {
  return LOOPBACK.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
}

/** Whether a request comes directly from this machine or a private network: a monitor beside the service, not a reader behind the proxy. */
export function isFromInside(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  return (LOOPBACK.test(address) || PRIVATE.test(address)) && request.headers['x-forwarded-for'] === undefined;
}
