import { withoutSpaces } from '../../text/spaces.ts';
import type { LayoutLine } from './layout-line.ts';

/** Page numbers as they are printed: `— 3 —`, `- 12 -`, `第 3 页 共 9 页`, `·5·`. Not: 3. 加强监督, 2024年. */
const PAGE_NUMBER =
  /^[\s—–\-－·•.〔[(（]{0,4}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[,，/]?\s?共?\s?\d{1,4}\s?页?)?[\s—–\-－·•.〕\])）]{0,4}$/;

/** A running head that names the issue stays once, on the first page: it can be all the masthead that there is. */
const NAMES_ISSUE = /公报.{0,20}期|公報.{0,20}期/;

/** How many lines at the top and at the foot of a page can run through all pages. */
const EDGE_LINES = 3;

/** 新疆维吾尔自治区人民政府公报 2024年第17期 · 12 and the same with 14 are one running line. */
function fold(text: string): string {
  return withoutSpaces(text.replace(/\d+/g, '#'));
}

function edges(lines: readonly LayoutLine[]): { top: LayoutLine[]; foot: LayoutLine[] } {
  const sorted = [...lines].sort((one, other) => other.y - one.y);
  const top = sorted.slice(0, EDGE_LINES);
  return { top, foot: sorted.slice(-EDGE_LINES).filter((line) => !top.includes(line)) };
}

/**
 * Finds page furniture by its place: page numbers in the outermost lines, and lines that stand at the top or the foot of at
 * least three pages (or on both of two) in the same place and words, numbers apart. Takes the lines page by page, returns those to leave out.
 */
export function runningLines(pages: readonly (readonly LayoutLine[])[]): Set<LayoutLine> {
  const seen = new Map<string, LayoutLine[]>();
  const result = new Set<LayoutLine>();
  for (const lines of pages) {
    const { top, foot } = edges(lines);
    for (const [where, edge] of [['top', top] as const, ['foot', foot] as const]) {
      for (const line of edge) {
        const key = `${where} ${Math.round(line.y / 6)} ${fold(line.text)}`;
        seen.set(key, [...(seen.get(key) ?? []), line]);
      }
    }
    for (const line of [top[0], foot.at(-1)]) {
      if (line && PAGE_NUMBER.test(line.text) && /\d/.test(line.text)) result.add(line);
    }
  }
  const often = pages.length === 2 ? 2 : Math.max(3, Math.ceil(pages.length * 0.3));
  const first = new Set(pages[0]);
  for (const lines of seen.values()) {
    if (lines.length < often) continue;
    for (const line of lines) if (!(first.has(line) && NAMES_ISSUE.test(line.text))) result.add(line);
  }
  return result;
}
