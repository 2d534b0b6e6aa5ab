/**
 * Logical paragraphs of a part's body: printed lines joined where one sentence, title or list entry goes on, each with the lines it
 * came from. Marks and page furniture are left out.
 */
import type { MappedText } from '../model/mapped-text.ts';
import type { SegmentKind } from '../model/issue.ts';
import type { Warning } from '../model/warning.ts';
import { judgeByWords, judgeInContext } from '../text/joining.ts';
import type { JoinVerdict } from '../text/joining.ts';
import { endsSentence, hasClauseMark, isSpaceAt, leavesOpen } from '../text/characters.ts';
import { endsInNote } from '../text/closing-note.ts';
import { concat, slice } from '../text/mapped-text.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { isTitleNote } from '../structure/classify-line.ts';
import type { LineShape, ShapeKind } from '../structure/classify-line.ts';
import { BodyContext } from './body-context.ts';
import { behindOwnContents, isContentsWord, isOwnContentsHeading } from './contents/contents-heading.ts';
import type { Paragraph, ParagraphRole } from '../model/document-draft.ts';
import { isPrinted, nextPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { spacedTableLines } from './spaced-table-lines.ts';

/** Lines whose role is known before joining: titles, signatures, labels. */
export type KnownRoles = ReadonlyMap<number, ParagraphRole>;

/** Labels that may be lost before an unspaced label is taken for a mention. */
const MOST_LOST = 2;
// Must match: …推动去库存。〔责任单位：市财政局〕 · （市教育局负责）      Must not: （以下简称本办法）的
const CLOSES_REMARK = /[。；][〔[【（(][^〔[【（(]{2,60}[〕\]】）)]$|^[〔[【（(][^〔[【（(]{2,60}[〕\]】）)]$/u;
const NO_JOIN: JoinVerdict = { join: false, rule: 'no-line', doubtful: false };
/** Lines of these kinds never go on the one above. */
const BEGINS_ALONE: ReadonlySet<ShapeKind> = new Set(['row', 'annex_label', 'annex_notice', 'date', 'imprint']);
const UNLABELLED: ReadonlySet<ShapeKind> = new Set(['text', 'order', 'number', 'note', 'date']);

export interface ParagraphRequest {
  from: number;
  to: number;
  roles: KnownRoles;
  /** What the lines are claimed as. */
  kind: SegmentKind;
}

interface OpenParagraph {
  role: ParagraphRole;
  pieces: MappedText[];
  first: number;
  last: number;
  joined: boolean;
}

class ParagraphBuilder {
  readonly paragraphs: Paragraph[] = [];
  readonly #text: PrintedText;
  readonly #request: ParagraphRequest;
  readonly #context: BodyContext;
  readonly #warnings: Warning[];
  /** Lines of tables whose cells stand one space apart. */
  readonly #tables: ReadonlySet<number>;
  #open: OpenParagraph | null = null;
  #lastArticle = 0;
  #ownContents = false;
  #ownContentsEnd = 0;

  constructor(text: PrintedText, request: ParagraphRequest, warnings: Warning[]) {
    this.#text = text;
    this.#request = request;
    this.#context = new BodyContext(text, request.from, request.to, (at) => request.roles.has(at));
    this.#warnings = warnings;
    this.#tables = spacedTableLines(text, request.from, request.to);
  }

  build(): Paragraph[] {
    const { from, to } = this.#request;
    for (let at = from; at < to; at += 1) if (isPrinted(this.#text, at)) this.#readLine(at);
    this.#close();
    return this.paragraphs;
  }

  #readLine(at: number): void {
    const shape = this.#text.shapes[at];
    const line = this.#text.lines[at];
    if (!shape || !line) return;
    const known = this.#request.roles.get(at);
    const role = known ?? this.#roleOf(at, shape);
    const verdict = this.#verdict(at, shape, role);
    if (verdict?.join && this.#open) {
      this.#append(at, verdict);
      return;
    }
    this.#close();
    this.#open = { role, pieces: [line.content], first: at, last: at, joined: false };
    this.#text.claims[at] ??= { kind: this.#kindOf(role), rule: ruleOf(role, shape, known !== undefined, verdict) };
  }

  #kindOf(role: ParagraphRole): SegmentKind {
    switch (role) {
      case 'signature':
      case 'date':
      case 'distribution':
        return 'signature';
      case 'letterhead':
      case 'authority':
      case 'number':
      case 'title':
      case 'title_note':
      case 'annex_label':
        return this.#request.kind === 'report' ? 'report' : 'heading';
      default:
        return this.#request.kind;
    }
  }

  #roleOf(at: number, shape: LineShape): ParagraphRole {
    if (shape.kind === 'row' || this.#tables.has(at)) return 'table';
    if (shape.kind === 'imprint') return 'distribution';
    if (shape.kind === 'annex_notice' || (shape.kind === 'annex_label' && !this.#request.roles.has(at)))
      return 'annex_notice';
    if (
      this.#open?.role === 'annex_notice' &&
      (shape.kind === 'point' || shape.kind === 'decimal') &&
      endsAnnexList(this.#text, at)
    )
      return 'annex_notice';
    if (at < this.#ownContentsEnd) return 'list';
    if (isOwnContentsHeading(this.#text, at)) this.#ownContents = true;
    else if (isContentsWord(this.#text, at)) {
      this.#ownContentsEnd = behindOwnContents(this.#text, at, this.#request.to);
      if (this.#ownContentsEnd > at) return 'list';
    } else if (this.#ownContents && !this.#inOwnContents(at, shape)) this.#ownContents = false;
    if (this.#ownContents) return 'list';
    return 'body';
  }

  /** A document's own list of chapters ends where its first division stands again, or where text begins. */
  #inOwnContents(at: number, shape: LineShape): boolean {
    const isDivision =
      shape.kind === 'chapter' || shape.kind === 'section' || shape.kind === 'part' || shape.kind === 'subpart';
    if (!isDivision) return shape.kind === 'text' && (this.#text.lines[at]?.width ?? 99) <= 12;
    const name = withoutSpaces(this.#text.lines[at]?.text ?? '');
    for (let index = this.paragraphs.length - 1; index >= 0; index -= 1) {
      const paragraph = this.paragraphs[index];
      if (paragraph?.role !== 'list') break;
      if (withoutSpaces(paragraph.text.text) === name) return false;
    }
    return true;
  }

  #verdict(at: number, shape: LineShape, role: ParagraphRole): JoinVerdict | null {
    const open = this.#open;
    if (!open) {
      this.#countArticle(shape);
      return null;
    }
    // A 题注 over several lines is one.
    if (role === 'title_note' && open.role === role && leavesOpen(concat(open.pieces).text))
      return { join: true, rule: 'bracket-open', doubtful: false };
    if (this.#request.roles.has(at) || open.role !== role || role === 'table' || role === 'list') {
      if (open.role !== 'annex_notice' || role !== 'body') {
        this.#countArticle(shape);
        return { join: false, rule: 'other-role', doubtful: false };
      }
    }
    if (this.#beginsUnit(at, shape, open)) return { join: false, rule: 'label', doubtful: false };
    return this.#judge(at, open);
  }

  #countArticle(shape: LineShape): void {
    if (shape.kind === 'article' && shape.number[0] !== undefined) this.#lastArticle = shape.number[0];
  }

  /** Whether a line begins a provision. 第八条 at the head of a line is a mention where the sentence above goes on and 8 is not due. */
  #beginsUnit(at: number, shape: LineShape, open: OpenParagraph): boolean {
    if (BEGINS_ALONE.has(shape.kind)) return true;
    if (UNLABELLED.has(shape.kind) || shape.labelEnd === 0) return false;
    const above = this.#text.lines[open.last]?.text ?? '';
    if (shape.kind !== 'article')
      return shape.kind !== 'decimal' || shape.spaced || endsSentence(above) || !hasClauseMark(above);
    const number = shape.number[0] ?? 0;
    const isDue =
      number === this.#lastArticle + 1 || (number === this.#lastArticle && shape.number.length > 1) || number === 1;
    const isNear = number > this.#lastArticle && number <= this.#lastArticle + MOST_LOST + 1;
    const isOver = endsSentence(above) || (isDue && CLOSES_REMARK.test(above));
    const begins = isDue || isNear ? shape.spaced || isOver : shape.spaced && isOver;
    if (begins) this.#lastArticle = number;
    return begins || (isDue && !shape.spaced && this.#isGapBefore(at, open));
  }

  #isGapBefore(at: number, open: OpenParagraph): boolean {
    return at - open.last > 1 && !hasClauseMark((this.#text.lines[open.last]?.text ?? '').slice(-6));
  }

  #judge(at: number, open: OpenParagraph): JoinVerdict {
    const above = this.#text.lines[open.last];
    const below = this.#text.lines[at];
    if (!above || !below) return NO_JOIN;
    const byWords = judgeByWords(above.text, below.text);
    if (byWords?.join) return byWords;
    const byIndent = at - open.last === 1 ? this.#judgeByIndent(open.last, at) : null;
    const clear = byIndent ?? byWords;
    if (clear) return clear;
    if (open.first === open.last && this.#text.shapes[open.last]?.kind === 'number')
      return { join: false, rule: 'number-above', doubtful: false };
    if (isClosedNote(open)) return { join: false, rule: 'bracket-closed', doubtful: false };
    const next = nextPrinted(this.#text, at + 1, this.#request.to);
    const nextShape = this.#text.shapes[next];
    const nextText = next < this.#request.to ? (this.#text.lines[next]?.text ?? '') : '';
    return judgeInContext(above.text, below.text, {
      gap: at - open.last - 1,
      wrapped: this.#context.isWrapped(open.last),
      full: this.#context.isFull(open.last),
      runIn: open.first === open.last || !open.joined ? this.#context.runIn(open.first) : true,
      indented: at - open.last === 1 && this.#context.isWrapped(open.last) && below.indent >= above.indent + 1.5,
      entryOver: isEntryOver(open),
      bodyFollows: (nextShape?.labelEnd ?? 0) > 0 || hasClauseMark(nextText),
    });
  }

  /** In a block that indents the first lines of paragraphs, a flush line goes on the one above, which reaches the margin. */
  #judgeByIndent(above: number, at: number): JoinVerdict | null {
    const begins = this.#context.beginsByIndent(at);
    if (begins === null || this.#request.roles.has(above)) return null;
    if (begins) return { join: false, rule: 'indented', doubtful: false };
    const isOver = endsSentence(this.#text.lines[above]?.text ?? '') && !this.#context.isFull(above);
    return isOver ? null : { join: true, rule: 'flush-left', doubtful: false };
  }

  #append(at: number, verdict: JoinVerdict): void {
    const open = this.#open,
      text = this.#text;
    const line = text.lines[at];
    if (!open || !line) return;
    open.pieces.push(line.content);
    open.last = at;
    open.joined = true;
    text.claims[at] ??= { kind: this.#kindOf(open.role), rule: `joined: ${verdict.rule}` };
    if (verdict.doubtful) {
      this.#warnings.push({
        code: 'line_join_doubtful',
        message: `第${line.number}行与上文相接，无明确标志`,
        line: line.number,
        span: { start: line.start, end: line.end },
      });
    }
  }

  /** A 题注 over several lines is known only when joined; it stands before any text of its part. */
  #isWrappedNote(words: string): boolean {
    const last = this.paragraphs.at(-1)?.role;
    return (last === undefined || last === 'title' || last === 'title_note') && isTitleNote(words);
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const content = trimmed(concat(open.pieces));
    const first = this.#text.lines[open.first];
    const last = this.#text.lines[open.last];
    const start = content.runs[0]?.source ?? first?.start ?? 0;
    const lastRun = content.runs.at(-1);
    this.paragraphs.push({
      role: open.role === 'body' && open.joined && this.#isWrappedNote(content.text) ? 'title_note' : open.role,
      text: content,
      span: { start, end: lastRun ? lastRun.source + lastRun.length : start },
      lines: { start: first?.number ?? 0, end: last?.number ?? 0 },
      joined: open.joined,
    });
  }
}

/** 三、…管理办法（1998年5月28日自治区人民政府令第76号发布）: no clause, and the bracket that ends it. */
function isEntryOver({ pieces }: OpenParagraph): boolean {
  return endsInNote(pieces.at(-1)?.text ?? '') && !pieces.some(({ text }) => hasClauseMark(text));
}

/** Whether a paragraph is all between brackets: a 题注 or remark that is over. */
function isClosedNote({ pieces }: OpenParagraph): boolean {
  const first = pieces[0]?.text ?? '';
  const last = pieces.at(-1)?.text ?? '';
  return /^[（(]/u.test(first) && /[）)]$/u.test(last) && !leavesOpen(concat(pieces).text);
}

function trimmed(content: MappedText): MappedText {
  let from = 0;
  let to = content.text.length;
  while (from < to && isSpaceAt(content.text, from)) from += 1;
  while (to > from && isSpaceAt(content.text, to - 1)) to -= 1;
  return from === 0 && to === content.text.length ? content : slice(content, from, to);
}

/** Why a line begins a paragraph: its known role, its label, or why it was not joined to the line above. */
function ruleOf(role: ParagraphRole, shape: LineShape, known: boolean, verdict: JoinVerdict | null): string {
  if (known) return role;
  if (shape.labelEnd > 0 || shape.kind !== 'text') return shape.kind;
  return verdict && verdict.rule !== 'other-role' ? `apart: ${verdict.rule}` : 'paragraph';
}

/** Whether the numbered lines behind 附件： go on being short names of annexes. */
function endsAnnexList(text: PrintedText, at: number): boolean {
  const words = text.lines[at]?.text ?? '';
  return words.length <= 80 && !words.includes('。');
}

/** The paragraphs of the lines [from, to); claims the lines and says why each was joined or left apart. */
export function buildParagraphs(text: PrintedText, request: ParagraphRequest, warnings: Warning[]): Paragraph[] {
  return new ParagraphBuilder(text, request, warnings).build();
}
