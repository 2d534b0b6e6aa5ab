/** What a document says of its own parts: its title, its opening sentences, the titles in 《》 in them, its list of annexes. */
import { foldText } from '../text/fold.ts';
import type { DocumentHead } from './document-head.ts';
import { isPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { foldedLines } from './title-block.ts';

const PROMISING_LINES = 12;
const LONGEST_PROMISE = 400;
/** A name of fewer characters in 《》 promises nothing. */
export const SHORTEST_NAME = 6;
const ENDS_OPENING = new Set(['date', 'annex_label', 'article', 'chapter']);

export class OwnPromises {
  /** Folded titles that stand in 《》 in the first lines. */
  readonly named: ReadonlySet<string>;
  /** Folded words by the line they stand on. */
  readonly #lines: { at: number; words: string }[];

  /** `promised`: the document's folded title in the contents. */
  constructor(text: PrintedText, head: DocumentHead, to: number, promised: string) {
    const title = head.title ? foldedLines(text, head.title.from, head.title.to) : '';
    this.#lines = [
      { at: -1, words: promised },
      { at: head.start - 1, words: title },
    ];
    let opening = '';
    for (let at = head.end, seen = 0; at < to && seen < PROMISING_LINES; at += 1) {
      const kind = text.shapes[at]?.kind ?? '';
      // A day right under the number is of the head: 湘政发〔1998〕8号 / 1998年2月27日.
      if (ENDS_OPENING.has(kind) && (kind !== 'date' || seen > 0)) break;
      if (!isPrinted(text, at)) continue;
      seen += 1;
      const words = textOf(text, at).slice(0, LONGEST_PROMISE);
      this.add(at, words);
      opening += words;
    }
    this.named = new Set(titlesIn(opening));
  }

  /** Notes what line `at` says. */
  add(at: number, words: string): void {
    this.#lines.push({ at, words: foldText(words) });
  }

  /** All that the document says of its parts above line `at`, folded. */
  above(at: number): string {
    let words = '';
    for (const line of this.#lines) if (line.at < at) words += line.words;
    return words;
  }
}

// Must match: 规范性文件目录 · 获奖人员名单 · 收费标准一览表      Must not: 关于公布获奖名单的通知 · 目录
const LIST_TITLE = /.{4}(目录|名单|名录|清单|一览表|情况表)$/u;
const LONGEST_CLAUSE = 80;

/** Whether folded `promises` hand on a list as the folded title names one: 现将目录予以通报 over 2019年第一季度备案登记的规范性文件目录. */
export function promisesList(promises: string, title: string): boolean {
  const list = LIST_TITLE.exec(title)?.[1];
  if (list === undefined) return false;
  const at = promises.lastIndexOf(list);
  return at >= 0 && promises.slice(Math.max(0, at - LONGEST_CLAUSE), at).includes('将');
}

/** Every outermost 《…》 of a text, folded; 《》 inside it fold away. */
export function titlesIn(words: string): string[] {
  const titles: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const character = words.charAt(at);
    if (character === '《') {
      if (depth === 0) from = at + 1;
      depth += 1;
    }
    if (character !== '》' || depth === 0) continue;
    depth -= 1;
    if (depth === 0 && at - from >= SHORTEST_NAME) titles.push(foldText(words.slice(from, at)));
  }
  return titles;
}
