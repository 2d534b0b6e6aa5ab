import { cpus, totalmem } from 'node:os';
import { textTable } from '../../ingest/terminal/table.ts';

/** One measured figure beside the reference that was measured in the same run. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** What it is compared with, in words. */
  reference: string;
  referenceValue: number;
  /** The ratio that issue or documentation promises, in words: `≤ 1.3`. */
  promise?: string;
}

/** What one bench measured. */
export interface BenchResult {
  bench: string;
  /** On what: `20 issues, 2,034 articles`. */
  on: string;
  figures: Figure[];
}

const ratioOf = ({ value, referenceValue }: Figure): number => value / referenceValue;

const shown = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
};

/** The machine on which a run was made: `2 × Intel(R) Xeon(R) @ 2.20GHz, 25 GB, Node v20.20.0`. */
export function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
}

/** Prints a table for people and, as its last line, everything as JSON. */
export function printResult(result: BenchResult): void {
  const rows = result.figures.map((figure) => [
    figure.what,
    `${shown(figure.value)} ${figure.unit}`,
    figure.reference,
    `${shown(figure.referenceValue)} ${figure.unit}`,
    shown(ratioOf(figure)),
    figure.promise ?? '',
  ]);
  console.log(`\nbench:${result.bench}  ${result.on}\n${machine()}\n`);
  console.log(textTable(['measured', 'value', 'reference', 'value', 'ratio', 'promise'], rows));
  console.log(`\n${toJson(result)}`);
}

export function toJson(result: BenchResult): string {
  const figures = result.figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
  return JSON.stringify({ ...result, machine: machine(), figures });
}
