/**
 * `npm run bench:growth -- --folder FOLDER [--sizes 10,100,1000] [--indexed 100,1000] [--plot docs]`: makes archives of so many
 * made-up issues below FOLDER (kept for the next run) and measures how costs grow with them. Prints a table and JSON; `--plot` writes
 * growth-ingest.svg and growth-reading.svg into a folder. 10,000 issues are a million articles, about ten minutes of ingest and an hour of indexing.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../ingest/terminal/table.ts';
import { userFolder } from '../server/config.ts';
import { measureGrowth } from './bench/growth.ts';
import type { SizeCosts } from './bench/growth.ts';
import { plot } from './bench/plot.ts';
import { machine } from './bench/report.ts';

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
  ['store, bytes an article', ({ storeBytes, articles }) => shown(storeBytes / articles, 0)],
  ['index, bytes an article', ({ indexBytes, articles }) => shown(indexBytes / articles, 0)],
  ['API search p50/p99, ms', ({ searchP50, searchP99 }) => `${shown(searchP50)} / ${shown(searchP99)}`],
  ['engine p50/p99, ms', ({ engineP50, engineP99 }) => `${shown(engineP50)} / ${shown(engineP99)}`],
  ['document page p50/p99, ms', ({ pageP50, pageP99 }) => `${shown(pageP50)} / ${shown(pageP99)}`],
  ['start to first page, ms', ({ firstPageMs }) => shown(firstPageMs, 0)],
  ['server, MB', ({ serverMb }) => shown(serverMb, 0)],
];

function shown(value: number, digits = 1): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
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
  const line = (name: string, of: (cost: SizeCosts) => number) => ({
    name,
    points: costs.map((cost) => ({ x: cost.articles, y: of(cost) })).filter(({ y }) => Number.isFinite(y)),
  });
  const write = (name: string, title: string, lines: ReturnType<typeof line>[]): void =>
    writeFileSync(
      join(folder, name),
      plot(
        title,
        'articles in the archive',
        'ms',
        lines.filter(({ points }) => points.length > 0),
      ),
    );
  write('growth-ingest.svg', 'Adding one issue', [
    line('by the clock', (cost) => cost.addMs),
    line('processor', (cost) => cost.addCpuMs),
  ]);
  write('growth-reading.svg', 'Reading', [
    line('API search p50', (cost) => cost.searchP50),
    line('engine p50', (cost) => cost.engineP50),
    line('API search p99', (cost) => cost.searchP99),
    line('document page p50', (cost) => cost.pageP50),
  ]);
}
