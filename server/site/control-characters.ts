// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text without the characters that XML 1.0 has no place for; a gazette's OCR text can hold them. */
export function withoutControls(text: string): string {
  return text.replace(NOT_IN_XML, '');
}
