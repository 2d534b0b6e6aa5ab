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
const ROUNDS = 15;
const WARM_ROUNDS = 20;

interface Timing {
  ms: number;
  cpuMs: number;
}

function time(run: () => void): Timing {
  const cpu = process.cpuUsage();
  const start = performance.now();
  run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Runs two jobs in turn, so that the machine's load meets both alike; medians of wall clock and processor time. */
function measureInTurn(first: () => void, second: () => void): [Timing, Timing] {
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    first();
    second();
  }
  const pairs = Array.from({ length: ROUNDS }, () => [time(first), time(second)] as const);
  const of = (at: 0 | 1): Timing => ({
    ms: median(pairs.map((pair) => pair[at].ms)),
    cpuMs: median(pairs.map((pair) => pair[at].cpuMs)),
  });
  return [of(0), of(1)];
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

const [parse, cut] = measureInTurn(
  () => sources.forEach((source) => parseIssue(source)),
  () => sources.forEach(({ text }) => nodejieba.cut(text)),
);
const row = (name: string, { ms, cpuMs }: Timing): string =>
  `${name.padEnd(14)} ${ms.toFixed(1).padStart(7)} ms  ${cpuMs.toFixed(1).padStart(7)} ms of processor time`;
console.log(`${files.length} files, ${characters} characters; medians of ${ROUNDS} rounds in turn`);
console.log(row('parse', parse));
console.log(row('nodejieba.cut', cut));
console.log(
  `ratio          ${(parse.ms / cut.ms).toFixed(2)} by the clock, ${(parse.cpuMs / cut.cpuMs).toFixed(2)} by the processor; ${((parse.ms / characters) * 10_000).toFixed(2)} ms per 10,000 characters`,
);

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
