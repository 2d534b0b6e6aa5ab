/**
 * What a page end leaves in a text whose pages were put one after the other: bare page numbers, the line that runs over every page,
 * the section name beside it. Told from their neighbours: a lone figure is text unless a page visibly ends there.
 */
import { endsSentence, halfDigits } from '../text/characters.ts';
import { looksLikeSection } from './section-name.ts';
import { makeFurniture, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { isIssuer, lacksIssuer } from './title-block.ts';

const FIGURE = /^\d{1,4}$/u;
// Must match: (12) · （653）      Must not: （一）
const BRACKETED = /^[（(]\s?(\d{1,4})\s?[)）]$/u;
const FEWEST_PAGES = 3;
const SHORTEST_PAGE = 10;
const LONGEST_RUNNING = 40;
const FEWEST_REPEATS = 3;
const LONGEST_SECTION = 12;
// Documents end and begin at page ends; their days and numbers differ in figures only.
const OF_DOCUMENTS = new Set(['date', 'number', 'annex_label']);
const PAGE_RULES = new Set(['page-number', 'running-head']);

interface Figure {
  at: number;
  value: number;
  bracketed: boolean;
}

/** Claims page numbers, running lines and running section names. */
export function claimPageEnds(text: PrintedText): void {
  const figures: Figure[] = [];
  for (let at = 0; at < text.lines.length; at += 1) {
    const words = textOf(text, at);
    // 1 in a table that lost its cells is the serial of a row.
    if (text.shapes[at]?.kind === 'row') continue;
    if (words.length === 0 || words.length > 8) continue;
    const digits = halfDigits(words);
    const bracketed = BRACKETED.exec(digits);
    if (bracketed) figures.push({ at, value: Number(bracketed[1]), bracketed: true });
    else if (FIGURE.test(digits)) figures.push({ at, value: Number(digits), bracketed: false });
  }
  const bare = figures.filter(({ bracketed }) => !bracketed);
  const bracketed = figures.filter((figure) => figure.bracketed);
  const pages = new Set([...pageChain(text, bare), ...pageChain(text, bracketed), ...growingFigures(text, bare)]);
  for (const { at } of figures)
    if (pages.has(at) || endsPage(text, at) || isBesideRunningHead(text, at)) makeFurniture(text, at, 'page-number');
  claimRunningLines(text);
}

/** The nearest line above or below that is not blank; -1 for none. */
function neighbour(text: PrintedText, at: number, step: 1 | -1): number {
  let line = at + step;
  while (line >= 0 && line < text.lines.length && textOf(text, line) === '') line += step;
  return line < text.lines.length ? line : -1;
}

const ruleOf = (text: PrintedText, at: number): string => text.claims[at]?.rule ?? '';

function isBesideRunningHead(text: PrintedText, at: number): boolean {
  return ([1, -1] as const).some((step) => ruleOf(text, neighbour(text, at, step)) === 'running-head');
}

/** A form feed stands behind the line. */
function endsPage(text: PrintedText, at: number): boolean {
  const next = neighbour(text, at, 1);
  const from = text.lines[at]?.end ?? 0;
  const to = next < 0 ? text.source.length : (text.lines[next]?.content.runs[0]?.source ?? from);
  return text.source.slice(from, to).includes('\f');
}

/** Figures that stand alone and count on by one from page to page. */
function pageChain(text: PrintedText, figures: readonly Figure[]): number[] {
  const alone = figures.filter(({ at }) => textOf(text, at - 1) === '' && textOf(text, at + 1) === '');
  let chain: Figure[] = [];
  const found: number[] = [];
  const close = (): void => {
    if (chain.length >= FEWEST_PAGES) found.push(...chain.map(({ at }) => at));
  };
  for (const figure of alone) {
    const last = chain.at(-1);
    if (last && figure.value === last.value + 1 && figure.at - last.at >= SHORTEST_PAGE) chain.push(figure);
    else {
      close();
      chain = [figure];
    }
  }
  close();
  return found;
}

/** Figures under the end of a sentence or a day, which grow from the first to the last of them. */
function growingFigures(text: PrintedText, figures: readonly Figure[]): number[] {
  const under = figures.filter(({ at }) => {
    const above = neighbour(text, at, -1);
    return above >= 0 && (text.shapes[above]?.kind === 'date' || endsSentence(textOf(text, above)));
  });
  const grow = under.every(({ value }, nth) => value > (under[nth - 1]?.value ?? 0));
  return grow && under.length >= FEWEST_PAGES ? under.map(({ at }) => at) : [];
}

/**
 * Whether a line under a page line stands in the middle of a text: what it interrupts is not over. Over a page line a word may end a
 * text (关于做好供水工作的 / 通告 / — 4 —), and under a text that is over a title may stand (任免事项). Names of sections that run stand twice.
 */
function standsInText(text: PrintedText, at: number): boolean {
  let above = neighbour(text, at, -1);
  if (!PAGE_RULES.has(ruleOf(text, above))) return false;
  while (above >= 0 && text.claims[above]) above = neighbour(text, above, -1);
  return above >= 0 && text.shapes[above]?.kind !== 'date' && !endsSentence(textOf(text, above));
}

/** Whether a line names the issuer of a title that goes on below: 山东省人民政府 / 关于加快发展邮政业的意见 at the head of several pages. */
function opensTitle(text: PrintedText, at: number): boolean {
  return lacksIssuer(textOf(text, neighbour(text, at, 1))) && isIssuer(textOf(text, at));
}

/** Lines that stand at several page ends are the printer's; so is the name of a section that stands right under such a line. */
function claimRunningLines(text: PrintedText): void {
  const seen = new Map<string, Set<number>>();
  const sections = new Map<string, number[]>();
  for (const [end, claim] of text.claims.entries()) {
    if (claim === null || !PAGE_RULES.has(claim.rule)) continue;
    for (const step of [1, -1] as const) {
      const at = neighbour(text, end, step);
      const words = textOf(text, at);
      if (at < 0 || text.claims[at] || words.length > LONGEST_RUNNING || endsSentence(words)) continue;
      if (OF_DOCUMENTS.has(text.shapes[at]?.kind ?? '') || opensTitle(text, at)) continue;
      if (Math.abs(at - end) === 1 && words.length <= LONGEST_SECTION && looksLikeSection(words))
        sections.set(words, [...(sections.get(words) ?? []), at]);
      const key = words.replace(/[\d０-９\s\u3000]+/gu, '');
      if (key.length > 1) seen.set(key, (seen.get(key) ?? new Set()).add(at));
    }
  }
  for (const [name, places] of sections)
    if (text.lines.filter((line) => line.text === name).length > 1 || places.some((at) => standsInText(text, at)))
      for (const at of places) makeFurniture(text, at, 'running-section');
  for (const places of seen.values())
    if (places.size >= FEWEST_REPEATS) for (const at of places) makeFurniture(text, at, 'running-head');
}
