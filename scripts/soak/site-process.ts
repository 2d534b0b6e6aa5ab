import { spawn } from 'node:child_process';
import { engineFiles, readRunning } from '../../server/search-engine/engine-files.ts';
import { GAZETTE_ARGS, GAZETTE_ENV, ROOT, searches } from '../running-site.ts';

const START_PATIENCE = 300_000;

/** The site as `npm start` runs it, as a process of its own on an archive of its own. */
export interface SiteProcess {
  url: string;
  pid: number;
  /** The process id of its search engine at this moment; null while there is none. */
  enginePid(): number | null;
  /** Waits until the site says that it can search. False after `patience` milliseconds. */
  searches(patience: number): Promise<boolean>;
  /** Asks it to end, as Ctrl-C does, and returns its exit status (null when a signal ended it). */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** What it has printed until now, at most the last 20,000 characters. */
  printed(): string;
}

/** Starts `gazette start` with these settings; resolves when it prints its address. Throws with its last words when it ends before. */
export async function startSite(
  settings: { archiveDir: string; gazetteDir: string },
  command: 'start' | 'serve' = 'start',
): Promise<SiteProcess> {
  const { archiveDir, gazetteDir } = settings;
  const child = spawn(process.execPath, [...GAZETTE_ARGS, command], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...GAZETTE_ENV,
      LOG_LEVEL: 'warn',
      PORT: '0',
      HOST: '127.0.0.1',
      ARCHIVE_DIR: archiveDir,
      GAZETTE_DIR: gazetteDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the site did not start: ${printed}`)), START_PATIENCE);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        printed = (printed + chunk).slice(-20_000);
        const address = /Dibao is at (http:\S+)/.exec(printed)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    void ended.then((status) => {
      clearTimeout(late);
      reject(new Error(`the site ended with ${String(status)}: ${printed}`));
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    enginePid: () => readRunning(engineFiles(archiveDir))?.pid ?? null,
    searches: (patience) => searches(url, patience),
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
    printed: () => printed,
  };
}
