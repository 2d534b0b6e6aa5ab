import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Highest heap, in MB, of a program that keeps little and makes much that lives for a while. */
const PROGRAM = `
  if (process.argv[1] === 'limited') (await import('./server/heap-growth.ts')).limitHeapGrowth();
  const kept = Array.from({ length: 300_000 }, (_, index) => ({ index, text: 'text ' + index }));
  let highest = 0;
  for (let round = 0; round < 60; round++) {
    const counts = new Map();
    for (let index = 0; index < 60_000; index++) counts.set('document-' + round + '-' + index, { index });
    highest = Math.max(highest, process.memoryUsage().heapTotal);
  }
  console.log(highest / 1e6, kept.length);
`;

function highestHeap(mode: 'limited' | 'free'): number {
  const args = ['--max-semi-space-size=4', '--import', 'tsx', '--input-type=module', '-e', PROGRAM, mode];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
  });
  return Number.parseFloat(stdout);
}

it('keeps the heap near what is in use', () => {
  const [limited, free] = [highestHeap('limited'), highestHeap('free')];
  expect(limited).toBeGreaterThan(0);
  expect(limited).toBeLessThan(0.85 * free);
}, 60_000);
