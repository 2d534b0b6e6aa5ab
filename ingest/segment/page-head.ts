/**
 * What stands at the head of a saved file and is no print: the lines 标题：… 发布时间：… of a web page, the YAML front matter of a
 * Markdown file (`---` / `title: …` / `---`), a list of links to its own headings.
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { isPrinted, makeFurniture, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

const MOST_METADATA = 16;
const OPENS_ENTRY = new Set(['comma', 'point', 'article']);
const MOST_FRONT_MATTER = 60;
// Must match: 标题: 平潭综合实验区… · 发布时间：2017-04-25 · 文号: 岚综管综〔2017〕89号      Must not: 附件：名单 · 主席：某某
const METADATA = new RegExp(`^(?:${publishers.metadataLabels.join('|')})\\s?[：:]\\s?\\S[^。]{0,200}$`, 'u');
// Must match: title: 国务院公报2023年第12期 · tags: · "date": 2023-06-30      Must not: 国务院令 · 附件: 1
const YAML_KEY = /^["']?[A-Za-z_][\w-]{0,40}["']?\s?:(?:\s|$)/u;

// Must match: ::: details 目录      Must not: ::: warning · :::
const OPENS_NAVIGATION = /^:{3,}\s?[a-z]+\s.{0,20}目\s?[录次]\s?$/u;
const CLOSES_CONTAINER = /^:{3,}$/u;
const MOST_NAVIGATION = 400;

/** Claims the head of a saved file as furniture. */
export function claimPageHead(text: PrintedText): void {
  claimFrontMatter(text);
  claimNavigation(text);
  claimMetadata(text);
}

function printedLine(text: PrintedText, at: number): string {
  const line = text.lines[at];
  return line ? text.source.slice(line.start, line.end) : '';
}

/** Front matter opens the file with `---`, holds keys, and closes with `---` or `...`. */
function claimFrontMatter(text: PrintedText): void {
  if (printedLine(text, 0).trimEnd() !== '---') return;
  let keys = 0;
  for (let at = 1; at < Math.min(text.lines.length, MOST_FRONT_MATTER); at += 1) {
    const line = printedLine(text, at).trimEnd();
    if (line === '---' || line === '...') {
      if (keys > 0) for (let inside = 0; inside <= at; inside += 1) makeFurniture(text, inside, 'front-matter');
      return;
    }
    if (YAML_KEY.test(line)) keys += 1;
  }
}

/** A container of links to the page's own headings, which a site's generator puts over the text: `::: details 目录` … `:::`. */
function claimNavigation(text: PrintedText): void {
  const from = text.lines.findIndex((_, at) => at < MOST_FRONT_MATTER && OPENS_NAVIGATION.test(printedLine(text, at)));
  if (from < 0) return;
  for (let at = from + 1; at < Math.min(text.lines.length, from + MOST_NAVIGATION); at += 1) {
    const line = printedLine(text, at).trimEnd();
    if (line.includes('。')) return;
    if (!CLOSES_CONTAINER.test(line)) continue;
    for (let inside = from; inside <= at; inside += 1) makeFurniture(text, inside, 'page-navigation');
    return;
  }
}

/** Lines 标题：… 发布时间：… with which a saved page opens; two of them make a head. A head states a fact once, and no entry of a list stands in it. */
function claimMetadata(text: PrintedText): void {
  const found: number[] = [];
  const labels = new Set<string>();
  for (let at = 0, seen = 0; at < text.lines.length && seen < MOST_METADATA; at += 1) {
    if (!isPrinted(text, at)) continue;
    if (OPENS_ENTRY.has(text.shapes[at]?.kind ?? '')) break;
    const words = textOf(text, at);
    if (METADATA.test(words)) {
      found.push(at);
      labels.add(words.slice(0, words.search(/[：:]/u)).trimEnd());
    }
    seen += 1;
  }
  if (found.length >= 2 && labels.size === found.length)
    for (const at of found) makeFurniture(text, at, 'page-metadata');
}
