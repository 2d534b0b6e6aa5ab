import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryOf } from '../../../scripts/running-site.ts';
import { seededRandom } from '../../../scripts/seeded-random.ts';
import { killEngineEvery } from '../../../scripts/soak/kill-engine.ts';
import { runLoad } from '../../../scripts/soak/load.ts';
import type { Outcome } from '../../../scripts/soak/load.ts';
import { requestMix } from '../../../scripts/soak/request-mix.ts';
import { startSite } from '../../../scripts/soak/site-process.ts';
import type { SiteProcess } from '../../../scripts/soak/site-process.ts';

/** `npm run soak -- --minutes 1 --rate 20 --kill-engine 2` is the whole of it. */
const SECONDS = 8;
const RATE = 20;

let folder = '';
let site: SiteProcess;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dibao-kills-'));
  const gazetteDir = path.join(folder, 'gazettes');
  mkdirSync(gazetteDir);
  cpSync('data/gazettes/xinjiang-2024-07-08.txt', path.join(gazetteDir, 'xinjiang-2024-07-08.txt'));
  site = await startSite({ archiveDir: path.join(folder, 'archive'), gazetteDir });
});

afterAll(async () => {
  await site.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const processesLeft = (...pids: (number | null)[]): number =>
  pids.filter((pid) => pid !== null && memoryOf(pid) !== null).length;

describe('the site as npm start runs it', () => {
  it('answers every request while its engine is killed again and again, searches in words, and searches again without a hand', async () => {
    expect(await site.searches(30_000)).toBe(true);
    const mix = await requestMix(site.url, seededRandom(20241121));
    const outcomes: Outcome[] = [];
    const killing = killEngineEvery(site, 2000);
    await runLoad({
      url: site.url,
      mix,
      rate: RATE,
      milliseconds: SECONDS * 1000,
      onOutcome: (outcome) => void outcomes.push(outcome),
    });
    expect(killing.stop()).toBeGreaterThan(1);
    expect(outcomes).toHaveLength(SECONDS * RATE);
    expect(outcomes.filter(({ fault }) => fault !== null).map(({ fault, request }) => [fault, request.path])).toEqual(
      [],
    );
    expect(await site.searches(30_000)).toBe(true);
    const answer = await fetch(`${site.url}/search?q=${encodeURIComponent('通知')}`);
    expect(answer.status).toBe(200);
  }, 120_000);

  it('ends on SIGTERM with its engine', async () => {
    const engine = site.enginePid();
    expect(processesLeft(site.pid, engine)).toBe(2);
    expect(await site.stop('SIGTERM')).toBe(0);
    expect(processesLeft(site.pid, engine)).toBe(0);
  }, 60_000);
});
