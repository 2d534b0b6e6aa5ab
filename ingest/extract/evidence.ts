import type { MappedText } from '../model/mapped-text.ts';
import type { Certainty, Evidence, Extracted } from '../model/span.ts';
import { sourceSpan } from '../text/mapped-text.ts';

/** The passage [start, end) of a mapped text as evidence for a rule: raw text without line breaks, span in the source. */
export function evidenceOf(text: MappedText, start: number, end: number, rule: string): Evidence {
  return { raw: text.text.slice(start, end).trim(), span: sourceSpan(text, start, end), rule };
}

/** A value with the passage [start, end) that proves it. */
export function extracted<T>(
  value: T,
  text: MappedText,
  start: number,
  end: number,
  rule: string,
  certainty: Certainty = 'stated',
): Extracted<T> {
  return { value, certainty, ...evidenceOf(text, start, end, rule) };
}

/** A value proved by the whole of a mapped text. */
export function extractedWhole<T>(value: T, text: MappedText, rule: string): Extracted<T> {
  return extracted(value, text, 0, text.text.length, rule);
}
