import express from 'express';
import { createApiRouter } from '../../../server/api/router.ts';
import type { Services } from '../../../server/services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';
import { ApiClient } from './api-client.ts';

/** The API alone, served over some services, and a client that holds its answers against its description. */
export interface ServedApi extends Listening {
  client: ApiClient;
}

export async function serveApi(services: Services): Promise<ServedApi> {
  const site = await listen(express().use(createApiRouter(services)));
  return { ...site, client: await ApiClient.of(site.url) };
}
