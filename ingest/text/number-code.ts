import { AUTHORITY_ENDINGS, FULL_NATIONAL_NAMES, NATIONAL_NAMES } from './authority-names.ts';
import { matchesOf } from './matches.ts';

// What stands before a code in running text and is never part of one; the cut falls behind the last of them.
// 从省政府川办发 → 川办发 · 现将国发 → 国发 · 第五条和新政办发 → 新政办发 · 继续参照东府办发 → 东府办发 · 自治区地质矿产厅新地发 → 新地发
const WORDS_BEFORE =
  /(?:[现兹特今]将|第[一二三四五六七八九十百千]{1,7}[条款项章节][和与及或]?|根据|依据|依照|按照|参照|遵照|比照|对照|执行|落实好|贯彻|落实|确保|关于|印发|发布|公布|出台|作出|批准|转发|下发|颁布|通知|意见|决定|规定|办法|以及|及其|废止|修正|修订|修改|代替|替代|文件|人民政府|政府|办公厅|办公室|公司|法院|检察院|委员会|总局|[省市县]委|[\u4e00-\u9fff]{2}厅|[\u4e00-\u9fff]{4,}?(?:部|局|委|署)(?=[\u4e00-\u9fff]{3})|[一二三四五六七八九十]日|[号的按以由了见])(?=.{2})/gu;
// In the name of an issuing authority its own words may not be cut: 国家发展和改革委员会令.
const WORDS_BEFORE_AUTHORITY =
  /(?:根据|依据|依照|按照|参照|遵照|比照|执行|落实好|贯彻|落实|确保|关于|印发|发布|公布|批准|转发|颁布|以及|及其|废止|修正|修订|修改|[一二三四五六七八九十]日|[号的按以由])(?=.{2})/gu;
// 对国发〔2019〕5号 · 2005年4月8日自治区 (the run begins behind a digit); 和田, 从化 and 将乐 have codes of their own.
// 我院法〔1998〕86号 · 原国家食品药品监督管理总局令第8号 · 原甲价费〔2008〕19号 · 原江府〔1998〕54号; 原政发, 原阳政 and 原州政 are codes of places.
const OWNER = /^(?:[了以](?=.)|[我本][院部局委会省市区县厅州]|原(?=.{4}|[^平阳州政党委府人办发函].{1,2}$))/u;
const START_WORDS = /^(?:[年月日]|[对为在与及或见至经])(?=[^\s、]{2})/u;
// Behind 》, ） or 号 a conjunction is one: 国发〔2020〕1号和新政发〔2020〕3号.
const CONJUNCTION = /^[\s\u3000、]*[和与及或](?=.{2})/u;
const BEHIND_REFERENCE = /[》〉>）)\]号0-9]$/u;
const OPENING_SIGNS = /^[\s\u3000、]+/u;
// What stands between spaces or 、. Must match: 财政部 · 税务总局公告
const PIECE = /[^\s\u3000、]+/gu;
const SHORTEST_WITH_NAME = 5;
const INSTRUMENT = /(?:令|公告|通告)$/u;

function cutBehindLast(text: string, words: RegExp): number {
  let cut = 0;
  for (const match of matchesOf(words, text)) cut = match.index + match[0].length;
  return cut;
}

function looksLikeAuthority(name: string): boolean {
  return (
    NATIONAL_NAMES.includes(name) ||
    AUTHORITY_ENDINGS.some((ending) => name.length > ending.length && name.endsWith(ending))
  );
}

/** Start of 财政部 税务总局公告 in 经国务院同意，财政部 税务总局公告: pieces from the right while they name bodies. */
function startOfAuthorities(text: string): number {
  const pieces = matchesOf(PIECE, text);
  let start = pieces.at(-1)?.index ?? 0;
  for (const piece of pieces.slice(0, -1).reverse()) {
    if (!looksLikeAuthority(piece[0])) break;
    start = piece.index;
  }
  return start;
}

function startOfAgencyCode(text: string): number {
  const pieces = matchesOf(PIECE, text);
  const last = pieces.at(-1);
  if (!last) return 0;
  const previous = pieces.at(-2);
  // 新 政 办 发: letter-spaced.
  if (pieces.length > 1 && pieces.every((piece) => piece[0].length === 1)) return 0;
  // 新政办 发〔2011〕115号: one sign split off by a line end or wide spacing belongs to the code.
  if (previous && last[0].length === 1 && previous[0].length <= 8) return previous.index;
  return last.index;
}

function behindNationalName(text: string): number {
  let cut = 0;
  if (text.length < SHORTEST_WITH_NAME) return cut;
  for (const name of FULL_NATIONAL_NAMES) {
    const at = text.lastIndexOf(name);
    if (at >= 0 && at + name.length + 2 <= text.length) cut = Math.max(cut, at + name.length);
  }
  return cut;
}

/**
 * Cuts what running text puts before a document number's code. Reads the characters that stand before 〔2010〕 or 第5号,
 * `before` is the character before them. Returns the code and how many characters were dropped:
 * 从省政府川办发 → 川办发 (4), 以交通运输部令 → 交通运输部令 (1).
 */
export function trimCode(run: string, before: string): { code: string; dropped: number } {
  let dropped = 0;
  const drop = (length: number): void => {
    dropped += length;
  };
  const rest = (): string => run.slice(dropped);
  drop(OPENING_SIGNS.exec(rest())?.[0].length ?? 0);
  if (rest().startsWith('号')) drop(1);
  if (dropped > 0 || BEHIND_REFERENCE.test(before)) drop(CONJUNCTION.exec(rest())?.[0].length ?? 0);
  const ofAuthority = INSTRUMENT.test(run.trimEnd());
  drop(cutBehindLast(rest(), ofAuthority ? WORDS_BEFORE_AUTHORITY : WORDS_BEFORE));
  drop(START_WORDS.exec(rest())?.[0].length ?? 0);
  drop(OPENING_SIGNS.exec(rest())?.[0].length ?? 0);
  drop(ofAuthority ? startOfAuthorities(rest()) : startOfAgencyCode(rest()));
  if (!ofAuthority) drop(behindNationalName(rest()));
  drop(OWNER.exec(rest())?.[0].length ?? 0);
  return { code: rest(), dropped };
}
