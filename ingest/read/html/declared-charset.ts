/** Matches `<meta charset="gb2312">`, `content="text/html; charset=GBK"`, `<?xml version="1.0" encoding="big5"?>`; not a word in the text. */
const DECLARATION =
  /<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,20})|<\?xml\s[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w-]{2,20})/i;

const HEAD_BYTES = 4096;

/** The charset that a page's first bytes declare, as written there; null when they declare none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const match = DECLARATION.exec(head);
  return match?.[1] ?? match?.[2] ?? null;
}
