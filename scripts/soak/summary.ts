import { quantile } from '../bench/measure.ts';
import type { Outcome } from './load.ts';

/** `50.0 req/s, 0 faults, 0 without search, ms p50 6 p95 31 p99 60 max 214` of what was answered in so many milliseconds. */
export function summaryOf(outcomes: readonly Outcome[], milliseconds: number): string {
  const times = outcomes.map((outcome) => outcome.milliseconds);
  const count = (is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;
  const rate = ((outcomes.length * 1000) / milliseconds).toFixed(1);
  const shares = [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
    ['max', 1],
  ] as const;
  return [
    `${rate} req/s`,
    `${count(({ fault }) => fault !== null)} faults`,
    `${count(({ status }) => status === 503)} without search`,
    `ms ${shares.map(([name, share]) => `${name} ${Math.round(quantile(times, share))}`).join(' ')}`,
  ].join(', ');
}
