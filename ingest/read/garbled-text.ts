import type { Warning } from '../model/warning.ts';
import { lineFinderIn } from '../text/line-finder.ts';
import { compositionOf, plausibilityOf } from './plausibility.ts';

/** After so many places one more warning says that there are others. */
const MOST_WARNINGS = 20;

/** A text of fewer characters may be a list of rare names. */
const LEAST_CHARACTERS = 100;

/**
 * What conversions leave behind: the replacement character, C1 control characters, and UTF-8 replacement characters read as GBK.
 * Matches 锟斤拷, `\uFFFD`, `\u0085`. Not: 〓 (a printer's mark for a missing character), 口 or 囗 (OCR's box).
 */
const DEBRIS = /(?:[\uFFFD\u0080-\u009F]|锟斤拷|锟斤|斤拷)+/g;

/**
 * Says where a decoded text holds characters that no encoding explains, one warning a line (at most twenty), and whether the
 * text as a whole was decoded wrongly before it came here (鏂扮枂缁村惥灏 for 新疆维吾尔).
 */
export function garbledWarnings(text: string): Warning[] {
  const warnings: Warning[] = [];
  const composition = compositionOf(text);
  if (composition.characters >= LEAST_CHARACTERS && plausibilityOf(composition) < 0) {
    warnings.push({
      code: 'text_garbled',
      message: 'The text reads as if it had been converted from a wrong encoding.',
      line: null,
      span: null,
    });
  }
  if (composition.suspicious === 0 && !text.includes('斤拷') && !text.includes('锟斤')) return warnings;
  const lineOf = lineFinderIn(text);
  let last = 0;
  let warned = 0;
  for (const match of text.matchAll(DEBRIS)) {
    const line = lineOf(match.index);
    if (line === last) continue;
    last = line;
    warned += 1;
    if (warned > MOST_WARNINGS) {
      warnings.push({
        code: 'text_garbled',
        message: 'More lines hold characters that no encoding explains.',
        line,
        span: null,
      });
      break;
    }
    const span = { start: match.index, end: match.index + match[0].length };
    warnings.push({
      code: 'text_garbled',
      message: `Characters that no encoding explains: ${match[0].slice(0, 20)}`,
      line,
      span,
    });
  }
  return warnings;
}
