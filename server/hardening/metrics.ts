import type { Request, RequestHandler, Router } from 'express';
import express from 'express';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { coverageTotals } from '../../ingest/store/queries/coverage.ts';
import type { SearchService } from '../search/search-types.ts';
import type { Services } from '../services.ts';
import { isFromInside } from './client-address.ts';

/** Memory, event loop and garbage collection of the process: one collection for all sites of a process. */
const processMetrics = new Registry();
let collects = false;

function processRegistry(): Registry {
  if (!collects) collectDefaultMetrics({ register: processMetrics });
  collects = true;
  return processMetrics;
}

/** `/documents/:id`, not /documents/xinzhengbanfa-2024-43: a label a document would fill the monitor's memory. */
function routeOf(request: Request): string {
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'none';
  return request.baseUrl + String(route.path);
}

/** Requests counted and timed by route, and GET /metrics with them, the archive's size and the process's health. */
export interface Metrics {
  measure: RequestHandler;
  /** The same search, with its incomplete answers counted. */
  counting(search: SearchService): SearchService;
  router: Router;
}

/** What the archive holds and how its search stands, looked up when they are asked for. */
function gaugeArchive({ store, search, searchNodes }: Services, registry: Registry): void {
  new Gauge({
    name: 'dibao_archive_size',
    help: 'What the record store holds, by kind.',
    labelNames: ['kind'] as const,
    registers: [registry],
    collect() {
      const { issues, documents, articles } = coverageTotals(store);
      this.set({ kind: 'issues' }, issues);
      this.set({ kind: 'documents' }, documents);
      this.set({ kind: 'articles' }, articles);
    },
  });
  new Gauge({
    name: 'dibao_search_up',
    help: '1 while the search engine answers, 0 while it starts or is down.',
    registers: [registry],
    collect() {
      this.set(search.health() === 'ok' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'dibao_search_servers',
    help: 'Servers of the search engine, by whether they answer: while one is away, answers lack what only it has.',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const { all, answering } = searchNodes();
      this.set({ state: 'answering' }, answering);
      this.set({ state: 'away' }, all - answering);
    },
  });
}

/**
 * Prometheus metrics of one site. `measure` goes before the routes, `router` serves /metrics to this machine and private
 * networks only; through the proxy it is not there.
 */
export function createMetrics(services: Services): Metrics {
  const registry = new Registry();
  gaugeArchive(services, registry);
  const duration = new Histogram({
    name: 'dibao_http_request_duration_seconds',
    help: 'Time to answer a request, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const incomplete = new Counter({
    name: 'dibao_search_incomplete_total',
    help: 'Searches that a server of the search engine did not answer.',
    registers: [registry],
  });
  const router = express.Router();
  router.get('/metrics', async (request, response, next) => {
    if (!isFromInside(request)) {
      next();
      return;
    }
    const all = Registry.merge([processRegistry(), registry]);
    response
      .set('Cache-Control', 'no-store')
      .type(all.contentType)
      .send(await all.metrics());
  });
  return {
    router,
    counting: (counted) => ({
      ...counted,
      search: async (request) => {
        const answer = await counted.search(request);
        if (answer.unanswered > 0) incomplete.inc();
        return answer;
      },
    }),
    measure: (request, response, next) => {
      const stop = duration.startTimer();
      response.once('finish', () => {
        stop({ method: request.method, route: routeOf(request), status: response.statusCode });
      });
      next();
    },
  };
}
