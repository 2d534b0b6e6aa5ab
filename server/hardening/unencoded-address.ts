import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

// A request line whose address was not percent-encoded, as bytes read one for one (latin1).
// Must match: GET /search?q=ä¸¾ HTTP/1.1⏎      Must not match: POST /x HTTP/1.1 · GET http://elsewhere/ HTTP/1.1 · GET //x HTTP/1.1
const REQUEST_LINE = /^(?:GET|HEAD) (\/(?!\/)[^\0-\x20\x7f]*) HTTP\/1\.[01]\r?\n/;

/** What Node's HTTP parser calls an address with characters that no address may have. */
const INVALID_ADDRESS = 'HPE_INVALID_URL';

const ANSWERS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Leads `curl 'http://…/search?q=举报奖励'`, which sends Chinese as it is, to the encoded address instead of a bare 400.
 * Other malformed requests are answered as Node does by itself.
 */
export function leadToEncodedAddress(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const address = error.code === INVALID_ADDRESS ? encodedAddress(error.rawPacket) : null;
    if (address === null) answer(socket, ANSWERS[error.code ?? ''] ?? '400 Bad Request', [], '');
    else answer(socket, '308 Permanent Redirect', [`Location: ${address}`], `地址中的汉字应编码，请用：${address}\n`);
  });
}

/**
 * The percent-encoded form of the address that a raw request asks for: `GET /search?q=举报 HTTP/1.1` → `/search?q=%E4%B8%BE%E6%8A%A5`.
 * Null when the packet does not begin with a GET or HEAD of this site.
 */
export function encodedAddress(packet: Buffer | undefined): string | null {
  const address = REQUEST_LINE.exec(packet?.toString('latin1') ?? '')?.[1];
  if (address === undefined) return null;
  return address.replace(/[\x80-\xff"<>\\^`{|}]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function answer(socket: Duplex, status: string, headers: readonly string[], body: string): void {
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
