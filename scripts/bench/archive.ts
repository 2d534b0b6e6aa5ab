import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readMaterial } from '../make-corpus/material.ts';
import { writeCorpus } from '../make-corpus/write-corpus.ts';
import { GAZETTE_ARGS, GAZETTE_ENV, memoryOf, ROOT, searches } from '../running-site.ts';

export const SEED = 1;

/** A folder for one run, removed at its end. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a corpus of so many issues; returns the folder of its files. */
export async function corpusIn(folder: string, issues: number): Promise<string> {
  const material = await readMaterial(join(ROOT, 'data', 'gazettes'));
  await writeCorpus({ issues, seed: SEED, folder, material });
  return join(folder, 'issues');
}

/** A program of the project in a process of its own. */
export interface Running {
  url: string;
  child: ChildProcess;
  /** Milliseconds from the start of the process to its first good answer. */
  firstAnswer: number;
  /** Memory of the process now and at its highest, in MB (Linux). */
  memory(): { now: number; highest: number };
  stop(): Promise<void>;
}

const PATIENCE = 120_000;
const NO_MEMORY = { now: Number.NaN, highest: Number.NaN };

/** Starts a server that prints its address, and waits for its first answer at `path`. */
export async function startProgram(args: readonly string[], env: Record<string, string>, path = '/'): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { ...process.env, ...GAZETTE_ENV, ...env },
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  let url: string | undefined;
  while (url === undefined || !(await answers(url + path))) {
    if (child.exitCode !== null || performance.now() - started > PATIENCE) {
      await stop();
      throw new Error(`${args.join(' ')} did not start: ${said}`);
    }
    await sleep(5);
    url ??= /http:\/\/[\w.:[\]]+/u.exec(said)?.[0];
  }
  const firstAnswer = performance.now() - started;
  return { url, child, firstAnswer, memory: () => memoryOf(child.pid ?? 0) ?? NO_MEMORY, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Runs `gazette` with these arguments to its end. @throws Error with what it printed, when it fails */
export async function gazette(args: readonly string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [...GAZETTE_ARGS, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...GAZETTE_ENV, ...env },
  });
  let said = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`gazette ${args.join(' ')}: ${said}`);
}

/** The site over an archive, as `gazette serve` runs it. */
export const serve = (env: Record<string, string>): Promise<Running> =>
  startProgram([...GAZETTE_ARGS, 'serve'], { ...GAZETTE_ENV, PORT: '0', LOG_LEVEL: 'warn', ...env });

/** Waits until search has everything. @throws Error when it has not within an hour */
export async function searchReady(url: string): Promise<void> {
  if (!(await searches(url, 3_600_000))) throw new Error('search did not become ready');
}
