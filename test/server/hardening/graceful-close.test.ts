import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { graceful } from '../../../server/hardening/graceful-close.ts';
import { limitServer, SERVER_LIMITS } from '../../../server/hardening/server-limits.ts';

async function started(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: string | AddressInfo | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

describe('graceful', () => {
  it('answers what has been asked, under load, and takes nothing new', async () => {
    let received = 0;
    const server = createServer((_request, response) => {
      received += 1;
      setTimeout(() => response.end('whole'), 150);
    });
    const close = graceful(server);
    const url = `http://127.0.0.1:${await started(server)}/`;
    const asked = Array.from({ length: 50 }, () => fetch(url).then((response) => response.text()));
    while (received < asked.length) await sleep(5);
    const start = performance.now();
    const ended = close();
    expect(close()).toBe(ended);
    expect(await Promise.all(asked)).toEqual(asked.map(() => 'whole'));
    await ended;
    expect(performance.now() - start).toBeLessThan(3000);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('cuts what does not end in time', async () => {
    const server = createServer(() => undefined);
    const close = graceful(server, 100);
    const hanging = fetch(`http://127.0.0.1:${await started(server)}/`);
    const failed = expect(hanging).rejects.toThrow();
    await sleep(50);
    await close();
    await failed;
  });
});

describe('limitServer', () => {
  it('gives up a connection that never ends its headers', async () => {
    const server = createServer({ connectionsCheckingInterval: 50 }, (_request, response) => response.end('ok'));
    limitServer(server, { ...SERVER_LIMITS, headers: 200, request: 400 });
    const port = await started(server);
    const socket = connect(port, '127.0.0.1');
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    await new Promise<void>((resolve) => socket.once('close', () => resolve()));
    expect(Buffer.concat(received).toString()).toMatch(/^HTTP\/1\.1 408 /);
    await new Promise((resolve) => server.close(resolve));
  });
});
