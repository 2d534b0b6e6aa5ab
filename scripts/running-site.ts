import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import project from '../package.json' with { type: 'json' };

export const ROOT = join(import.meta.dirname, '..');

const command = project.scripts.gazette.split(' ');
const program = command.indexOf('node');

/** What Node is given to run `gazette` as `npm run gazette` does: its settings and the program, below ROOT. */
export const GAZETTE_ARGS: readonly string[] = command.slice(program + 1);

/** The environment in which that is: memory that the C library has no use for goes back to the system. */
export const GAZETTE_ENV: Readonly<Record<string, string>> = Object.fromEntries(
  command.slice(0, program).map((setting) => {
    const [name = '', value = ''] = setting.split('=');
    return [name, value];
  }),
);

/** Memory of a process now and at its highest, in MB (Linux); null when there is none of that id, or it has ended. */
export function memoryOf(pid: number): { now: number; highest: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [now, highest] = ['VmRSS', 'VmHWM'].map(
      (name) => new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1],
    );
    if (now === undefined || highest === undefined) return null;
    return { now: (Number(now) * 1024) / 1e6, highest: (Number(highest) * 1024) / 1e6 };
  } catch {
    return null;
  }
}

/** Waits until a site says that it can search. False after `patience` milliseconds. */
export async function searches(url: string, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const health: unknown = await fetch(`${url}/healthz`).then((answer) => answer.json());
    if (typeof health === 'object' && health !== null && 'search' in health && health.search === 'ok') return true;
    await sleep(100);
  }
  return false;
}
