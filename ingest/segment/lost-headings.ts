/** Covering texts that lost title, number and authority between two pages: a line that opens another document inside one. */
import { isPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { titlesIn } from './own-promises.ts';
import { isSalutation } from './salutation.ts';
import { foldedLines, titleBelow } from './title-block.ts';

const MOST_SENTENCE_LINES = 8;
// Must match: 各区县市人民政府,…,各有关单位：      Must not: 各成员单位职责：
const ADDRESSEE = /(?:政府|委员会|管委会|[委局厅办部院署行]|单位|机构|公司|部门|组织|企业|学校)[：:]$/u;
// Must match: 《…管理规定》根据本决定作相应修改，重新公布。      Must not: 《…方案》已经市政府同意，现印发给你们
const REPRINTS = /^《.{2,80}》.{0,8}(?:根据|依照|按照)本/u;
/** Words with which a covering text passes another text on. */
export const PASSES_ON = /印发|转发|公布|发布|批转|颁布|附件|下发/u;

/** Whether line `at` opens a covering text without its heading. */
export function opensCoveringText(text: PrintedText, at: number, to: number): boolean {
  const words = textOf(text, at);
  if (REPRINTS.test(words)) return false;
  if (words.startsWith('《') || words.startsWith('现将《')) return isTransmittal(text, at, to);
  return words.startsWith('各') && isSalutation(words) && isAddress(text, at, to);
}

/** 《2024年伊犁州直营商环境提升年活动方案》已经…同意，现印发你们 with that very title under it. */
function isTransmittal(text: PrintedText, at: number, to: number): boolean {
  let words = '';
  let last = at;
  for (let lines = 0; lines < MOST_SENTENCE_LINES && last < to; lines += 1) {
    if (isPrinted(text, last)) words += textOf(text, last);
    const named = titlesIn(words)[0] ?? null;
    const next = nextPrinted(text, last + 1, to);
    const title = named === null ? null : titleBelow(text, next, to, named);
    if (title && foldedLines(text, title.from, title.to) === named) return true;
    last = next;
  }
  return false;
}

/** 各区县市人民政府，…： with a covering sentence under it. */
function isAddress(text: PrintedText, at: number, to: number): boolean {
  const words = textOf(text, at);
  const next = textOf(text, nextPrinted(text, at + 1, to));
  return /[，、,]/u.test(words) && ADDRESSEE.test(words) && PASSES_ON.test(next) && next.includes('《');
}
