import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'zh-CN' };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: 'zh-CN',
  isMobile: true,
  hasTouch: true,
};

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const Violations = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

/** What axe-core finds wrong on a page, one line each with the first element: empty when nothing is. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = Violations.parse(await page.evaluate('axe.run().then((result) => result.violations)'));
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 160) ?? ''} (${nodes.length})`,
  );
}

/** Every layout shift of a page from its beginning on, kept on the page. */
const KEEP_SHIFTS = `window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, startTime }) => ({ value, startTime }))))
    .observe({ type: 'layout-shift', buffered: true });`;

/** Two frames: what was laid out before has been painted, and what it moved is known. */
const TWO_FRAMES = `await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));`;

/** Waits until the HTML is whole and painted with its styles, and says when that was. */
const PAINTED = `(async () => {
  const painted = () => document.readyState !== 'loading' && performance.getEntriesByName('first-contentful-paint').length > 0;
  while (!painted()) await new Promise((resolve) => setTimeout(resolve, 10));
  ${TWO_FRAMES}
  return performance.now();
})()`;

const Shifts = z.array(z.object({ value: z.number(), startTime: z.number() }));

/** Sums of layout shifts: `whole` since the page began to load, `late` after all of its HTML was painted. */
export interface LayoutShift {
  whole: number;
  late: number;
}

/**
 * Opens a page as on a slow line: its script arrives only when all of the HTML is painted. So `late` is exactly what the script moves, however
 * busy the machine is; what the browser moves while it paints a page piece by piece is in `whole` alone.
 */
export async function layoutShiftOf(page: Page, url: string): Promise<LayoutShift> {
  let release = (): void => undefined;
  const painted = new Promise<void>((resolve) => (release = resolve));
  await page.addInitScript(KEEP_SHIFTS);
  await page.route(/\.js(?:\?|$)/u, async (route) => {
    await painted;
    await route.fallback();
  });
  await page.goto(url, { waitUntil: 'commit' });
  const since = z.number().parse(await page.evaluate(PAINTED));
  release();
  await page.waitForLoadState('networkidle');
  const shifts = Shifts.parse(await page.evaluate(`(async () => { ${TWO_FRAMES} return window.shifts; })()`));
  const sumOf = (some: typeof shifts): number => some.reduce((sum, { value }) => sum + value, 0);
  return { whole: sumOf(shifts), late: sumOf(shifts.filter(({ startTime }) => startTime > since)) };
}
