/** Documents without a number: they begin where the text repeats a title of the printed contents, whole or over several lines. */
import { foldText } from '../text/fold.ts';
import { headFrom } from './document-head.ts';
import type { DocumentHead } from './document-head.ts';
import type { OpenPromises } from './open-promises.ts';
import { promulgatesBelow } from './order-lines.ts';
import { isPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { isTitleLine, withoutFootnote } from './title-block.ts';
import { unreadableNumber } from './unreadable-number.ts';

const MOST_LINES = 10;

/** The heads of the documents that keep what is still open, behind line `from`, outside the heads found before. */
export function findPromisedTitles(
  text: PrintedText,
  from: number,
  promises: OpenPromises,
  heads: readonly DocumentHead[],
): DocumentHead[] {
  const found: DocumentHead[] = [];
  if (promises.count === 0) return found;
  const taken = new Set(heads.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
  for (let at = from; at < text.lines.length; at += 1) {
    if (taken.has(at) || !isPrinted(text, at) || !isTitleLine(text, at)) continue;
    // 《…的决定》 at the end of a line of the sentence that promulgates it is no title.
    if (textOf(text, at).startsWith('《') && promulgatesBelow(text, at - 1)) continue;
    const head = promisedAt(text, at, promises);
    if (!head) continue;
    found.push(head);
    at = head.end - 1;
  }
  return found;
}

function promisedAt(text: PrintedText, at: number, promises: OpenPromises): DocumentHead | null {
  let folded = '';
  for (let line = at; line < Math.min(at + MOST_LINES, text.lines.length); line += 1) {
    if (!isPrinted(text, line)) continue;
    folded += foldText(withoutFootnote(textOf(text, line)));
    const promise = promises.withTitle(folded);
    if (promise !== null) {
      promises.keep(promise);
      const number = unreadableNumber(text, line + 1);
      const title = { from: at, to: line + 1 };
      return headFrom(at, 'promised-title', { title, number, end: (number ?? line) + 1, promise });
    }
    if (!promises.opensTitle(folded)) return null;
  }
  return null;
}
