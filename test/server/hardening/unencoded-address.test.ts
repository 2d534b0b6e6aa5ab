import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodedAddress, leadToEncodedAddress } from '../../../server/hardening/unencoded-address.ts';

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => response.end(decodeURIComponent(request.url ?? '')));
  leadToEncodedAddress(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});

afterAll(() => server.close());

function send(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}

describe('leadToEncodedAddress', () => {
  it('leads raw Chinese to the address that the site answers', async () => {
    const redirect = await send('GET /search?q=举报奖励&on=2024-10-15 HTTP/1.1\r\nHost: x\r\n\r\n');
    const location = /Location: (\S+)/.exec(redirect)?.[1] ?? '';
    expect(redirect).toMatch(/^HTTP\/1\.1 308 /);
    expect(location).toBe('/search?q=%E4%B8%BE%E6%8A%A5%E5%A5%96%E5%8A%B1&on=2024-10-15');
    expect(await (await fetch(`http://127.0.0.1:${port}${location}`)).text()).toBe('/search?q=举报奖励&on=2024-10-15');
  });

  it.each(['POST /验 HTTP/1.1\r\nHost: x\r\n\r\n', 'GET //例.org/ HTTP/1.1\r\nHost: x\r\n\r\n', 'nonsense\r\n\r\n'])(
    'answers anything else that is malformed with a bare 400: %j',
    async (request) => {
      expect(await send(request)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    },
  );

  it('makes one line of any packet: nothing in it can add a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = encodedAddress(Buffer.from(`GET /${text} HTTP/1.1\r\n\r\n`));
        expect(address ?? '').toMatch(/^[\x21-\x7e]*$/);
        expect(address?.startsWith('//') ?? false).toBe(false);
      }),
      { seed: 7 },
    );
  });
});
