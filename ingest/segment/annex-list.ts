/** Whether 附件： heads a list of annexes, before the closing or at the end of a text, and no annex itself. */
import { endsSentence } from '../text/characters.ts';
import { isPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { isSalutation } from './salutation.ts';

const MOST_LINES = 60;
const MOST_LINES_OVER_DAY = 6;
const WIDEST_NAME = 40;

/** `at` is the line of the label; `closed`: the text above has its closing already. */
export function headsAnnexList(text: PrintedText, at: number, to: number, closed: boolean): boolean {
  const first = nextPrinted(text, at + 1, to);
  if (!closed && namesThenCloses(text, first, to)) return true;
  if (closed || text.shapes[first]?.kind !== 'point' || !/[：:]$/u.test(textOf(text, at))) return false;
  return closesSoon(text, first, to) || isAllNames(text, first, to);
}

// Must match: 序号　文件名称　发布机关及文号 · 序号	项目 · | 序号 | 名称 |      Must not: 序号重复的
const TABLE_HEAD = /^(?:\|\s{0,4})?(?:序\s?号|编\s?号|项\s?目|类\s?别)(?=[\s\u3000|]).{0,80}$/u;

/** Whether 附件1：…目录 on line `at` stands over what it names: the head of a table, a salutation, a first article; else it announces an annex. */
export function standsOverAnnex(text: PrintedText, at: number, to: number): boolean {
  const next = nextPrinted(text, at + 1, to);
  const shape = text.shapes[next];
  if ((shape?.kind === 'article' || shape?.kind === 'chapter') && shape.number[0] === 1) return true;
  const words = textOf(text, next);
  return TABLE_HEAD.test(words) || (shape?.kind === 'text' && isSalutation(words));
}

/** 附： / 高效节能产品推广财政补助资金管理暂行办法 over the signature names the annex, which stands under the day with a label of its own. */
function namesThenCloses(text: PrintedText, from: number, to: number): boolean {
  for (let at = from, lines = 0; at < to && lines < MOST_LINES_OVER_DAY; at += 1) {
    if (!isPrinted(text, at)) continue;
    const kind = text.shapes[at]?.kind;
    if (kind === 'date') return lines > 0 && text.shapes[nextPrinted(text, at + 1, to)]?.kind === 'annex_label';
    if (kind !== 'text' || (text.lines[at]?.width ?? 0) > WIDEST_NAME || endsSentence(textOf(text, at))) return false;
    lines += 1;
  }
  return false;
}

function closesSoon(text: PrintedText, from: number, to: number): boolean {
  for (let at = from, seen = 0; at < to && seen < MOST_LINES; at += 1) {
    if (!isPrinted(text, at)) continue;
    const kind = text.shapes[at]?.kind;
    if (kind === 'date') return true;
    if (kind === 'annex_label') return false;
    seen += 1;
  }
  return false;
}

/** 附：1.中小企业声明函 2.执行情况公告 at the end of a text names annexes, and none of them follows. */
function isAllNames(text: PrintedText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const kind = text.shapes[at]?.kind;
    if (kind === 'annex_label') return true;
    if (!isPrinted(text, at)) continue;
    if (kind !== 'point' || (text.lines[at]?.width ?? 0) > WIDEST_NAME || textOf(text, at).includes('。')) return false;
  }
  return true;
}
