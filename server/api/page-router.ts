import express from 'express';
import type { Router } from 'express';
import { apiPage } from './api-page.ts';
import { ENDPOINTS } from './endpoints.ts';

/** Serves /api: the description of the API as a page. */
export function createApiPageRouter(): Router {
  const router = express.Router();
  router.get('/api', (_request, response) => {
    response.render('api', apiPage(ENDPOINTS));
  });
  return router;
}
