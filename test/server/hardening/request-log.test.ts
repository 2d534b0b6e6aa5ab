import { Writable } from 'node:stream';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../../server/app.ts';
import { fixtureServices } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';

const LINE = z.record(z.string(), z.unknown());

/** What a site logs at `level` while `use` asks it. */
async function logOf(level: string, use: (url: string) => Promise<void>): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) lines.push(LINE.parse(JSON.parse(line)));
      done();
    },
  });
  const site = await listen(createApp(fixtureServices({ log: pino({ level }, stream) })));
  try {
    await use(site.url);
  } finally {
    await site.close();
  }
  return lines;
}

describe('logRequests', () => {
  it('gives every answer an id and logs method, address, status and time, never a header', async () => {
    let id: string | null = null;
    const lines = await logOf('debug', async (url) => {
      const response = await fetch(`${url}/healthz`, {
        headers: { Authorization: 'Bearer secret-1', Cookie: 'session=secret-2' },
      });
      await response.text();
      id = response.headers.get('x-request-id');
    });
    expect(id).toMatch(/^[\w-]{36}$/);
    const line = lines.find((entry) => 'responseTime' in entry);
    expect(line).toMatchObject({ reqId: id, res: { status: 200 } });
    expect(JSON.stringify(lines)).toContain('/healthz');
    expect(JSON.stringify(lines)).not.toMatch(/secret|authorization|cookie/i);
  });

  it("keeps a proxy's id if it is one, and takes no other text into log and header", async () => {
    await logOf('silent', async (url) => {
      const kept = await fetch(`${url}/healthz`, { headers: { 'X-Request-Id': 'proxy-12345678' } });
      expect(kept.headers.get('x-request-id')).toBe('proxy-12345678');
      const replaced = await fetch(`${url}/healthz`, { headers: { 'X-Request-Id': '"><script>' } });
      expect(replaced.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    });
  });

  it('is silent about ordinary requests at the usual level', async () => {
    const lines = await logOf('info', async (url) => {
      for (const path of ['/', '/healthz', '/no-such-page']) await (await fetch(url + path)).text();
    });
    expect(lines).toEqual([]);
  });
});
