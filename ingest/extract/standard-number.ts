// Must match: GB/T 35547-2017 · GB3838-2002 · GB /T35547-2017 · DB65/T 4063—2017 · JGJ 59-2011      Must not: GZ0220210007 · A-1
const STANDARD =
  /(?<![A-Za-z0-9])(DB[0-9]{2,6}|[A-Z]{1,4})\s?(?:(\/)\s?([A-Z]))?\s?([0-9]{1,6}(?:\.[0-9]{1,3})?)\s?[-—–－]\s?([0-9]{4}|[0-9]{2})(?![0-9])/u;

/**
 * The number of a national, trade or regional standard in a text, as standards print it: GB /T35547-2017 → GB/T35547-2017
 * (伊犁州人民政府公报 2024, 乡镇消防队标准). Null when there is none. It is no document number, but it names the standard.
 */
export function findStandardNumber(text: string): string | null {
  const found = STANDARD.exec(text.normalize('NFKC'));
  if (!found) return null;
  const [, body = '', slash = '', letter = '', serial = '', year = ''] = found;
  return `${body}${slash}${letter} ${serial}-${year}`;
}
