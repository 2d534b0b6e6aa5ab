import { Agent, request as send } from 'node:http';
import type { MixRequest, RequestMix } from './request-mix.ts';

/** How one request went. */
export interface Outcome {
  request: MixRequest;
  /** 0 when no answer came. */
  status: number;
  milliseconds: number;
  /** What was wrong with the answer; null for a right one. */
  fault: string | null;
}

/** A load of `rate` requests a second for `milliseconds`, each begun at its time whether or not the others are answered. */
export interface Load {
  url: string;
  mix: RequestMix;
  rate: number;
  milliseconds: number;
  onOutcome: (outcome: Outcome) => void;
}

/** Readers behind the proxy of this machine: so many addresses, of the range that is kept for measuring. */
const READERS = 500;
const PATIENCE = 30_000;

const IN_WORDS = /检索引擎(?:正在启动|暂时?不可用)/;
/** A page that ends, a table or feed with something in it: an answer that was cut is none. */
const ENDED = /<\/html>\s*$/;

function faultOf(request: MixRequest, status: number, body: string): string | null {
  if (status === 503 && request.searches) return IN_WORDS.test(body) ? null : '503 that does not say why';
  if (status !== 200) return `status ${status}`;
  if (body === '') return 'an empty answer';
  const isPage = request.kind === 'page' || request.kind === 'search';
  return isPage && !ENDED.test(body) ? 'a page without its end' : null;
}

function ask(url: string, agent: Agent, request: MixRequest, reader: number): Promise<Outcome> {
  const begun = performance.now();
  const { body } = request;
  const headers = {
    'X-Forwarded-For': `198.18.${reader >> 8}.${reader & 255}`,
    'Accept-Encoding': 'identity',
    ...(body === null ? {} : { 'Content-Type': 'application/json' }),
  };
  return new Promise((resolve) => {
    const done = (status: number, fault: string | null): void => {
      resolve({ request, status, milliseconds: performance.now() - begun, fault });
    };
    const outgoing = send(
      new URL(request.path, url),
      { method: request.method, agent, headers, timeout: PATIENCE },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', (error) => done(0, error.message));
        response.once('end', () => {
          const status = response.statusCode ?? 0;
          done(status, faultOf(request, status, Buffer.concat(chunks).toString('utf8')));
        });
      },
    );
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer in ${PATIENCE} ms`)));
    outgoing.once('error', (error) => done(0, error.message));
    outgoing.end(body ?? undefined);
  });
}

/** Runs a load to its end and to the last answer. */
export async function runLoad({ url, mix, rate, milliseconds, onOutcome }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: PATIENCE });
  const begun = performance.now();
  const waiting = new Set<Promise<void>>();
  const count = Math.round((rate * milliseconds) / 1000);
  for (let sent = 0; sent < count; sent += 1) {
    const ahead = begun + (sent * 1000) / rate - performance.now();
    if (ahead > 1) await new Promise((resolve) => setTimeout(resolve, ahead));
    const outcome: Promise<void> = ask(url, agent, mix(), sent % READERS).then((answer) => {
      onOutcome(answer);
      waiting.delete(outcome);
    });
    waiting.add(outcome);
  }
  await Promise.all(waiting);
  agent.destroy();
}
