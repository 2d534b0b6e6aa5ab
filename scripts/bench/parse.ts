import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import type { SourceText } from '../../ingest/model/source.ts';
import { parseIssue } from '../../ingest/pipeline.ts';
import { readSourceFile } from '../../ingest/read/read-source.ts';
import { issueSource } from '../make-corpus/issue-source.ts';
import { inTurn, timed } from './measure.ts';
import type { BenchResult, Figure } from './report.ts';

const ROUNDS = { warm: 20, counted: 15 };

/** Heap that a value keeps, in MB; needs `node --expose-gc`, else NaN. */
async function keptHeap(make: () => unknown): Promise<{ ms: number; megabytes: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept: unknown[] = [];
  const { ms } = await timed(() => kept.push(make()));
  if (globalThis.gc === undefined) return { ms, megabytes: Number.NaN };
  globalThis.gc();
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
  return kept.length === 1 ? { ms, megabytes } : { ms, megabytes: Number.NaN };
}

/**
 * How long the pipeline takes for the gazettes of a folder beside `nodejieba.cut` for the same text, and for one text of
 * `largeMb` beside its sixteenth: 16 is linear. Its memory beside the size of the text.
 */
export async function benchParse(folder: string, largeMb: number): Promise<BenchResult> {
  const files = readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/u.test(file))
    .sort();
  const sources = await Promise.all(files.map((file) => readSourceFile(join(folder, file))));
  const texts = sources.map(({ text }) => text);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const [parse, cut] = await inTurn(
    () => sources.forEach((source) => parseIssue(source)),
    () => texts.forEach((text) => nodejieba.cut(text)),
    ROUNDS,
  );
  const figures: Figure[] = [
    compare('parse', parse.ms, 'ms', 'nodejieba.cut of the same text', cut.ms, '≤ 1'),
    compare('parse, processor time', parse.cpuMs, 'ms', 'nodejieba.cut of the same text', cut.cpuMs),
  ];
  const all = texts.join('\n\n\n');
  const times = (megabytes: number): SourceText =>
    issueSource(all.repeat(Math.max(1, Math.round((megabytes * 1e6) / Buffer.byteLength(all)))));
  const small = times(largeMb / 16);
  const large = times(largeMb);
  const small16 = (await keptHeap(() => parseIssue(small))).ms * (large.byteLength / small.byteLength);
  const grown = await keptHeap(() => parseIssue(large));
  const size = `${(large.byteLength / 1e6).toFixed(0)} MB`;
  figures.push(compare(`parse of ${size} in one file`, grown.ms, 'ms', 'its sixteenth, as often', small16, '≤ 1.3'));
  if (Number.isFinite(grown.megabytes))
    figures.push(compare(`heap kept for ${size}`, grown.megabytes, 'MB', 'size of the file', large.byteLength / 1e6));
  return { bench: 'parse', on: `${files.length} files, ${characters} characters`, figures };
}

function compare(
  what: string,
  value: number,
  unit: string,
  reference: string,
  referenceValue: number,
  promise?: string,
): Figure {
  return { what, value, unit, reference, referenceValue, ...(promise === undefined ? {} : { promise }) };
}
