/**
 * `npm run bench:growth -- --folder FOLDER [--sizes 10,100,1000] [--indexed 100,1000] [--plot docs]`: makes archives of so many
 * made-up issues below FOLDER (kept for the next run) and measures how costs grow with them. Prints a table and JSON; `--plot` writes
 * growth-ingest.svg and growth-reading.svg into a folder. 10,000 issues are a million articles: about ten minutes of ingest
 * and a quarter of an hour of indexing, and as much again for the stock index that searches are compared with.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../ingest/terminal/table.ts';
import { userFolder } from '../server/user-folder.ts';
import { measureGrowth } from './bench/growth.ts';
import type { SizeCosts } from './bench/growth.ts';
import { plot } from './bench/plot.ts';
import type { Line } from './bench/plot.ts';
import { machine } from './bench/report.ts';
import type { Quantiles, SiteCosts } from './bench/site-costs.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    sizes: { type: 'string', default: '10,100,1000' },
    indexed: { type: 'string', default: '100,1000' },
    plot: { type: 'string' },
  },
});
if (values.folder === undefined) {
  console.error('bench:growth: --folder FOLDER is expected, where the archives are made and kept');
  process.exit(2);
}
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number);
const costs = await measureGrowth(resolve(userFolder(), values.folder), numbers(values.sizes), numbers(values.indexed));

const COLUMNS: [string, (cost: SizeCosts) => string][] = [
  ['issues', ({ issues }) => issues.toLocaleString('en')],
  ['articles', ({ articles }) => articles.toLocaleString('en')],
  ['add an issue, ms (processor)', ({ addMs, addCpuMs }) => `${addMs.toFixed(1)} (${addCpuMs.toFixed(1)})`],
  ['store, bytes an article', ({ storeBytes, articles }) => (storeBytes / articles).toFixed(0)],
  ['index, bytes an article', ({ site, articles }) => shown(site, ({ indexBytes }) => indexBytes / articles, 0)],
  ['API search p50/p99, ms', ({ site }) => shownTimes(site, ({ search }) => search.api)],
  ['stock Meilisearch p50/p99, ms', ({ site }) => shownTimes(site, ({ search }) => search.stock)],
  ['engine queries p50/p99, ms', ({ site }) => shownTimes(site, ({ search }) => search.engine)],
  ['document page p50/p99, ms', ({ site }) => shownTimes(site, ({ page }) => page)],
  ['start to first page, ms', ({ site }) => shown(site, ({ firstPageMs }) => firstPageMs, 0)],
  [
    'server idle/highest, MB',
    ({ site }) => `${shown(site, ({ idleMb }) => idleMb, 0)} / ${shown(site, ({ highestMb }) => highestMb, 0)}`,
  ],
];

function shown(site: SiteCosts | null, of: (site: SiteCosts) => number, digits = 1): string {
  return site === null ? '–' : of(site).toFixed(digits);
}

function shownTimes(site: SiteCosts | null, of: (site: SiteCosts) => Quantiles): string {
  return `${shown(site, (costs) => of(costs).p50)} / ${shown(site, (costs) => of(costs).p99)}`;
}

console.log(`\n${machine()}\n`);
console.log(
  textTable(
    COLUMNS.map(([name]) => name),
    costs.map((cost) => COLUMNS.map(([, of]) => of(cost))),
  ),
);
console.log(`\n${JSON.stringify({ bench: 'growth', machine: machine(), costs })}`);

if (values.plot !== undefined) {
  const folder = resolve(userFolder(), values.plot);
  const line = (name: string, of: (cost: SizeCosts) => number | undefined): Line => ({
    name,
    points: costs.flatMap((cost) => {
      const y = of(cost);
      return y === undefined ? [] : [{ x: cost.articles, y }];
    }),
  });
  const write = (name: string, title: string, lines: readonly Line[]): void => {
    const drawn = lines.filter(({ points }) => points.length > 0);
    if (drawn.length > 0) writeFileSync(join(folder, name), plot(title, 'articles in the archive', 'ms', drawn));
  };
  write('growth-ingest.svg', 'Adding one issue', [
    line('by the clock', ({ addMs }) => addMs),
    line('processor', ({ addCpuMs }) => addCpuMs),
  ]);
  write('growth-reading.svg', 'Reading', [
    line('API search p50', ({ site }) => site?.search.api.p50),
    line('stock Meilisearch p50', ({ site }) => site?.search.stock.p50),
    line('API search p99', ({ site }) => site?.search.api.p99),
    line('stock Meilisearch p99', ({ site }) => site?.search.stock.p99),
    line('document page p50', ({ site }) => site?.page.p50),
  ]);
}
