/** A text and the encoding that its bytes were found to be in, as iconv names it. */
export interface DecodedText {
  text: string;
  encoding: string;
}

/** Decodes a file's bytes, without a byte order mark. Null when they are no text in a known encoding. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : { text, encoding: 'utf-8' };
  } catch {
    return null;
  }
}
