import express from 'express';
import type { ErrorRequestHandler, NextFunction, Request, Response, Router } from 'express';
import { movedAddress } from '../site/moved-address.ts';
import type { Services } from '../services.ts';
import { siteOrigin } from '../site/site-origin.ts';
import { ApiError, Moved, apiErrorOf, notFound } from './api-error.ts';
import { allowOtherSites } from './cross-origin.ts';
import type { Endpoint } from './endpoint.ts';
import { givenValues } from './given-values.ts';
import { documentJsonLd } from './document-jsonld.ts';
import { ENDPOINTS } from './endpoints.ts';
import { openApiDocument } from './openapi.ts';
import { pageLinks } from './page-links.ts';

/** A text of 1 MB, every character of it escaped in JSON, and some room. */
const BODY_LIMIT = '8mb';

/** How long an answer may be reused: statuses hold for a day, and an ingest should show soon. */
const CACHE = 'public, max-age=60, stale-while-revalidate=300';

/** Serves every endpoint under /api/v1 and their description at /openapi.json. Answers and errors are JSON. */
export function createApiRouter(services: Services): Router {
  const router = express.Router();
  router.use(['/api/v1', '/openapi.json'], allowOtherSites);
  router.get('/openapi.json', (_request, response) => {
    response.set('Cache-Control', CACHE).json(openApiDocument(ENDPOINTS));
  });
  router.get('/documents/:id.jsonld', allowOtherSites, (request, response) => {
    const text = documentJsonLd(services.store, String(request.params.id), services.today(), siteOrigin(request));
    if (text === null) throw notFound('会议报道不是规范性文件，没有这种描述');
    response.set('Cache-Control', CACHE).type('application/ld+json').send(text);
  });
  for (const endpoint of ENDPOINTS) mount(router, endpoint, services);
  router.use('/api/v1', (request, response) => {
    throw unknownAddress(request, response);
  });
  router.use(errorAnswer(services));
  return router;
}

function mount(router: Router, endpoint: Endpoint, services: Services): void {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const handler = async (request: Request, response: Response): Promise<void> => {
    const body: unknown = request.body;
    const query = givenValues(request.query);
    const answer = await endpoint.handle({ params: request.params, query, body }, services);
    const links = pageLinks(request.originalUrl, answer);
    if (links !== null) response.set('Link', links);
    response.set('Cache-Control', endpoint.method === 'get' ? CACHE : 'no-store').json(answer);
  };
  if (endpoint.method === 'get') router.get(path, handler);
  else router.post(path, onlyJson, express.json({ limit: BODY_LIMIT }), handler);
}

function onlyJson(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('json') === 'json') next();
  else throw new ApiError(415, 'unsupported_media_type', '正文应是 JSON（Content-Type: application/json）');
}

function unknownAddress(request: Request, response: Response): ApiError {
  const path = request.originalUrl.split('?')[0] ?? '';
  const others = ENDPOINTS.filter((endpoint) => pattern(endpoint.path).test(path)).map(({ method }) => method);
  if (others.length === 0) return new ApiError(404, 'not_found', `没有这个接口：${path}`);
  response.set('Allow', allowed(others));
  return new ApiError(405, 'method_not_allowed', `此接口只接受 ${others.join('、').toUpperCase()}`);
}

/** `GET, HEAD`, `POST`. */
const allowed = (methods: readonly string[]): string =>
  methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])).join(', ');

/** /api/v1/documents/{id} as a pattern: matches /api/v1/documents/x, not /api/v1/documents or /api/v1/documents/x/y. */
function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);
}

function errorAnswer(services: Services): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof Moved) {
      response.redirect(308, movedAddress(request.originalUrl, error.fromId, error.toId));
      return;
    }
    const { status, code, message } = apiErrorOf(error);
    if (status === 500) services.log.error({ err: error }, 'api request failed');
    if (status === 503) response.set('Retry-After', '5');
    response.status(status).set('Cache-Control', 'no-store').json({ error: { code, message } });
  };
}
