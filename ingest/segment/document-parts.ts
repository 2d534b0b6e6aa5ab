/**
 * The parts of a document: the covering notice or order, what it promulgates or passes on, its annexes. Told by the closing, by
 * annex labels, by a promised title that stands over a text, by article numbers that begin again.
 */
import { foldText } from '../text/fold.ts';
import { closingAt } from './closing.ts';
import { headsAnnexList, standsOverAnnex } from './annex-list.ts';
import { apartTitle } from './apart-title.ts';
import type { DocumentHead } from './document-head.ts';
import type { PartRange } from './found-document.ts';
import { opensCoveringText, PASSES_ON } from './lost-headings.ts';
import { OwnPromises, promisesList } from './own-promises.ts';
import { beginsNamedText, holdsText, isSetOverTitle, opensListed, overDivisions } from './part-signs.ts';
import { lastPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { behindSectionLine } from './section-line.ts';
import { tableLabel } from './table-label.ts';
import type { TableLabel } from './table-label.ts';
import { foldedLines, isTitleLine, titleAbove, titleBelow } from './title-block.ts';
import { endsAsTitle } from './title-ending.ts';
import type { TitleBlock } from './title-block.ts';

/** The parts of one document, and the line where another document begins that has no head of its own; null when there is none. */
export interface FoundParts {
  parts: PartRange[];
  nextDocument: { at: number; rule: string } | null;
}

const FIRST_ARTICLE = 1;
const TABLE_RULE = 'table-label';
const BRACKET = /^[（(]/u;

class PartFinder {
  readonly #text: PrintedText;
  readonly #head: DocumentHead;
  readonly #to: number;
  readonly #isListed: boolean;
  readonly #parts: PartRange[];
  readonly #promises: OwnPromises;
  #articles = 0;
  #nextDocument: FoundParts['nextDocument'] = null;

  constructor(text: PrintedText, head: DocumentHead, { to, promised, isListed }: DocumentPlace) {
    this.#text = text;
    this.#head = head;
    this.#to = to;
    this.#isListed = isListed;
    this.#promises = new OwnPromises(text, head, to, promised);
    this.#parts = [
      {
        from: head.start,
        to,
        annexLabel: null,
        annexNumber: null,
        title: head.title,
        body: head.end,
        closing: null,
        rule: head.rule,
      },
    ];
  }

  find(): FoundParts {
    let at = this.#head.end;
    while (at < this.#to && this.#nextDocument === null) at = this.#step(at);
    const end = this.#nextDocument?.at ?? this.#to;
    const last = this.#parts.at(-1);
    if (last) last.to = end;
    return { parts: this.#parts, nextDocument: this.#nextDocument };
  }

  #current(): PartRange {
    return this.#parts.at(-1) ?? this.#fail();
  }

  #fail(): never {
    throw new Error('a document has at least its covering part');
  }

  /** Looks at one line, returns the line to look at next. */
  #step(at: number): number {
    switch (this.#text.shapes[at]?.kind) {
      case 'date':
        return BRACKET.test(textOf(this.#text, at)) ? this.#atTitleNote(at) : this.#atDate(at);
      case 'note':
        return this.#atTitleNote(at);
      case 'annex_label':
        return this.#atAnnexLabel(at);
      case 'annex_notice':
        return this.#atAnnexNotice(at);
      case 'article':
        return this.#atArticle(at);
      case 'chapter':
      case 'part':
        return this.#atDivision(at);
      case 'text':
        return this.#atText(at);
      default:
        return at + 1;
    }
  }

  #atDate(at: number): number {
    const part = this.#current();
    // A day right under the head closes nothing.
    if (nextPrinted(this.#text, part.body, at) >= at) return at + 1;
    const closing = closingAt(
      this.#text,
      at,
      part.body,
      this.#to,
      (next) =>
        beginsNamedText(this.#text, next, this.#to, this.#promises.above(next)) ||
        isSetOverTitle(this.#text, { day: at, floor: part.body, next, to: this.#to }),
    );
    if (!closing) return at + 1;
    part.closing ??= closing;
    return this.#afterClosing(closing.end);
  }

  /** A bracketed day or 题注 under a title, where text of the document stands above: the title begins a part or a document. */
  #atTitleNote(at: number): number {
    const part = this.#current();
    const title = BRACKET.test(textOf(this.#text, at)) ? titleAbove(this.#text, at, part.body) : null;
    if (!title || !holdsText(this.#text, part.body, title.from)) return at + 1;
    if (!endsAsTitle(textOf(this.#text, lastPrinted(this.#text, title.from, title.to)))) return at + 1;
    return Math.max(this.#begin(title.from, title, 'title-over-note'), this.#nextDocument ? 0 : at + 1);
  }

  /** Behind a closing a title begins the next part, or another document. */
  #afterClosing(end: number): number {
    const at = behindSectionLine(this.#text, nextPrinted(this.#text, end, this.#to), this.#to);
    if (at >= this.#to || this.#text.shapes[at]?.kind === 'annex_label') return end;
    const table = tableLabel(textOf(this.#text, at));
    if (table) return this.#openTable(at, table);
    const title = titleBelow(this.#text, at, this.#to, this.#promises.above(at));
    if (!title || nextPrinted(this.#text, title.to, this.#to) >= this.#to) return end;
    return this.#begin(at, title, 'title-behind-closing');
  }

  /** 表1 behind the closing, and 表2 behind it, are annexes. */
  #openTable(at: number, { number, isTitled }: TableLabel): number {
    const title = isTitled ? { from: at, to: at + 1 } : titleBelow(this.#text, at + 1, this.#to);
    const body = title?.to ?? at + 1;
    this.#open({ from: at, annexLabel: at, annexNumber: number, title, body, rule: TABLE_RULE });
    return body;
  }

  #begin(at: number, title: TitleBlock, rule: string): number {
    if (opensListed(textOf(this.#text, title.from))) return at + 1;
    if (!this.#isOwn(title)) {
      this.#nextDocument = { at, rule: 'unpromised-title' };
      return at;
    }
    this.#open({ from: at, annexLabel: null, annexNumber: null, title, body: title.to, rule });
    return title.to;
  }

  /** Whether the document itself promises the text under this title. */
  #isOwn(title: TitleBlock): boolean {
    const words = foldedLines(this.#text, title.from, title.to);
    const promises = this.#promises.above(title.from);
    if (words.length >= 4 && promises.includes(words)) return true;
    if (promisesList(promises, words)) return true;
    const isFirst = this.#parts.length === 1;
    return isFirst && (this.#head.authority !== null || PASSES_ON.test(promises));
  }

  #open(part: Omit<PartRange, 'to' | 'closing'>): void {
    this.#current().to = part.from;
    this.#articles = 0;
    this.#parts.push({ ...part, to: this.#to, closing: null });
  }

  #atAnnexLabel(at: number): number {
    const text = this.#text;
    const part = this.#current();
    if (headsAnnexList(text, at, this.#to, part.closing !== null)) return at + 1;
    const title = titleBelow(text, at + 1, this.#to, this.#promises.above(at));
    const number = text.shapes[at]?.number[0] ?? null;
    this.#open({
      from: at,
      annexLabel: at,
      annexNumber: number,
      title,
      body: title?.to ?? at + 1,
      rule: 'annex-label',
    });
    return title?.to ?? at + 1;
  }

  /** 附件1：XX表 behind the closing labels an annex and names it; before the closing it announces one. */
  #atAnnexNotice(at: number): number {
    const part = this.#current();
    const words = textOf(this.#text, at);
    if (part.closing === null && part.annexLabel === null && !standsOverAnnex(this.#text, at, this.#to)) {
      this.#promises.add(at, words);
      return at + 1;
    }
    const isNumbered = /^附\s{0,4}[件表录]\s{0,2}[0-9０-９一二三四五六七八九十]/u.test(words);
    if (part.closing === null && !isNumbered && !standsOverAnnex(this.#text, at, this.#to)) return at + 1;
    const number = Number(/\d{1,3}/u.exec(words.slice(0, 8))?.[0] ?? NaN);
    this.#open({
      from: at,
      annexLabel: at,
      annexNumber: Number.isNaN(number) ? null : number,
      title: { from: at, to: at + 1 },
      body: at + 1,
      rule: 'annex-label-with-title',
    });
    return at + 1;
  }

  #atArticle(at: number): number {
    const shape = this.#text.shapes[at];
    const number = shape?.number[0];
    if (number !== FIRST_ARTICLE || shape?.spaced !== true || shape.number.length > 1) {
      this.#articles += 1;
      return at + 1;
    }
    const restarts = this.#articles > 0;
    this.#articles += 1;
    return this.#regulationBegins(at, restarts);
  }

  #atDivision(at: number): number {
    const isFirst = this.#text.shapes[at]?.number[0] === 1;
    return isFirst && this.#articles === 0 ? this.#regulationBegins(at, false) : at + 1;
  }

  /** The title over the first article or chapter begins a part, where something of the document stands before it. */
  #regulationBegins(at: number, restarts: boolean): number {
    const text = this.#text;
    const part = this.#current();
    const title = titleAbove(text, overDivisions(text, at, part.body), part.body);
    if (!title || !holdsText(this.#text, part.body, title.from)) return at + 1;
    const named = endsAsTitle(textOf(text, lastPrinted(text, title.from, title.to)));
    const words = foldedLines(text, title.from, title.to);
    if (!named && !restarts && (words.length < 8 || !this.#promises.above(title.from).includes(words))) return at + 1;
    const begun = this.#begin(title.from, title, restarts ? 'articles-begin-again' : 'title-over-first-article');
    if (this.#nextDocument === null) this.#articles = 1;
    return this.#nextDocument === null ? Math.max(begun, at + 1) : begun;
  }

  #atText(at: number): number {
    const words = textOf(this.#text, at);
    const above = this.#current();
    const apart = this.#isListed || above.annexLabel !== null ? null : apartTitle(this.#text, at, above.body, this.#to);
    if (apart && !this.#isOwn(apart)) return this.#begin(at, apart, 'apart-title');
    const table = above.rule === TABLE_RULE ? tableLabel(words) : null;
    if (table?.number === (above.annexNumber ?? 0) + 1) return this.#openTable(at, table);
    if (this.#parts.length > 1 || this.#articles > 0) {
      if (!opensCoveringText(this.#text, at, this.#to)) return at + 1;
      // Nothing is inherited from the neighbour.
      this.#nextDocument = { at, rule: 'lost-heading' };
      return at;
    }
    const part = this.#current();
    if (part.closing !== null || !isTitleLine(this.#text, at) || !endsAsTitle(words.slice(-24)))
      return this.#untitledHead(at);
    return this.#promisedTitle(at);
  }

  // A title broken over lines: its first line does not end as titles do.
  #untitledHead(at: number): number {
    const line = this.#text.lines[at];
    if (!line || line.width > 40 || line.width < 6 || this.#current().closing !== null || !isTitleLine(this.#text, at))
      return at + 1;
    return this.#promisedTitle(at);
  }

  /** A covering text that lost its signature: the promised title stands alone over its text. */
  #promisedTitle(at: number): number {
    if (this.#head.rule === 'implied' && at < this.#head.end) return at + 1;
    const folded = foldText(textOf(this.#text, at));
    if (folded.length < 6 || !this.#promises.above(at).includes(folded)) return at + 1;
    const title = titleBelow(this.#text, at, this.#to, this.#promises.above(at));
    if (!title) return at + 1;
    const words = foldedLines(this.#text, title.from, title.to);
    const own = this.#head.title ? foldedLines(this.#text, this.#head.title.from, this.#head.title.to) : '';
    const isPromised =
      words.length >= 8 &&
      words !== own &&
      endsAsTitle(textOf(this.#text, title.to - 1)) &&
      (own.includes(words) || this.#promises.named.has(words));
    if (!isPromised || nextPrinted(this.#text, title.to, this.#to) >= this.#to) return at + 1;
    return this.#begin(at, title, 'promised-title-over-text');
  }
}

/** Where a document ends, and what the printed contents say of it. */
export interface DocumentPlace {
  to: number;
  /** Its folded title in the contents; empty for none. */
  promised: string;
  /** The issue prints contents: where they list no other document, none is looked for. */
  isListed: boolean;
}

/** Splits the lines [head.start, to) of a document into its parts. */
export function findParts(text: PrintedText, head: DocumentHead, place: DocumentPlace): FoundParts {
  return new PartFinder(text, head, place).find();
}
