/**
 * Whether two printed lines are one: `…会议通过,现予` / `公布,自2024年10月15日起施行。` (Xinjiang 2024 no. 17-18) are, a heading and
 * its text, two list entries, two names are not. Pure: reads what two lines look like, returns a verdict and the rule that gave it.
 */
import { endsSentence, hasClauseMark, leavesOpen, widthOf } from './characters.ts';

/** What stands between two lines and what the lines around them look like. */
export interface JoinContext {
  /** Blank lines and page furniture between the two; 0 when the lines touch. */
  gap: number;
  /** The upper line stands in a block of touching lines that is hard-wrapped prose. */
  wrapped: boolean;
  /** The upper line reaches the right margin of that block. */
  full: boolean;
  /** The upper line begins with a label: true when the labels beside it stand before running text, false before bare headings; null without label. */
  runIn: boolean | null;
  /** The lower line is indented further than the upper one, in a block that uses indents for paragraphs. */
  indented: boolean;
  /** The paragraph so far is an entry of a list of documents, which its number or day in brackets ends. */
  entryOver: boolean;
  /** The line behind the lower one begins with a label or is running text. */
  bodyFollows: boolean;
}

export interface JoinVerdict {
  join: boolean;
  rule: string;
  /** No clear sign: worth a warning. */
  doubtful: boolean;
}

const yes = (rule: string, doubtful = false): JoinVerdict => ({ join: true, rule, doubtful });
const no = (rule: string, doubtful = false): JoinVerdict => ({ join: false, rule, doubtful });

// A line never begins with these: the one above goes on. 〔2011〕115号 is the rest of 新政办.
const GOES_ON = /^(?:[，。；：、！？）》〉〕】”’,;:)?!]|〔\d|的(?!士)|了|等[，。、]|们|发〔)/u;
/** A name or value by its label. */
// Must match: 组　长：王　某　市政府 · 副组长：李某      Must not: 现就有关事项通知如下： · 为此，提出下要求：各地要
export const NAMED_VALUE = /^[\u4e00-\u9fff][\u4e00-\u9fff\s\u3000]{1,9}[：:]\s{0,4}[^\s，。；]/u;
/** 有效期至2025 / 年12月31日 and 中发〔2020〕3 / 号 are one line, 2023 / 亿元 are two. */
const FIGURE_OPEN = /\d$/u;
// Must match: 年12月31日 · 号）      Must not: 亿元 · 年底
const UNIT = /^(?:年\d|月\d|日|号[）)，。、]|[%％])/u;
// Must match: (新政办发〔2016〕147号)      Must not: (2024年3月12日 乌政通规〔2024〕1号) · （一）
const NUMBER_BEHIND = /^[（(][^（()）日\d\s]{1,24}[〔[]\d{4}[〕\]]\d{1,5}号[）)][。；;]?$/u;
// A line never ends with these: ，、 a hyphen, a word that governs the next.
const GOVERNS =
  /[，、,—-]$|(?:[^一]和|以及|或者|[^参]与|及其|或|将|把|对于|按照|根据|依据|依照|为了|属于|[规应]当|不得|并|且|之|由|自)$/u;
const SHORTEST_PRINTED_LINE = 12;
const SHORTEST_LABELLED = 8;
const SHORTEST_SENTENCE_START = 9;
const LONGEST_SENTENCE_TAIL = 10;
const SHORTEST_FRAGMENT = 16;
const LONGEST_HEADING_TAIL = 22;

/** What the two lines say by themselves, whatever stands around them; null when they do not say. */
export function judgeByWords(above: string, below: string): JoinVerdict | null {
  if (GOES_ON.test(below)) return yes('begins-with-a-continuation');
  if (NUMBER_BEHIND.test(below)) return yes('number-of-the-title-above');
  if (FIGURE_OPEN.test(above) && UNIT.test(below)) return yes('figure-open');
  if (endsSentence(above)) return no('sentence-over');
  return leavesOpen(above) ? yes('bracket-open') : null;
}

