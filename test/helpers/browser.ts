import { chromium } from 'playwright-core';
import type { Browser, BrowserServer } from 'playwright-core';

/** Debian's Chromium without a window, quiet and without calls of its own. */
const LAUNCH = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Starts a Chromium of one's own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(LAUNCH);
}

/** Starts a Chromium that several test files share by its address. */
export function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer(LAUNCH);
}

/** Joins the Chromium at an address; `close` leaves it running for the others. */
export function joinBrowser(endpoint: string): Promise<Browser> {
  return chromium.connect(endpoint);
}
