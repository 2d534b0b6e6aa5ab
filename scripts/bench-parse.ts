/**
 * `npm run bench:parse`: how long the pipeline takes for the gazettes of a folder, beside `nodejieba.cut` for the same text, in one
 * process after a warm start; then whether time grows linearly and memory stays flat up to a large file.
 *
 *   npm run bench:parse [-- --dir data/gazettes] [--large MEGABYTES]
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import nodejieba from 'nodejieba';
import type { SourceText } from '../ingest/model/source.ts';
import { parseIssue } from '../ingest/pipeline.ts';
import { readSourceFile } from '../ingest/read/read-source.ts';

const args = process.argv.slice(2);
const option = (name: string, fallback: string): string => {
  const at = args.indexOf(`--${name}`);
  return at >= 0 ? (args[at + 1] ?? fallback) : fallback;
};
const ROUNDS = 7;
const WARM_ROUNDS = 3;

/** The median of several runs, in milliseconds. */
function measure(run: () => void): number {
  for (let round = 0; round < WARM_ROUNDS; round += 1) run();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

function textSource(text: string): SourceText {
  return {
    text,
    format: 'markdown',
    encoding: 'utf-8',
    contentHash: '0'.repeat(64),
    byteLength: Buffer.byteLength(text),
    statedFacts: [],
  };
}

function once(run: () => unknown): { ms: number; heapMb: number } {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const kept = run();
  const ms = performance.now() - start;
  globalThis.gc?.();
  const heapMb = (process.memoryUsage().heapUsed - before) / 1e6;
  if (kept === undefined) throw new Error('Nothing was parsed');
  return { ms, heapMb };
}

const dir = option('dir', path.join(import.meta.dirname, '..', 'data', 'gazettes'));
const files = readdirSync(dir)
  .filter((file) => /\.(?:txt|md)$/u.test(file))
  .sort();
const sources = await Promise.all(files.map((file) => readSourceFile(path.join(dir, file))));
const characters = sources.reduce((sum, { text }) => sum + text.length, 0);

const parseMs = measure(() => sources.forEach((source) => parseIssue(source)));
const cutMs = measure(() => sources.forEach(({ text }) => nodejieba.cut(text)));
console.log(`${files.length} files, ${characters} characters`);
console.log(
  `parse          ${parseMs.toFixed(1)} ms  (${((parseMs / characters) * 10_000).toFixed(2)} ms per 10,000 characters)`,
);
console.log(`nodejieba.cut  ${cutMs.toFixed(1)} ms`);
console.log(`ratio          ${(parseMs / cutMs).toFixed(2)}`);

const all = sources.map(({ text }) => text).join('\n\n\n');
const largest = Number(option('large', '20')) * 1e6;
console.log('\nsize MB   ms      ms/MB   heap kept MB   times the file');
for (let bytes = largest / 16; bytes <= largest; bytes *= 2) {
  const source = textSource(all.repeat(Math.max(1, Math.round(bytes / Buffer.byteLength(all)))));
  const { ms, heapMb } = once(() => parseIssue(source));
  const mb = source.byteLength / 1e6;
  console.log(
    `${mb.toFixed(1).padStart(7)}   ${ms.toFixed(0).padStart(6)}  ${(ms / mb).toFixed(0).padStart(6)}   ${heapMb.toFixed(1).padStart(8)}       ${(heapMb / mb).toFixed(1)}`,
  );
}
