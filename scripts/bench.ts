/**
 * `npm run bench`: measures parsing, ingest, search and pages on a small made-up archive, each figure beside a reference that is
 * measured in the same run, and prints tables and JSON. `npm run bench:parse`, `bench:ingest`, `bench:search` and `bench:pages`
 * measure one of them.
 *
 *   tsx scripts/bench.ts [parse|ingest|search|pages]… [--issues 20] [--queries 500] [--seconds 3] [--large MEGABYTES] [--dir FOLDER]
 *
 * `--issues` is the size of the archive, `--dir` the gazettes that are parsed, `--large` the size of one long file.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { userFolder } from '../server/user-folder.ts';
import { benchIngest } from './bench/ingest.ts';
import { benchPages } from './bench/pages.ts';
import { benchParse } from './bench/parse.ts';
import { printResult } from './bench/report.ts';
import type { BenchResult } from './bench/report.ts';
import { benchSearch } from './bench/search.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    issues: { type: 'string', default: '20' },
    queries: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '3' },
    large: { type: 'string', default: '20' },
    dir: { type: 'string', default: join(import.meta.dirname, '..', 'data', 'gazettes') },
  },
});
const issues = Number(values.issues);

const BENCHES: Record<string, () => Promise<BenchResult>> = {
  parse: () => benchParse(resolve(userFolder(), values.dir), Number(values.large)),
  ingest: () => benchIngest(issues),
  search: () => benchSearch(issues, Number(values.queries)),
  pages: () => benchPages(issues, Number(values.seconds)),
};

for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
  const bench = BENCHES[name];
  if (bench === undefined) {
    console.error(`bench: there is no bench "${name}"; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exit(2);
  }
  printResult(await bench());
}
