import { gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { storeVersion } from '../../ingest/store/store-version.ts';
import type { Services } from '../services.ts';
import { siteOrigin } from './site-origin.ts';
import { textSizeOf } from './site-locals.ts';

interface CachedPage {
  body: Buffer;
  /** Made when somebody asks for it. */
  zipped: Buffer | null;
  headers: [string, string][];
}

const KEPT_HEADERS = ['Content-Type', 'Cache-Control', 'ETag', 'Vary', 'Link'] as const;
const MOST_BYTES = 16_000_000;
/** What depends on more than the store, the day and the address: whether the search engine answers. */
const UNCACHED = /^\/(?:(?:search|metrics|healthz|api)(?:[./?]|$)|documents\/[^/?]+\/articles\/)/;

/**
 * Keeps the pages made last, by their address and day, until the record store changes: between two ingests a page is the same for
 * everybody. Pages of questions (`/search`), of articles (which show passages that search finds), of readers with a text size of their own, and everything that is not a plain
 * HTML answer are made anew. At most 16 MB are kept, those asked for last.
 */
export function cachePages(
  { store, today }: Pick<Services, 'store' | 'today'>,
  mostBytes = MOST_BYTES,
): RequestHandler {
  let version = '';
  const pages = new Map<string, CachedPage>();
  let bytes = 0;

  const forget = (key: string, page: CachedPage): void => {
    pages.delete(key);
    bytes -= page.body.length;
  };
  const keep = (key: string, page: CachedPage): void => {
    const before = pages.get(key);
    if (before) forget(key, before);
    if (page.body.length > mostBytes / 8) return;
    pages.set(key, page);
    bytes += page.body.length;
    for (const [oldest, old] of pages) {
      if (bytes <= mostBytes) break;
      forget(oldest, old);
    }
  };

  return (request, response, next) => {
    if (request.method !== 'GET' || UNCACHED.test(request.path) || textSizeOf(request.headers.cookie) !== null) {
      next();
      return;
    }
    const now = `${storeVersion(store)} ${today()}`;
    if (now !== version) {
      version = now;
      pages.clear();
      bytes = 0;
    }
    const key = `${siteOrigin(request)}${request.originalUrl}`;
    const page = pages.get(key);
    if (page) {
      pages.delete(key);
      pages.set(key, page);
      sendPage(request, response, page);
      return;
    }
    keepWhenSent(response, (made) => {
      if (now === version) keep(key, made);
    });
    next();
  };
}

function sendPage(request: Request, response: Response, page: CachedPage): void {
  for (const [name, value] of page.headers) response.set(name, value);
  if (request.acceptsEncodings('gzip') === 'gzip') {
    page.zipped ??= gzipSync(page.body);
    response.set('Content-Encoding', 'gzip').vary('Accept-Encoding').send(page.zipped);
    return;
  }
  response.send(page.body);
}

/** Hands a plain HTML answer over once it is sent whole. */
function keepWhenSent(response: Response, keep: (page: CachedPage) => void): void {
  const send = response.send.bind(response);
  response.send = (body?: unknown) => {
    const sent = send(body);
    const type = response.get('Content-Type') ?? '';
    if (response.statusCode === 200 && typeof body === 'string' && type.startsWith('text/html')) {
      const headers = KEPT_HEADERS.flatMap((name): [string, string][] => {
        const value = response.get(name);
        return value === undefined ? [] : [[name, value]];
      });
      keep({ body: Buffer.from(body), zipped: null, headers });
    }
    return sent;
  };
}
