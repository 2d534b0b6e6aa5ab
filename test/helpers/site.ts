import { load } from 'cheerio';
import type { CheerioAPI } from 'cheerio';
import { createApp } from '../../server/app.ts';
import type { Services } from '../../server/services.ts';
import { fixtureServices } from './fixture-services.ts';
import { listen } from './http.ts';

/** A page as a browser without script gets it. */
export interface FetchedPage {
  status: number;
  headers: Headers;
  html: string;
  $: CheerioAPI;
}

/** The whole site over the fixture issue, on a port of its own. */
export interface TestSite {
  url: string;
  get(path: string, headers?: Record<string, string>): Promise<FetchedPage>;
  close(): Promise<void>;
}

export async function openSite(more: Partial<Services> = {}): Promise<TestSite> {
  const listening = await listen(createApp(fixtureServices(more)));
  return {
    url: listening.url,
    close: () => listening.close(),
    get: async (path, headers = {}) => {
      const response = await fetch(listening.url + path, { redirect: 'manual', headers });
      const html = await response.text();
      return { status: response.status, headers: response.headers, html, $: load(html) };
    },
  };
}
