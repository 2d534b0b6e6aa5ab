import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineFiles, RunningEngine } from './engine-files.ts';

/** Ceiling of what the engine takes for indexing; without it, it grows to two thirds of the machine's memory. */
const INDEXING_MEMORY = '1GiB';

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path)) ?? null;

/** An engine process that was started and may or may not answer yet. */
export interface EngineProcess {
  pid: number;
  url: string;
  /** Resolves when it has ended, with its last words. */
  ended: Promise<string>;
  /** Asks it to end, and after `patience` milliseconds ends it. */
  stop(patience: number): Promise<void>;
  /** At once; for the exit of this process. */
  kill(): void;
}

/** A TCP port on 127.0.0.1 that is free now; `preferred` if that is. */
export async function freePort(preferred: number | null): Promise<number> {
  return (preferred === null ? null : await tryPort(preferred)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

/**
 * Starts the engine on 127.0.0.1, reachable from this machine alone, with its key in the environment of that process.
 * Where util-linux's setpriv is there, the system ends the engine with this process even when that is killed.
 */
export function spawnEngine(binary: string, files: EngineFiles, port: number, key: string): EngineProcess {
  const url = `http://127.0.0.1:${port}`;
  const options = [
    ['--db-path', files.database],
    ['--http-addr', `127.0.0.1:${port}`],
    ['--env', 'production'],
    ['--no-analytics'],
    ['--max-indexing-memory', INDEXING_MEMORY],
    ['--log-level', 'WARN'],
    ['--dump-dir', `${files.folder}/dumps`],
    ['--snapshot-dir', `${files.folder}/snapshots`],
  ].flat();
  const [command, args] =
    SETPRIV === null ? [binary, options] : [SETPRIV, ['--pdeathsig', 'KILL', '--', binary, ...options]];
  const child = spawn(command, args, {
    cwd: files.folder,
    env: { MEILI_MASTER_KEY: key, PATH: process.env.PATH ?? '', RUST_BACKTRACE: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = lastWords(child, files.log);
  return {
    pid: child.pid ?? 0,
    url,
    ended,
    stop: async (patience) => {
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await ended;
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

const LAST_WORDS = 2000;

function lastWords(child: ChildProcess, logPath: string): Promise<string> {
  const log = createWriteStream(logPath, { flags: 'w', mode: 0o600 });
  log.on('error', () => undefined);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      said = (said + chunk).slice(-LAST_WORDS);
      log.write(chunk);
    });
  }
  return new Promise((resolve) => {
    const end = (words: string): void => {
      log.end();
      resolve(words);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(said.trim() || `ended with ${signal ?? `status ${String(code)}`}`));
  });
}

/** Ends an engine that a site left behind when it was killed, so that two never share a database. */
export async function stopStaleEngine(running: RunningEngine, files: EngineFiles): Promise<boolean> {
  if (!isEngineOf(running.pid, files)) return false;
  try {
    process.kill(running.pid, 'SIGKILL');
  } catch {
    return false;
  }
  for (let tries = 0; tries < 100 && isEngineOf(running.pid, files); tries++) await sleep(50);
  return true;
}

/** Whether a process id still belongs to an engine on this archive's database; ids are used again by others. */
function isEngineOf(pid: number, files: EngineFiles): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(files.database);
  } catch {
    return false;
  }
}

/** Whether a server answers at `url` that it is available. */
export async function isHealthy(url: string, patience = 2000): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(patience) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
