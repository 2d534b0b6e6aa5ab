/** Whether the character opens a round bracket of either width. */
export function opensRound(character: string): boolean {
  return character === '（' || character === '(';
}

/**
 * Where the round bracket that opens at `open` closes, either width closing either; null when it does not within `reach`
 * characters. OCR mixes widths: （新政办发〔2010〕23号).
 */
export function closingRound(text: string, open: number, reach = 400): number | null {
  let depth = 0;
  const end = Math.min(text.length, open + reach);
  for (let at = open; at < end; at += 1) {
    const character = text.charAt(at);
    if (opensRound(character)) depth += 1;
    else if ((character === '）' || character === ')') && (depth -= 1) === 0) return at;
  }
  return null;
}

const MASK = '■';

/** The text with every character between `spans` blanked by ■, the same length: what stands in a title is no wording of the sentence. */
export function mask(text: string, spans: readonly { start: number; end: number }[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    masked += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
