/**
 * Where documents begin. Reads the lines behind the contents, returns the heads of documents in order: a number with its title, an
 * order (新疆维吾尔自治区人民政府令 / 第239号), or a title that the printed contents promise.
 */
import { isTitleNote } from '../structure/classify-line.ts';
import { endsSentence } from '../text/characters.ts';
import { parseDocumentNumber } from '../text/document-number.ts';
import { foldText } from '../text/fold.ts';
import type { DocumentNumber } from '../text/document-number.ts';
import type { ContentsPromise } from './contents/contents-promise.ts';
import { headFrom } from './document-head.ts';
import type { DocumentHead } from './document-head.ts';
import { withoutForwarded, withoutListEntries } from './listed-heads.ts';
import { OpenPromises } from './open-promises.ts';
import { authoritiesFrom, behindAuthorities, LINES_OVER_PAGE_END, promulgatesBelow } from './order-lines.ts';
import { isPrinted, lastPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { withPageDocuments } from './page-documents.ts';
import { findPromisedTitles } from './promised-titles.ts';
import { isRegisterNumber } from './register-number.ts';
import { isSalutation } from './salutation.ts';
import {
  blankBetween,
  bracketedTitleBelow,
  foldedLines,
  isIssuer,
  isLetterhead,
  isTitleLine,
  joinedLines,
  lacksIssuer,
  titleAbove,
  titleBelow,
} from './title-block.ts';
import type { TitleBlock } from './title-block.ts';
import { endsAsTitle } from './title-ending.ts';

const MOST_NOTE_LINES = 4;

class HeadFinder {
  readonly #text: PrintedText;
  readonly #from: number;
  readonly #promises: OpenPromises;
  readonly #heads: DocumentHead[] = [];

  constructor(text: PrintedText, from: number, promises: OpenPromises) {
    this.#text = text;
    this.#from = from;
    this.#promises = promises;
  }

  find(): DocumentHead[] {
    const text = this.#text,
      promises = this.#promises;
    for (let at = this.#from; at < text.lines.length; at += 1) {
      const kind = text.shapes[at]?.kind;
      if (kind !== 'number' && kind !== 'order') continue;
      const head = kind === 'order' ? (this.#orderHead(at) ?? this.#unnumberedOrder(at)) : this.#numberHead(at);
      if (!head) continue;
      this.#heads.push(head);
      if (head.promise !== null) promises.keep(head.promise);
      at = Math.max(at, head.end - 1);
    }
    this.#keepPromisesByTitle();
    this.#heads.forEach((head, nth) => {
      this.#heads[nth] = this.#withIssuerAbove(head, this.#heads[nth - 1]?.end ?? this.#from);
    });
    const listed = withoutListEntries(text, this.#heads);
    const own = promises.count > 0 ? withoutForwarded(text, this.#from, listed) : listed;
    const titled = findPromisedTitles(text, this.#from, promises, this.#heads);
    const heads = [...own, ...titled].sort((a, b) => a.start - b.start);
    return withPageDocuments(text, this.#from, heads).map((head) => withRegisterNumber(text, this.#from, head));
  }

  #keepPromisesByTitle(): void {
    const open = this.#promises.unnumbered();
    if (open.size === 0) return;
    this.#heads.forEach((head, nth) => {
      if (head.promise !== null || head.title === null) return;
      const promise = open.get(foldedLines(this.#text, head.title.from, head.title.to));
      if (promise === undefined || !this.#promises.isOpen(promise)) return;
      this.#promises.keep(promise);
      this.#heads[nth] = { ...head, promise };
    });
  }

  /** 河北省人民政府办公厅 / 转发省乡镇企业局…的通知: contents that leave the issuer out promise only the rest of the title. */
  #withIssuerAbove(head: DocumentHead, floor: number): DocumentHead {
    const text = this.#text;
    if (head.promise === null || head.title?.from !== head.start) return head;
    const above = lastPrinted(text, floor, head.start);
    if (above < 0 || !isIssuer(textOf(text, above)) || !lacksIssuer(textOf(text, head.start))) return head;
    if (!isTitleLine(text, above) || blankBetween(text, above, head.start) > 1) return head;
    // A name that touches the lines above it is a cell of theirs.
    const over = lastPrinted(text, floor, above);
    if (over >= 0 && blankBetween(text, over, above) === 0 && text.shapes[over]?.kind !== 'date') return head;
    return { ...head, start: above, title: { ...head.title, from: above } };
  }

  #floor(): number {
    return this.#heads.at(-1)?.end ?? this.#from;
  }

  /** 新疆维吾尔自治区人民政府令 / 第239号, also with several authorities above 令. */
  #orderHead(at: number): DocumentHead | null {
    const text = this.#text;
    const behind = behindAuthorities(text, at);
    const number = nextPrinted(text, behind, Math.min(text.lines.length, behind + LINES_OVER_PAGE_END));
    if (text.shapes[number]?.kind !== 'number') return null;
    const read = parseDocumentNumber(textOf(text, number));
    if (!read || read.form === 'agency') return null;
    const start = authoritiesFrom(text, at, this.#floor());
    const bodies: string[] = [];
    for (let line = start; line < behind; line += 1)
      if (line !== at && isPrinted(text, line)) bodies.push(textOf(text, line));
    const promise = this.#promises.withNumber(parseDocumentNumber(bodies.join('\n') + textOf(text, at) + read.text));
    const authority = { from: start, to: behind };
    return this.#withTitleBelow(headFrom(start, 'order-heading', { number, authority, end: number + 1, promise }));
  }

  /** 中华人民共和国最高人民法院 / 公告 / 《…批复》已于…通过，现予公布: the number stands over the promulgated text, or nowhere. */
  #unnumberedOrder(at: number): DocumentHead | null {
    if (!promulgatesBelow(this.#text, at)) return null;
    const start = authoritiesFrom(this.#text, at, this.#floor());
    return headFrom(start, 'order-without-number', { authority: { from: start, to: at + 1 }, end: at + 1 });
  }

  #withTitleBelow(head: DocumentHead): DocumentHead {
    const promised = this.#promises.titleOf(head.promise);
    const bracketed = bracketedTitleBelow(this.#text, head.end, this.#text.lines.length);
    if (bracketed) return { ...head, title: bracketed, end: bracketed.to };
    const block = titleBelow(this.#text, head.end, this.#text.lines.length, promised);
    if (!block) return head;
    // 《…办法》已经…通过 under an order's number is its sentence, not a title.
    if (textOf(this.#text, block.from).startsWith('《') && promulgatesBelow(this.#text, head.end - 1)) return head;
    const words = foldedLines(this.#text, block.from, block.to);
    const isTitle = words === promised || endsAsTitle(joinedLines(this.#text, block.from, block.to));
    return isTitle ? { ...head, title: block, end: block.to } : head;
  }

  #numberHead(at: number): DocumentHead | null {
    const head = this.#headAtNumber(at);
    const above = lastPrinted(this.#text, this.#floor(), at);
    if (head?.start !== at || above < 0) return head;
    const words = textOf(this.#text, above);
    if (!isLetterhead(words) && !this.#isIssuerOf(head.title, above)) return head;
    return { ...head, start: above, letterhead: above };
  }

  /** Letters are headed by their issuer alone: 浙江省人民政府办公厅 / 浙政办函〔2004〕44号 / 浙江省人民政府办公厅关于…的通知. */
  #isIssuerOf(title: TitleBlock | null, at: number): boolean {
    const words = textOf(this.#text, at);
    if (title === null || !isIssuer(words) || !isTitleLine(this.#text, at)) return false;
    return foldedLines(this.#text, title.from, title.to).startsWith(foldText(words));
  }

  #headAtNumber(at: number): DocumentHead | null {
    const text = this.#text;
    const read = parseDocumentNumber(textOf(text, at));
    if (!read) return null;
    const promise = this.#promises.withNumber(read);
    const hasAuthority = read.code !== null && read.code.length > 1;
    const isInline =
      hasAuthority && (read.form === 'order' || (read.form === 'announcement' && promulgatesBelow(text, at)));
    const head = headFrom(at, 'number', { number: at, end: at + 1, promise });
    const above = this.#titleOver(at, isInline);
    if (above && promise === null && this.#continuesItem(above)) return null;
    if (above && this.#countsIssues(at, above, read))
      return {
        ...head,
        start: above.from,
        title: { from: above.from, to: at + 1 },
        number: null,
        rule: 'title-with-edition',
      };
    if (above && this.#isTitle(above, this.#promises.titleOf(promise))) {
      const rule = promise === null ? 'title-over-number' : 'promised-number';
      return { ...head, start: above.from, title: above, rule };
    }
    const below = this.#withTitleBelow(head);
    if (below.title !== null) return { ...below, rule: 'title-under-number' };
    if (isInline || promise !== null) return { ...head, rule: isInline ? 'order-in-one-line' : 'promised-number' };
    if (above) return { ...head, start: above.from, title: above, rule: 'title-over-number' };
    const next = nextPrinted(text, at + 1, text.lines.length);
    return isSalutation(textOf(text, next)) ? { ...head, rule: 'number-over-salutation' } : null;
  }

  /**
   * The title above the number on line `at`. Over an order in one line stands none, unless the contents promise it or a day stands
   * between: 财政部关于废止部分规章的决定 / 2008年3月11日 / 财政部令第51号.
   */
  #titleOver(at: number, isInline: boolean): TitleBlock | null {
    const over = this.#overNote(at);
    const above = titleAbove(this.#text, over, this.#floor(), this.#promises.titles);
    if (!above || !isInline) return above;
    if (promulgatesBelow(this.#text, at)) return null;
    const isListed = this.#promises.titles.has(foldedLines(this.#text, above.from, above.to));
    return isListed || (over !== at && this.#isTitle(above, '')) ? above : null;
  }

  /** 人口普查公报 / （第三号）: the number in brackets counts the issues of one communiqué and is part of its title. */
  #countsIssues(at: number, { from, to }: TitleBlock, { code, year }: DocumentNumber): boolean {
    if (code !== null || year !== null || !/^[（(]/u.test(textOf(this.#text, at))) return false;
    return textOf(this.#text, lastPrinted(this.#text, from, to)).endsWith('公报');
  }

  /** Whether the lines go on a labelled entry above: 33.关于印发《…行政权力 / 清单和责任清单监督管理办法》的通知 / (新政办发〔2016〕147号). */
  #continuesItem(block: TitleBlock): boolean {
    const above = this.#text.lines[block.from - 1];
    const shape = this.#text.shapes[block.from - 1];
    return above !== undefined && shape !== undefined && shape.labelEnd > 0 && !endsSentence(above.text);
  }

  /** Older issues print the day between title and number, mostly in brackets, courts the 题注: the line above which the title ends. */
  #overNote(at: number): number {
    let over = at;
    let note = '';
    for (let lines = 0; lines < MOST_NOTE_LINES; lines += 1) {
      const above = lastPrinted(this.#text, this.#floor(), over);
      const words = textOf(this.#text, above);
      if (lines === 0 && this.#isDayUnderTitle(above)) return above;
      note = words + note;
      over = above;
      if (above < 0 || !/^[（(]/u.test(words)) continue;
      return this.#text.shapes[above]?.kind === 'date' || isTitleNote(note) ? above : at;
    }
    return at;
  }

  /** A day without brackets closes the text above it, unless a title stands over it and nobody signs. */
  #isDayUnderTitle(at: number): boolean {
    if (this.#text.shapes[at]?.kind !== 'date') return false;
    const title = lastPrinted(this.#text, this.#floor(), at);
    return title >= 0 && isTitleLine(this.#text, title) && endsAsTitle(textOf(this.#text, title));
  }

  #isTitle(block: TitleBlock, promised: string): boolean {
    const last = textOf(this.#text, lastPrinted(this.#text, block.from, block.to));
    return endsAsTitle(last) || (promised !== '' && foldedLines(this.#text, block.from, block.to) === promised);
  }
}

/** A head with the register number over it: XTCR—2023—00009. */
function withRegisterNumber(text: PrintedText, from: number, head: DocumentHead): DocumentHead {
  const above = lastPrinted(text, from, head.start);
  return above >= 0 && isRegisterNumber(textOf(text, above)) ? { ...head, start: above, register: above } : head;
}

/** The heads of all documents behind line `from`, in order. */
export function findDocumentHeads(
  text: PrintedText,
  from: number,
  promises: readonly ContentsPromise[],
): DocumentHead[] {
  return new HeadFinder(text, from, new OpenPromises(promises)).find();
}