/**
 * Judges two lines of running text that stand one after the other; the lower one begins with no label of its own.
 * `above`: the last printed line of the paragraph so far.
 */
export function judgeJoin(above: string, below: string, context: JoinContext): JoinVerdict {
  return judgeByWords(above, below) ?? judgeInContext(above, below, context);
}

/** As judgeJoin, for lines that judgeByWords leaves undecided. */
export function judgeInContext(above: string, below: string, context: JoinContext): JoinVerdict {
  if (context.entryOver) return no('entry-over');
  if (context.indented) return no('indented');
  // 1.2 编制依据 is a heading where the labels beside it stand before headings.
  const isHeading = context.runIn === false && !hasClauseMark(above) && !above.endsWith('、');
  if (!isHeading && GOVERNS.test(above)) return yes('clause-open');
  return context.gap === 0 ? judgeTouching(above, below, context) : judgeApart(above, below, context);
}

function judgeTouching(above: string, below: string, { wrapped, full, runIn }: JoinContext): JoinVerdict {
  const width = widthOf(above);
  if (!full && runIn === true && width >= SHORTEST_LABELLED && isSentenceBroken(above, below))
    return yes('labelled-sentence-open', !wrapped);
  if (!wrapped)
    return width >= SHORTEST_PRINTED_LINE && runIn !== false && hasClauseMark(above) && isShortened(above, below)
      ? yes('broken-once', true)
      : no('line-of-its-own');
  if (!full) return no('line-ended-early');
  if (NAMED_VALUE.test(above) && NAMED_VALUE.test(below)) return no('named-values');
  return runIn === false ? no('heading') : yes('wrapped');
}

// Must match: 第三条 受理机构应当自收到申请之日起 / 5个工作日内作出决定。 · 第一条 为了绿化事业的发展，改善生 / 态环境，根据国
// Must not match: 1.《户外招牌设置规范》（海城管规〔2020〕1号） / 特此公告。 · 第二条推动去库存。〔责任单位：市财政局〕 / 第三条加大支持力度。
function isSentenceBroken(above: string, below: string): boolean {
  if (/[）)》”〕\]】]$/u.test(above) || /^(?:特此|第)/u.test(below)) return false;
  return endsSentence(below) || (hasClauseMark(above) && hasClauseMark(below));
}

// Two touching lines outside a wrapped block: 各州、市、县(市)人民政府,各行政公署,自治 / 区人民政府各部门、各直属机构:
function isShortened(above: string, below: string): boolean {
  return widthOf(above) <= 40 && widthOf(below) <= widthOf(above) + 6;
}

function judgeApart(above: string, below: string, { runIn, bodyFollows }: JoinContext): JoinVerdict {
  const width = widthOf(above);
  const hasMark = hasClauseMark(above);
  if (runIn === false && !hasMark) {
    const isTail =
      bodyFollows && width >= SHORTEST_PRINTED_LINE && widthOf(below) <= LONGEST_HEADING_TAIL && !hasClauseMark(below);
    return isTail ? yes('heading-broken', true) : no('heading');
  }
  if (hasMark && width >= SHORTEST_SENTENCE_START) return yes('sentence-open');
  const isProse = hasClauseMark(below) || endsSentence(below);
  if (runIn === true && width >= SHORTEST_PRINTED_LINE && (isProse || widthOf(below) >= SHORTEST_FRAGMENT)) {
    return yes('labelled-sentence-open', !isProse);
  }
  if (runIn === true && endsSentence(below) && widthOf(below) <= LONGEST_SENTENCE_TAIL) return yes('sentence-tail');
  if (runIn === true) return no('label-of-its-own');
  if (width >= SHORTEST_PRINTED_LINE && width <= 60 && isProse) return yes('sentence-without-mark-open', true);
  return no(isProse ? 'short-line' : 'list-lines');
}
