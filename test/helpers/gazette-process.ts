import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** How a run of the command line program ended, with what it printed. */
export interface GazetteRun {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A running command line program. `printed` is what it has said until now, on both streams. */
export interface GazetteProcess {
  child: ChildProcess;
  printed(): string;
  ended: Promise<GazetteRun>;
}

/** Starts `gazette` with these arguments, its output going to no terminal. */
export function startGazette(args: readonly string[], env: Record<string, string>): GazetteProcess {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/gazette.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8');
    child[name].on('data', (chunk: string) => (said[name] += chunk));
  }
  const ended = new Promise<GazetteRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, ...said }));
  });
  return { child, printed: () => said.stdout + said.stderr, ended };
}

/** Runs `gazette` to its end. */
export const runGazette = (args: readonly string[], env: Record<string, string>): Promise<GazetteRun> =>
  startGazette(args, env).ended;

/** A short notice with its own number, day and repeal: one saved text. */
export function noticeText(serial: number, words = '加强绿色勘查工作'): string {
  return `关于${words}的通知
新政办发〔2024〕${serial}号

伊犁哈萨克自治州，各州、市人民政府：
一、总体要求
坚持生态优先，${words}。
二、保障措施
建立举报奖励制度，加强监督检查。
本通知自2024年10月1日起施行，《关于做好第${serial}项工作的通知》（新政办发〔2019〕${serial}号）同时废止。

新疆维吾尔自治区人民政府办公厅
2024年9月3日
`;
}
