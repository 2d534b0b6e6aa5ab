import type { SiteProcess } from './site-process.ts';

/** Kills the site's search engine with SIGKILL every so many milliseconds, never for 0. `stop` returns how often it was. */
export function killEngineEvery(site: SiteProcess, milliseconds: number): { stop(): number } {
  let kills = 0;
  if (milliseconds <= 0) return { stop: () => 0 };
  const timer = setInterval(() => {
    const pid = site.enginePid();
    if (pid === null) return;
    try {
      process.kill(pid, 'SIGKILL');
      kills += 1;
    } catch {
      // It has just ended by itself.
    }
  }, milliseconds);
  return {
    stop: () => {
      clearInterval(timer);
      return kills;
    },
  };
}
