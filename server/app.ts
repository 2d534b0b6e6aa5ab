import path from 'node:path';
import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import helmet from 'helmet';
import { createApiPageRouter } from './api/page-router.ts';
import { createApiRouter } from './api/router.ts';
import { createExportRouter } from './exports/router.ts';
import { createFeedRouter } from './feeds/router.ts';
import { checkHost } from './hardening/host-header.ts';
import { createMetrics } from './hardening/metrics.ts';
import { limitRates } from './hardening/rate-limit.ts';
import { logRequests } from './hardening/request-log.ts';
import { createCatalogueRouter } from './routes/catalogues.ts';
import { createCoverageRouter } from './routes/coverage.ts';
import { createDocumentListRouter } from './routes/document-list.ts';
import { createDocumentRouter } from './routes/documents.ts';
import { createEndingRouter } from './routes/endings.ts';
import { createHealthRouter } from './routes/health.ts';
import { createHomeRouter } from './routes/home.ts';
import { createIssueRouter } from './routes/issues.ts';
import { createRegisterRouter } from './routes/register.ts';
import { createSearchRouter } from './routes/search.ts';
import { createSourceRouter } from './routes/source.ts';
import { createValidityRouter } from './routes/validity.ts';
import type { Services } from './services.ts';
import { serveAssets } from './site/assets.ts';
import { errorHandler, notFoundHandler } from './site/error-pages.ts';
import { cachePages } from './site/page-cache.ts';
import { siteLocals } from './site/site-locals.ts';
import { useViews } from './site/view-engine.ts';

const ROOT = path.join(import.meta.dirname, '..');

/** The whole site on given services: no port, no clock, no engine of its own, so that a test can ask it anything. */
export function createApp(given: Services): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', ['loopback', 'uniquelocal']);
  useViews(app, path.join(ROOT, 'views'));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          objectSrc: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    }),
    compression(),
  );
  const metrics = createMetrics(given);
  const services = { ...given, search: metrics.counting(given.search) };
  app.use(logRequests(services.log), metrics.measure, checkHost, ...limitRates());
  app.use(createHealthRouter(services), metrics.router);
  app.use(cachePages(services));
  app.use(serveAssets(app, path.join(ROOT, 'public')));
  app.use(createExportRouter(services), createFeedRouter(services), createApiRouter(services));
  app.use(siteLocals(services));
  app.use(
    createApiPageRouter(),
    createHomeRouter(services),
    createSearchRouter(services),
    createIssueRouter(services),
    createDocumentListRouter(services),
    createDocumentRouter(services),
    createSourceRouter(services),
    createCatalogueRouter(services),
    createCoverageRouter(services),
    createEndingRouter(services),
    createRegisterRouter(services),
    createValidityRouter(services),
  );
  app.use(notFoundHandler);
  app.use(errorHandler(services));
  return app;
}
