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

const Shift = z.object({ whole: z.number(), late: z.number() });

/**
 * The sums of layout shifts: `whole` since the page began to load, `late` after all of its HTML was there, when only a late
 * resource or a script can move things. (A long table moves a little by itself while its rows arrive.)
 */
export async function layoutShift(page: Page): Promise<z.infer<typeof Shift>> {
  const script = `new Promise((resolve) => {
    const complete = performance.getEntriesByType('navigation')[0].domInteractive;
    const sum = { whole: 0, late: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        sum.whole += entry.value;
        if (entry.startTime > complete + 50) sum.late += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
  })`;
  return Shift.parse(await page.evaluate(script));
}
