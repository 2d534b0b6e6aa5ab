/**
 * Where documents begin. Reads the lines behind the contents, returns the heads of documents in order: a number with its title, an
 * order (新疆维吾尔自治区人民政府令 / 第239号), or a title that the printed contents promise.
 */
import { isTitleNote } from '../structure/classify-line.ts';
import { endsSentence } from '../text/characters.ts';
import { parseDocumentNumber } from '../text/document-number.ts';
import type { DocumentNumber } from '../text/document-number.ts';
import { foldText } from '../text/fold.ts';
import { isPrinted, lastPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import type { ContentsPromise } from './contents.ts';
import {
  blankBetween,
  foldedLines,
  isLetterhead,
  isTitleLine,
  joinedLines,
  titleAbove,
  titleBelow,
} from './title-block.ts';
import { endsAsTitle } from './title-ending.ts';
import type { TitleBlock } from './title-block.ts';

/** The head of a document: lines of its title, number and authority. */
export interface DocumentHead {
  /** First line of the document. */
  start: number;
  title: TitleBlock | null;
  number: number | null;
  /** Lines of the authority over a 令 or 公告. */
  authority: TitleBlock | null;
  /** 杭州市人民政府办公厅文件 over the number; null where none is printed. */
  letterhead: number | null;
  /** First line behind the head. */
  end: number;
  /** Index of the contents entry that promises it. */
  promise: number | null;
  rule: string;
}

// Must match: 新政办发〔2024〕号 · 浙政发〔20×2〕3号 · 川府函[2021号      Must not: 各市人民政府：
const LIKE_A_NUMBER =
  /^[\u4e00-\u9fff]{2,16}\s?[〔[（(]\s?[\d×xXO〇○一二三四五六七八九]{2,4}\s?[〕\]）)]?\s?第?[^，。：；《]{0,6}号$/u;

/** The line under a title that stands where a number does and cannot be read as one; null for any other. */
export function unreadableNumber(text: PrintedText, at: number): number | null {
  const line = nextPrinted(text, at, Math.min(text.lines.length, at + 4));
  return text.shapes[line]?.kind === 'text' && LIKE_A_NUMBER.test(textOf(text, line)) ? line : null;
}

const MOST_SENTENCE_LINES = 6;
const MOST_NOTE_LINES = 4;
const SHORTEST_FORWARDED = 8;
/** A page end may stand between. */
const LINES_TO_SENTENCE = 16;
// Must match: 《…批复》已于2023年2月14日由…通过，现予公布      Must not: 《…条例》的实施
const PROMULGATES = /通过[，,]?.{0,30}(?:公布|发布|施行)|(?:现予|现将其|予以)(?:公布|发布)/u;
// Must match: 各州、市人民政府： · 国务院： · 自治州住房公积金各缴存单位：      Must not: 现将有关事项通知如下：
const SALUTATION = /^(?!.*(?:如下|以下|下列|通知|决定|现将|根据))[^。；]{2,200}[：:]$/u;

/** Whether a line addresses somebody. */
export function isSalutation(words: string): boolean {
  return SALUTATION.test(words);
}

class HeadFinder {
  private readonly text: PrintedText;
  private readonly from: number;
  private readonly promises: readonly ContentsPromise[];
  private readonly numbers: (DocumentNumber | null)[];
  private readonly titles: ReadonlySet<string>;
  private readonly kept = new Set<number>();
  private readonly heads: DocumentHead[] = [];

  constructor(text: PrintedText, from: number, promises: readonly ContentsPromise[]) {
    this.text = text;
    this.from = from;
    this.promises = promises;
    this.titles = new Set(promises.map(({ folded }) => folded).filter((folded) => folded.length > 3));
    this.numbers = promises.map((promise) => parseDocumentNumber(promise.documentNumber ?? ''));
  }

  find(): DocumentHead[] {
    const { text } = this;
    for (let at = this.from; at < text.lines.length; at += 1) {
      const kind = text.shapes[at]?.kind;
      if (kind !== 'number' && kind !== 'order') continue;
      const head = kind === 'order' ? (this.orderHead(at) ?? this.unnumberedOrder(at)) : this.numberHead(at);
      if (!head) continue;
      this.heads.push(head);
      if (head.promise !== null) this.kept.add(head.promise);
      at = Math.max(at, head.end - 1);
    }
    this.keepPromisesByTitle();
    const heads = this.withoutForwarded(this.withoutLists()).concat(this.promisedTitles());
    return heads.sort((a, b) => a.start - b.start);
  }

  /** Contents that print no numbers promise their documents by title alone. */
  private keepPromisesByTitle(): void {
    const open = new Map<string, number>();
    this.promises.forEach((promise, index) => {
      if (!this.kept.has(index) && promise.documentNumber === null) open.set(promise.folded, index);
    });
    if (open.size === 0) return;
    this.heads.forEach((head, nth) => {
      if (head.promise !== null || head.title === null) return;
      const promise = open.get(foldedLines(this.text, head.title.from, head.title.to));
      if (promise === undefined || this.kept.has(promise)) return;
      this.kept.add(promise);
      this.heads[nth] = { ...head, promise };
    });
  }

  private floor(): number {
    return this.heads.at(-1)?.end ?? this.from;
  }

  /** The contents entry with this number; for a 令 or 公告 also one that prints its authority otherwise. */
  private promiseOf(number: DocumentNumber | null): number | null {
    if (number === null) return null;
    const open = this.numbers.map((wanted, index) => (this.kept.has(index) ? null : wanted));
    const exact = open.findIndex((wanted) => wanted?.key === number.key);
    if (exact >= 0) return exact;
    if (number.form !== 'order' && number.form !== 'announcement') return null;
    const near = open.findIndex(
      (wanted) =>
        (wanted?.form === number.form || wanted?.code === null) &&
        wanted.serial === number.serial &&
        wanted.year === number.year,
    );
    return near < 0 ? null : near;
  }

  /** 新疆维吾尔自治区人民政府令 / 第239号, also with several authorities above 令. */
  private orderHead(at: number): DocumentHead | null {
    const { text } = this;
    const number = nextPrinted(text, at + 1, Math.min(text.lines.length, at + LINES_TO_SENTENCE));
    if (text.shapes[number]?.kind !== 'number') return null;
    const read = parseDocumentNumber(textOf(text, number));
    if (!read || read.form === 'agency') return null;
    let start = at;
    if (/^(?:令|公\s*告|通\s*告)$/u.test(textOf(text, at))) start = this.bodiesAbove(at);
    let bodies = '';
    for (let line = start; line <= at; line += 1) bodies += `${textOf(text, line)}${line < at - 1 ? '\n' : ''}`;
    return this.headWithTitleBelow({
      start,
      title: null,
      number,
      authority: { from: start, to: at + 1 },
      letterhead: null,
      end: number + 1,
      promise: this.promiseOf(parseDocumentNumber(bodies.trim() + read.text)),
      rule: 'order-heading',
    });
  }

  /** 中华人民共和国最高人民法院 / 公告 / 《…批复》已于…通过，现予公布: the number stands over the promulgated text, or nowhere. */
  private unnumberedOrder(at: number): DocumentHead | null {
    const { text } = this;
    if (!this.promulgatesBelow(at)) return null;
    const start = /^(?:令|公\s*告|通\s*告)$/u.test(textOf(text, at)) ? this.bodiesAbove(at) : at;
    return {
      start,
      title: null,
      number: null,
      authority: { from: start, to: at + 1 },
      letterhead: null,
      end: at + 1,
      promise: null,
      rule: 'order-without-number',
    };
  }

  /** Whether the sentence under line `at` is 《…》已经…通过，现予公布. */
  private promulgatesBelow(at: number): boolean {
    const { text } = this;
    const first = nextPrinted(text, at + 1, Math.min(text.lines.length, at + LINES_TO_SENTENCE));
    if (!textOf(text, first).startsWith('《')) return false;
    let sentence = '';
    for (let line = first; line < Math.min(text.lines.length, first + MOST_SENTENCE_LINES); line += 1) {
      if (isPrinted(text, line)) sentence += textOf(text, line);
      if (sentence.includes('。')) break;
    }
    return PROMULGATES.test(sentence);
  }

  // Joint orders name each authority on a line of its own above 令.
  private bodiesAbove(at: number): number {
    let start = at;
    for (let line = at - 1; line >= this.floor(); line -= 1) {
      if (!isPrinted(this.text, line)) continue;
      if (!/^[^：:]*[部委会局署院行厅府国]$/u.test(textOf(this.text, line)) || !isTitleLine(this.text, line)) break;
      if (blankBetween(this.text, line, start) > 1) break;
      start = line;
    }
    return start;
  }

  private headWithTitleBelow(head: DocumentHead): DocumentHead {
    const promised = head.promise === null ? '' : (this.promises[head.promise]?.folded ?? '');
    const block = titleBelow(this.text, head.end, this.text.lines.length, promised);
    // 《…办法》已经…通过 under an order's number is its sentence, not a title.
    if (!block || (this.promulgatesBelow(head.end - 1) && textOf(this.text, block.from).startsWith('《'))) return head;
    const words = foldedLines(this.text, block.from, block.to);
    const isTitle = words === promised || endsAsTitle(joinedLines(this.text, block.from, block.to));
    return isTitle ? { ...head, title: block, end: block.to } : head;
  }

  private numberHead(at: number): DocumentHead | null {
    const head = this.headAtNumber(at);
    const above = lastPrinted(this.text, this.floor(), at);
    if (head?.start !== at || above < 0 || !isLetterhead(textOf(this.text, above))) return head;
    return { ...head, start: above, letterhead: above };
  }

  private headAtNumber(at: number): DocumentHead | null {
    const { text } = this;
    const read = parseDocumentNumber(textOf(text, at));
    if (!read) return null;
    const promise = this.promiseOf(read);
    const promised = promise === null ? null : (this.promises[promise]?.folded ?? null);
    const hasAuthority = read.code !== null && read.code.length > 1;
    const isInline =
      hasAuthority && (read.form === 'order' || (read.form === 'announcement' && this.promulgatesBelow(at)));
    const head: DocumentHead = {
      start: at,
      title: null,
      number: at,
      authority: null,
      letterhead: null,
      end: at + 1,
      promise,
      rule: 'number',
    };
    const above = isInline ? null : titleAbove(text, this.overDate(at), this.floor(), this.titles);
    if (above && promise === null && this.continuesItem(above)) return null;
    if (above && this.isTitle(above, promised)) {
      return {
        ...head,
        start: above.from,
        title: above,
        rule: promised === null ? 'title-over-number' : 'promised-number',
      };
    }
    const below = this.headWithTitleBelow(head);
    if (below.title !== null) return { ...below, rule: 'title-under-number' };
    if (isInline || promise !== null) return { ...head, rule: isInline ? 'order-in-one-line' : 'promised-number' };
    if (above) return { ...head, start: above.from, title: above, rule: 'title-over-number' };
    const next = nextPrinted(text, at + 1, text.lines.length);
    return isSalutation(textOf(text, next)) ? { ...head, rule: 'number-over-salutation' } : null;
  }

  /** Whether the lines go on a labelled entry above: 33.关于印发《…行政权力 / 清单和责任清单监督管理办法》的通知 / (新政办发〔2016〕147号). */
  private continuesItem(block: TitleBlock): boolean {
    const above = this.text.lines[block.from - 1];
    const shape = this.text.shapes[block.from - 1];
    return above !== undefined && shape !== undefined && shape.labelEnd > 0 && !endsSentence(above.text);
  }

  // Older issues print the day in brackets between title and number, courts the 题注.
  private overDate(at: number): number {
    let over = at;
    let note = '';
    for (let lines = 0; lines < MOST_NOTE_LINES; lines += 1) {
      const above = lastPrinted(this.text, this.floor(), over);
      const words = textOf(this.text, above);
      note = words + note;
      over = above;
      if (above < 0 || !/^[（(]/u.test(words)) continue;
      return this.text.shapes[above]?.kind === 'date' || isTitleNote(note) ? above : at;
    }
    return at;
  }

  private isTitle(block: TitleBlock, promised: string | null): boolean {
    const last = textOf(this.text, lastPrinted(this.text, block.from, block.to));
    return endsAsTitle(last) || (promised !== null && foldedLines(this.text, block.from, block.to) === promised);
  }

  /** Titles and numbers in turn with nothing between them are a list of documents, not documents. */
  private withoutLists(): DocumentHead[] {
    const { text, heads } = this;
    const hasBody = heads.map((head, nth) => {
      const next = heads[nth + 1]?.start ?? text.lines.length;
      return nextPrinted(text, head.end, next) < next;
    });
    return heads.filter((head, nth) => {
      if (head.promise !== null || head.authority !== null) return true;
      const inList = !hasBody[nth] || hasBody[nth - 1] === false;
      return !inList || (hasBody[nth] && isSalutation(textOf(text, nextPrinted(text, head.end, text.lines.length))));
    });
  }

  /**
   * A text that another forwards is printed with its own number, under 附件 or behind the signature: 现将《…公告》转发给你们. It is part of
   * what forwards it, unless the contents list it.
   */
  private withoutForwarded(heads: readonly DocumentHead[]): DocumentHead[] {
    if (this.promises.length === 0) return [...heads];
    const { text } = this;
    const kept: DocumentHead[] = [];
    for (const head of heads) {
      const above = lastPrinted(text, this.from, head.start);
      const forwards = kept.at(-1);
      const isAnnex = forwards !== undefined && text.shapes[above]?.kind === 'annex_label';
      if (head.promise === null && (isAnnex || (forwards && this.isForwardedBy(head, forwards)))) continue;
      kept.push(head);
    }
    return kept;
  }

  private isForwardedBy({ start, title }: DocumentHead, forwards: DocumentHead): boolean {
    if (title === null) return false;
    const words = foldedLines(this.text, title.from, title.to);
    const opening = foldedLines(this.text, forwards.start, Math.min(start, forwards.end + LINES_TO_SENTENCE));
    return words.length >= SHORTEST_FORWARDED && /转发|批转/u.test(opening) && opening.includes(words);
  }

  /** Documents without a number stand where the text repeats a title of the contents. */
  private promisedTitles(): DocumentHead[] {
    const wanted = new Map<string, number[]>();
    this.promises.forEach((promise, index) => {
      if (this.kept.has(index) || promise.folded.length < 4) return;
      const key = promise.folded.slice(0, 4);
      wanted.set(key, [...(wanted.get(key) ?? []), index]);
    });
    const found: DocumentHead[] = [];
    if (wanted.size === 0) return found;
    const taken = new Set(this.heads.flatMap((head) => range(head.start, head.end)));
    for (let at = this.from; at < this.text.lines.length; at += 1) {
      if (taken.has(at) || !isPrinted(this.text, at) || !isTitleLine(this.text, at)) continue;
      const candidates = wanted.get(foldText(textOf(this.text, at).slice(0, 12)).slice(0, 4)) ?? [];
      const head = this.promisedAt(
        at,
        candidates.filter((index) => !this.kept.has(index)),
      );
      if (!head) continue;
      found.push(head);
      at = head.end - 1;
    }
    return found;
  }

  private promisedAt(at: number, candidates: readonly number[]): DocumentHead | null {
    let folded = '';
    let possible = candidates;
    for (let line = at; line < Math.min(at + 10, this.text.lines.length) && possible.length > 0; line += 1) {
      if (!isPrinted(this.text, line)) continue;
      folded += foldText(textOf(this.text, line));
      const matched = possible.find((index) => this.promises[index]?.folded === folded);
      if (matched !== undefined) {
        this.kept.add(matched);
        const title = { from: at, to: line + 1 };
        const number = unreadableNumber(this.text, line + 1);
        return {
          start: at,
          title,
          number,
          authority: null,
          letterhead: null,
          end: (number ?? line) + 1,
          promise: matched,
          rule: 'promised-title',
        };
      }
      possible = possible.filter((index) => this.promises[index]?.folded.startsWith(folded));
    }
    return null;
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** The heads of all documents behind line `from`, in order. */
export function findDocumentHeads(
  text: PrintedText,
  from: number,
  promises: readonly ContentsPromise[],
): DocumentHead[] {
  return new HeadFinder(text, from, promises).find();
}
