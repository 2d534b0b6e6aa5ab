/**
 * Names of facts before them in running text: `文号：广府〔2018〕52号　公布日期：2018年7月3日`, `制发机关　市水利局　　文号　江水规〔2022〕1号`,
 * `【发文字号】鹿住建规〔2021〕3号`.
 */
import { roleOfHead } from './catalogue-columns.ts';
import type { ColumnRole } from './catalogue-columns.ts';

/** The name of a fact in a text. */
export interface Label {
  role: ColumnRole;
  start: number;
  /** Where its fact begins. */
  value: number;
}

const LONGEST_LABEL = 12;
/** One word that could be a name between spaces is none: 标题　关于…. */
const FEWEST_BETWEEN_SPACES = 2;
// Must match: 【发文字号】 · 【制定机关】：      Must not: 【2021】
const IN_CORNERS = /【([\u4e00-\u9fff]{2,12})】[：:]?/gu;
const HAN = /[\u4e00-\u9fff]/u;
const WORD = /[^\s\u3000]+/gu;

/** The names of facts in a text, in order: in corners; before a colon; where no colon stands behind one, two words or more between spaces. */
export function labelsIn(text: string): Label[] {
  const labels = labelsInCorners(text);
  if (labels.length > 0) return labels;
  for (let at = nextColon(text, 0); at >= 0; at = nextColon(text, at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_LABEL && HAN.test(text.charAt(start - 1))) start -= 1;
    const found = roleOfHead(text.slice(start, at));
    if (found) labels.push({ role: found.role, start, value: at + 1 });
  }
  return labels.length > 0 ? labels : labelsBetweenSpaces(text);
}

function labelsInCorners(text: string): Label[] {
  if (!text.includes('【')) return [];
  return Array.from(text.matchAll(IN_CORNERS)).flatMap(({ index, 0: printed, 1: words = '' }) => {
    const role = roleOfHead(words)?.role;
    return role === undefined ? [] : [{ role, start: index, value: index + printed.length }];
  });
}

function nextColon(text: string, from: number): number {
  const [wide, narrow] = [text.indexOf('：', from), text.indexOf(':', from)];
  return wide < 0 || (narrow >= 0 && narrow < wide) ? narrow : wide;
}

function labelsBetweenSpaces(text: string): Label[] {
  const labels: Label[] = [];
  let isFact = true;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const role: ColumnRole | null = isFact && word.length <= LONGEST_LABEL ? (roleOfHead(word)?.role ?? null) : null;
    if (role) labels.push({ role, start: index, value: index + word.length });
    isFact = role === null;
  }
  return isFact && labels.length >= FEWEST_BETWEEN_SPACES ? labels : [];
}

/** Whether a line opens with the name of a fact: 文号：广府〔2018〕52号, 【文号】广府〔2018〕52号. */
export function opensLabelled(text: string): boolean {
  return (text.startsWith('【') || HAN.test(text.charAt(0))) && labelsIn(text)[0]?.start === 0;
}

/** The name right before a fact that ends a text, without a sign between them: …，公布日期|2021年10月8日. Null where none stands there. */
export function labelBefore(text: string, end: number): Label | null {
  let start = end;
  while (start > 0 && end - start < LONGEST_LABEL && HAN.test(text.charAt(start - 1))) start -= 1;
  const found = start > 0 ? roleOfHead(text.slice(start, end)) : null;
  return found && { role: found.role, start, value: end };
}
