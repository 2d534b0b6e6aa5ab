/**
 * Runs the site as `npm start` does on an archive of its own and asks it a seeded mix of everything it serves, as five hundred
 * readers behind a proxy. Prints a line a minute and then the sum; exit status 1 when an answer was wrong.
 *   npx tsx scripts/soak.ts [--minutes 60] [--rate 50] [--seed 1] [--gazettes data/gazettes] [--archive FOLDER]
 *   npx tsx scripts/soak.ts --minutes 1 --rate 20 --kill-engine 2    # kill -9 of the search engine every two seconds
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { memoryOf } from './running-site.ts';
import { seededRandom } from './seeded-random.ts';
import { killEngineEvery } from './soak/kill-engine.ts';
import { runLoad } from './soak/load.ts';
import type { Outcome } from './soak/load.ts';
import { requestMix } from './soak/request-mix.ts';
import { startSite } from './soak/site-process.ts';
import type { SiteProcess } from './soak/site-process.ts';
import { summaryOf } from './soak/summary.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    gazettes: { type: 'string', default: path.join(import.meta.dirname, '../data/gazettes') },
    archive: { type: 'string' },
    'kill-engine': { type: 'string', default: '0' },
  },
});

const MINUTE = 60_000;
const RECOVERY = 60_000;

/** Memory of the site after each minute. The collector of garbage lets it rise and fall: a leak shows in the lowest values. */
const residents: number[] = [];

function trendOf(megabytes: readonly number[]): string {
  const share = Math.max(1, Math.floor(megabytes.length / 6));
  const lowest = (some: readonly number[]): number => Math.min(...some);
  return `lowest memory of the site: ${lowest(megabytes.slice(0, share))} MB in the first ${share} minutes, ${lowest(megabytes.slice(-share))} MB in the last ${share}; highest ${Math.max(...megabytes)} MB`;
}

const megabytes = (pid: number | null): number | null => {
  const memory = pid === null ? null : memoryOf(pid);
  return memory === null ? null : Math.round(memory.now);
};

const memoryLine = (site: SiteProcess): string =>
  `site ${megabytes(site.pid) ?? '–'} MB, engine ${megabytes(site.enginePid()) ?? '–'} MB`;

/** True when every answer was right and search answers after it. */
async function soak(site: SiteProcess): Promise<boolean> {
  if (!(await site.searches(RECOVERY))) throw new Error('search did not start');
  const mix = await requestMix(site.url, seededRandom(Number(values.seed)));
  const all: Outcome[] = [];
  let minute: Outcome[] = [];
  const begun = performance.now();
  console.log(`0 min: ${memoryLine(site)}`);
  const report = setInterval(() => {
    const passed = Math.round((performance.now() - begun) / MINUTE);
    console.log(`${passed} min: ${summaryOf(minute, MINUTE)}, ${memoryLine(site)}`);
    residents.push(megabytes(site.pid) ?? 0);
    minute = [];
  }, MINUTE);
  const killing = killEngineEvery(site, Number(values['kill-engine']) * 1000);
  await runLoad({
    url: site.url,
    mix,
    rate: Number(values.rate),
    milliseconds: Number(values.minutes) * MINUTE,
    onOutcome: (outcome) => {
      all.push(outcome);
      minute.push(outcome);
      if (outcome.fault !== null) console.log(`${outcome.fault}: ${outcome.request.method} ${outcome.request.path}`);
    },
  });
  const milliseconds = performance.now() - begun;
  clearInterval(report);
  const kills = killing.stop();
  const stopped = performance.now();
  const searches = await site.searches(RECOVERY);
  console.log(`all: ${summaryOf(all, milliseconds)}, ${memoryLine(site)}`);
  for (const kind of new Set(all.map(({ request }) => request.kind))) {
    const some = all.filter(({ request }) => request.kind === kind);
    console.log(`${kind.padEnd(7)} ${summaryOf(some, milliseconds)}`);
  }
  if (residents.length > 0) console.log(trendOf(residents));
  if (kills > 0) console.log(`the engine was killed ${kills} times`);
  const waited = Math.round(performance.now() - stopped);
  console.log(searches ? `search answers ${waited} ms after the load` : 'search did not come back');
  return searches && all.every(({ fault }) => fault === null);
}

const archiveDir = values.archive ?? mkdtempSync(path.join(tmpdir(), 'dibao-soak-'));
const site = await startSite({ archiveDir, gazetteDir: values.gazettes });
console.log(`${site.url}, archive ${archiveDir}, process ${site.pid}`);
let good = false;
try {
  good = await soak(site);
} finally {
  const engine = site.enginePid();
  const status = await site.stop();
  const left = [site.pid, engine].filter((pid) => megabytes(pid) !== null);
  console.log(`the site ended with ${String(status)}; ${left.length} of its processes are left`);
  if (values.archive === undefined) rmSync(archiveDir, { recursive: true, force: true });
  process.exitCode = good && status === 0 && left.length === 0 ? 0 : 1;
}
