import { readFileSync } from 'node:fs';

/** What one run took: by the clock, and of the processor in this process. */
export interface Timing {
  ms: number;
  cpuMs: number;
}

/** Takes the time of one run. */
export async function timed(run: () => unknown): Promise<Timing> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

/** The value below which a share of the values lies: `quantile(times, 0.99)`. NaN of no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Runs two jobs in turn, first some rounds that do not count, so that the load of the machine meets both alike. Returns the
 * medians of clock and processor for each.
 */
export async function inTurn(
  first: () => unknown,
  second: () => unknown,
  rounds: { warm: number; counted: number },
): Promise<[Timing, Timing]> {
  for (let round = 0; round < rounds.warm; round++) {
    await first();
    await second();
  }
  const pairs: [Timing, Timing][] = [];
  for (let round = 0; round < rounds.counted; round++) pairs.push([await timed(first), await timed(second)]);
  const of = (at: 0 | 1): Timing => ({
    ms: median(pairs.map((pair) => pair[at].ms)),
    cpuMs: median(pairs.map((pair) => pair[at].cpuMs)),
  });
  return [of(0), of(1)];
}

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Processor seconds of this process and of all that it started and that have ended, with what those started. Tells the work of two
 * runs apart on a machine that others use too. NaN where there is no /proc.
 */
export function processorSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    return Number.NaN;
  }
}
