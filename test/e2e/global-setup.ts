import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from '../helpers/browser.ts';
import { startTestSite } from './helpers/test-site.ts';
import type { Health } from './helpers/test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site on which every end-to-end test runs: a fresh archive of the five gazettes. */
    siteUrl: string;
    archiveDir: string;
    /** What `gazette ingest` printed and its exit status, when the archive was made. */
    ingestOutput: string;
    ingestStatus: number | null;
    /** What /healthz said when the site became ready. */
    health: Health;
    /** Address of the one Chromium that the tests share. */
    browserEndpoint: string;
  }
}

/** Starts one site and one Chromium for all end-to-end tests, and stops both at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [site, browser] = await Promise.all([startTestSite(), launchBrowserServer()]);
  project.provide('siteUrl', site.url);
  project.provide('archiveDir', site.archiveDir);
  project.provide('ingestOutput', site.ingest.stdout + site.ingest.stderr);
  project.provide('ingestStatus', site.ingest.code);
  project.provide('health', site.health);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.stop();
  };
}
