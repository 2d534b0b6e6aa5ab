import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The process that serves, killed at the end whatever it did. */
async function whileServing(
  script: string,
  use: (shell: { kill: () => void }, isRunning: () => boolean) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dibao-npm-'));
  // No engine listens there: what serves is the one process.
  const engine = { MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'none' };
  const shell = spawn('sh', ['-c', `'${process.execPath}' scripts/gazette.mjs serve & echo "pid $!"; wait`], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...engine,
      ARCHIVE_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'silent',
      npm_lifecycle_event: 'start',
      npm_lifecycle_script: script,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const site = (): number => Number(/^pid (\d+)$/mu.exec(printed)?.[1]);
  const isRunning = (): boolean => {
    try {
      return process.kill(site(), 0);
    } catch {
      return false;
    }
  };
  try {
    await vi.waitUntil(() => printed.includes('Dibao is at'), { timeout: 40_000 });
    await use({ kill: () => shell.kill('SIGTERM') }, isRunning);
  } finally {
    if (isRunning()) process.kill(site(), 'SIGKILL');
    shell.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a site that npm runs ends when npm is told to end', () =>
  whileServing('node scripts/gazette.mjs start', async (shell, isRunning) => {
    await sleep(1500);
    expect(isRunning()).toBe(true);
    shell.kill();
    await vi.waitUntil(() => !isRunning(), { timeout: 15_000 });
  }));

test('a site that another script leaves behind goes on', () =>
  whileServing('sh deploy.sh', async (shell, isRunning) => {
    shell.kill();
    await sleep(2000);
    expect(isRunning()).toBe(true);
  }));
