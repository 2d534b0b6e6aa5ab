import type { StatedFact } from '../model/source.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { FACT_LABELS } from './html/fact-labels.ts';

// Must match: 文号: 岚综管综〔2017〕89号 · 发布机构：平潭综合实验区管委会办公室      Must not: 各州、市人民政府： · 见第1条：略
const HEAD_LINE = /^([\u4e00-\u9fff（）() \u3000]{2,12})[:：][ \t\u3000]*(\S.{0,200})$/u;
// Where the entries of a list begin, a page's own head is over. Must match: 1、市人民政府… · 一、总体要求 · 第一条 目的      Must not: 2021年 · 第3号
const OPENS_ENTRY = /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}条)/u;
const LINES_LOOKED_AT = 16;
const FEWEST_LABELS = 2;

// Must match: title: 消耗臭氧层物质管理条例 · title: "政务数据共享条例"      Must not: shortTitle: 固体废物法
const YAML_TITLE = /^title\s?:[ \t]+["']?([^"'\s].{1,200}?)["']?[ \t\r]*$/mu;
const LONGEST_FRONT_MATTER = 4000;

/** The title in the YAML front matter of a Markdown file (`---` / `title: …` / `---`); null without one. */
function frontMatterTitle(text: string): StatedFact | null {
  if (!/^---[ \t\r]*\n/u.test(text)) return null;
  const end = text.slice(0, LONGEST_FRONT_MATTER).search(/\n---[ \t\r]*(?:\n|$)/u);
  const title = end < 0 ? null : YAML_TITLE.exec(text.slice(0, end));
  const value = title?.[1];
  if (!title || value === undefined) return null;
  return { name: 'title', label: 'title', value, span: { start: title.index, end: title.index + title[0].length } };
}

/**
 * The facts with which a text saved from a web page opens, one on a line: 标题: … / 发布时间: … / 文号: 岚综管综〔2017〕89号. Reads the first
 * lines of a plain text; empty when fewer than two of them begin with a label that government pages use. Of YAML front matter: the title.
 */
export function readTextHead(text: string): StatedFact[] {
  const inFrontMatter = frontMatterTitle(text);
  if (inFrontMatter) return [inFrontMatter];
  const facts: StatedFact[] = [];
  let labels = 0;
  let start = 0;
  for (let line = 0; line < LINES_LOOKED_AT && start < text.length; line += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const printed = text.slice(start, Math.min(end, start + 240)).trim();
    if (OPENS_ENTRY.test(printed)) break;
    const head = HEAD_LINE.exec(printed);
    const label = withoutSpaces(head?.[1] ?? '');
    const known = FACT_LABELS.get(label);
    if (known) labels += 1;
    if (head && known?.name && !facts.some(({ name }) => name === known.name))
      facts.push({ name: known.name, label, value: (head[2] ?? '').trim(), span: { start, end } });
    start = end + 1;
  }
  return labels >= FEWEST_LABELS ? facts : [];
}
