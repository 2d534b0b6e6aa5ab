import type { StatedFact } from '../../model/source.ts';
import { articleLines } from './article-body.ts';
import { withLinkedContents } from './linked-contents.ts';
import { linesOf, type PageLine } from './page-lines.ts';
import { opensWithTitle, pageTitle, showsTitle, titleLine, withBareTitle, withoutRepeatedTitle } from './page-title.ts';
import { parsePage, type Page } from './page-tree.ts';
import { readStatedFacts, strongestFacts, type FactReading, type PageFact } from './stated-facts.ts';

/** The article of a page as one text: the facts that the page states, one a line, an empty line, then the article's lines. */
export interface ReadPage {
  text: string;
  statedFacts: StatedFact[];
}

const FACT_METAS: readonly { meta: string; name: PageFact['name'] }[] = [
  { meta: 'pubdate', name: 'publicationDate' },
  { meta: 'firstpublishedtime', name: 'publicationDate' },
];

interface Attempt {
  page: Page;
  lines: PageLine[];
  reading: FactReading;
  article: number[];
  characters: number;
}

function readAttempt(html: string, hidden: boolean): Attempt {
  const page = parsePage(html, { hidden });
  const lines = withLinkedContents(linesOf(page.body));
  const rough = readStatedFacts(lines, () => false);
  const first = articleLines(page.body, lines, rough.lines);
  // Inside the running text nothing is stated: a line like 实施日期：… there is the document's own.
  const opening =
    first.find((index) => /[，。；]/.test(lines[index]?.text ?? '') && !rough.lines.has(index)) ?? Infinity;
  const closing = first.at(-1) ?? -1;
  const reading = readStatedFacts(lines, (index) => index >= opening && index <= closing);
  const stated = reading.facts.find(({ fact }) => fact.name === 'title')?.fact.value ?? null;
  const title = pageTitle(page.head, stated, lines, true);
  const article = articleLines(page.body, lines, reading.lines, title === null ? null : titleLine(lines, title));
  const characters = article.reduce((sum, index) => sum + (lines[index]?.characters ?? 0), 0);
  return { page, lines, reading, article, characters };
}

function metaFacts(page: Page): PageFact[] {
  return FACT_METAS.flatMap(({ meta, name }) => {
    const value = page.head.metas.get(meta);
    return value !== undefined && /\d{4}-\d{1,2}-\d{1,2}/.test(value) ? [{ name, label: meta, value, rank: 90 }] : [];
  });
}

function compose(facts: readonly PageFact[], article: readonly string[]): ReadPage {
  const statedFacts: StatedFact[] = [];
  let text = '';
  for (const { name, label, value } of facts) {
    const line = `${label}：${value}`;
    statedFacts.push({ name, label, value, span: { start: text.length, end: text.length + line.length } });
    text += `${line}\n`;
  }
  if (statedFacts.length > 0) text += '\n';
  return { text: `${text}${article.join('\n')}\n`, statedFacts };
}

/**
 * Reads a saved page: `<td>发文字号：</td><td>国发〔2019〕5号</td>` becomes a stated fact and the line 发文字号：国发〔2019〕5号,
 * the article one line a paragraph, rows of tables with tabs. Null when the page holds no article.
 */
export function readHtml(html: string): ReadPage | null {
  let attempt = readAttempt(html, false);
  // Some pages keep their text hidden until a script shows it.
  if (attempt.characters < 200) {
    const whole = readAttempt(html, true);
    if (whole.characters > attempt.characters * 2) attempt = whole;
  }
  const { page, lines, reading } = attempt;
  if (attempt.article.length === 0) return null;
  const inArticle = new Set(attempt.article);
  const facts = strongestFacts([
    ...reading.facts.filter(({ line }) => !inArticle.has(line)).map(({ fact }) => fact),
    ...metaFacts(page),
  ]);
  const stated = facts.find((fact) => fact.name === 'title')?.value ?? null;
  let text = withoutRepeatedTitle(attempt.article.map((index) => lines[index]?.text ?? ''));
  const hasHeading = attempt.article.slice(0, 8).some((index) => /^h[1-4]$/.test(lines[index]?.owner.name ?? ''));
  const title = pageTitle(page.head, stated, lines, hasHeading || opensWithTitle(text));
  if (title !== null) text = withBareTitle(text, title);
  if (title !== null && !showsTitle(text, title)) text = [title, ...text];
  return compose(facts, text);
}
