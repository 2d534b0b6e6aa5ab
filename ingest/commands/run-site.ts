import { startServer } from '../../server/main.ts';
import type { Config } from '../../server/config.ts';
import { openLog } from '../terminal/log.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A site that does not end in this time is ended. */
const CLOSE_PATIENCE = 15_000;

export interface SiteRun {
  /** Begins what runs beside the site, once it answers. */
  beside?: () => { stop(): Promise<void> };
  /** On a copy of the record store that others replace. */
  replica?: boolean;
}

/**
 * Runs the site until it is told to stop (Ctrl-C, SIGTERM, a closed terminal) and ends it with everything it started.
 * The last of its promises: no process stays behind.
 */
export async function runSite(config: Config, { beside, replica = false }: SiteRun = {}): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  });
  const site = await startServer({ config, log: openLog(config), replica });
  console.log(`Dibao is at ${site.url}`);
  const other = beside?.();
  await stopped;
  for (const signal of SIGNALS) process.once(signal, () => process.exit(1));
  setTimeout(() => process.exit(1), CLOSE_PATIENCE).unref();
  await other?.stop();
  await site.close();
}
