import type { StatedFactName } from '../../model/source.ts';
import { withoutSpaces } from '../../text/spaces.ts';
import { FACT_LABELS } from './fact-labels.ts';
import { isInside, type PageLine } from './page-lines.ts';
import type { PageElement } from './page-tree.ts';

/** A row of the page's own table about its document, by the lines that it stands on. */
export interface PageFact {
  name: StatedFactName;
  label: string;
  value: string;
  /** Of two statements of one fact, the smaller counts: 成文日期 before 印发日期. */
  rank: number;
}

/** A label or a value, in the order of reading. A label without a colon counts only where a table gives it a cell of its own. */
interface Token {
  kind: 'label' | 'value';
  text: string;
  colon: boolean;
}

const SPACE = '[ \\u00a0\\u3000]{0,6}';
const ESCAPED = [...FACT_LABELS.keys()]
  .sort((one, other) => other.length - one.length)
  .map((label) => Array.from(label, (letter) => letter.replace(/[（）()]/, '[（(）)]')).join(SPACE));

/** Matches `索 引 号：`, `发文字号:`, `【文　　号】`; not 公布日期为 or 名称 inside a sentence, for the colon or bracket is part of it. */
const LABEL = new RegExp(`[\\[【〔(（]?(${ESCAPED.join('|')})(?:${SPACE}[：:][\\]】]?|[】\\]]${SPACE}[：:]?)`, 'g');

/** Without one of them a cell holds no label. */
const MARK = /[：:】\]]/;

/** A bar of `<span>`s without colons. Matches 发布日期2021-05-24来源山西省交通运输厅; not 发布日期为2021年5月24日. */
const BARE_BAR =
  /^((?:发布|公开|更新)(?:日期|时间))[ \u3000]{0,3}(\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?)(?![\d-])/;

const LONGEST_BARE_BAR = 60;

const LONGEST_VALUE = 300;
const FEWEST_COLUMNS = 3;
/** A page's table is of short lines; a paragraph is none of it. */
const LONGEST_LINE = 600;

const HAN = /[\u4e00-\u9fff]/;
const EMPTY_VALUE = /^(?:无|暂无|-+|—+|\/|空|null|undefined|\.)$/i;

/** What a value must look like to be one: a page's table of data can have a column 文号, too. */
const VALUE_SHAPES: Record<StatedFactName, RegExp> = {
  indexNumber: /[\dA-Za-z]/,
  documentNumber: /\d|号|[〇零一二三四五六七八九十]/,
  title: /[\u4e00-\u9fff].{2}/,
  issuingAuthority: /^[^\d。；]{3,200}$/,
  promulgationDate: /\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}|^\d{8}$/,
  publicationDate: /\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}|^\d{8}$/,
  effectiveDate: /\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}|^\d{8}$/,
  expiryDate: /\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}|^\d{8}$/,
  validity: /^[^\d。]{1,12}$/,
  topic: /^[^。]{2,80}$/,
  unifiedNumber: /[\dA-Za-z]{3}/,
};

/**
 * The label that a cell is, colon or not; null for other text. In a row of cells, whatever ends with a colon is one; on a line
 * of its own it can be 各市、县人民政府：.
 */
function wholeLabel(cell: string, inRow: boolean): Token | null {
  const text = withoutSpaces(cell).replace(/^[[【]|[\]】]$/g, '');
  const name = text
    .replace(/[：:]$/, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
  if (FACT_LABELS.has(name)) return { kind: 'label', text: name, colon: name !== text };
  // 信息公开编码： is a label that nobody listed: it ends the value before it.
  return inRow && text.length <= 12 && /[：:]$/.test(text) && HAN.test(text)
    ? { kind: 'label', text: name, colon: true }
    : null;
}

function tokensOfCell(cell: string, inRow: boolean): Token[] {
  const whole = wholeLabel(cell, inRow);
  if (whole) return [whole];
  const [, label, day] = BARE_BAR.exec(cell) ?? [];
  if (!inRow && label !== undefined && day !== undefined && cell.length <= LONGEST_BARE_BAR)
    return [
      { kind: 'label', text: label, colon: true },
      { kind: 'value', text: day, colon: false },
    ];
  if (!MARK.test(cell)) return [{ kind: 'value', text: cell.trim(), colon: false }];
  const tokens: Token[] = [];
  let from = 0;
  for (const match of cell.matchAll(LABEL)) {
    const before = cell.slice(from, match.index);
    // 中文名称：… is another label, not 名称.
    if (tokens.length === 0 && HAN.test(before.slice(-1))) continue;
    if (before.trim() !== '' && tokens.length > 0) tokens.push({ kind: 'value', text: before.trim(), colon: false });
    tokens.push({
      kind: 'label',
      text: withoutSpaces(match[1] ?? '')
        .replace(/\(/g, '（')
        .replace(/\)/g, '）'),
      colon: true,
    });
    from = match.index + match[0].length;
  }
  const rest = cell.slice(from).trim();
  if (rest !== '' || tokens.length === 0) tokens.push({ kind: 'value', text: rest, colon: false });
  return tokens;
}

/** 2017-06-22 点击：455 ]: what a bar goes on with behind its day. Not 2021年4月16日（2023年修订）. */
const AFTER_DAY = /^(\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?)(?! \d{1,2}:)[ \]】|][^（(]*$/;

function factOf(label: Token, value: string): PageFact | null {
  const meaning = FACT_LABELS.get(label.text);
  const text = value
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/[|｜【[（(]+\s*$/, '')
    .replace(/^([^。]{1,20})。$/, '$1')
    .replace(AFTER_DAY, '$1')
    .trim();
  if (!meaning?.name || text === '' || text.length > LONGEST_VALUE || EMPTY_VALUE.test(text)) return null;
  return VALUE_SHAPES[meaning.name].test(text)
    ? { name: meaning.name, label: label.text, value: text, rank: meaning.rank }
    : null;
}

/** A site's own summary over the text; no document begins with one. */
const SUMMARY = /^[【[]?(?:内容)?(?:摘要|概述|概览|简介)\s?[】\]]?\s?[：:]/;

/** The facts and the number of labels on one line; `open` is a label at its end that still waits for its value. */
interface LineReading {
  facts: PageFact[];
  labels: number;
  open: Token | null;
  /** Characters of it that are neither label nor value. */
  loose: number;
}

function readLine(line: PageLine): LineReading {
  const reading: LineReading = { facts: [], labels: 0, open: null, loose: 0 };
  if (line.text.length > LONGEST_LINE) return { ...reading, loose: line.characters };
  const cells = line.text.split('\t');
  const tokens = cells.flatMap((cell) => tokensOfCell(cell, cells.length > 1));
  for (const token of tokens) {
    if (token.kind === 'label') {
      reading.labels += 1;
      reading.open = token;
    } else if (reading.open) {
      const fact = factOf(reading.open, token.text);
      if (fact) reading.facts.push(fact);
      reading.open = null;
    } else reading.loose += withoutSpaces(token.text).length;
  }
  return isTableHead(tokens, reading.facts.length)
    ? { facts: [], labels: 0, open: null, loose: line.characters }
    : reading;
}

/**
 * Whether the cells of a row are the head of a table of data: names without a colon one beside the other (文件名称 文号 印发日期), or with
 * words beside them that are no facts (制定机关 文件 印发日期 备案).
 */
function isTableHead(tokens: readonly Token[], facts: number): boolean {
  if (tokens.length < FEWEST_COLUMNS || tokens.some(({ kind, colon }) => kind === 'label' && colon)) return false;
  const isLabel = (at: number): boolean => tokens[at]?.kind === 'label';
  const labels = tokens.filter(({ kind }) => kind === 'label').length;
  if (labels < 2) return false;
  if (tokens.some((_, at) => isLabel(at) && isLabel(at + 1))) return true;
  return facts === 0 && tokens.some(({ kind, text }) => kind === 'value' && text !== '');
}

/**
 * Two lines that are label and value of one row: 文号 and 国发〔2019〕5号 in `<dt>`/`<dd>`, in two `<div>` side by side or in
 * `<div><label>文号</label><p>国发〔2019〕5号</p></div>`.
 */
function areSideBySide(label: PageLine, value: PageLine): boolean {
  if (label.owner === value.owner || label.owner.parent === null) return false;
  return label.owner.parent === value.owner.parent || label.owner === value.owner.parent;
}

/** The child of `ancestor` in which an element stands. */
function childOf(ancestor: PageElement, element: PageElement): PageElement {
  let at = element;
  while (at.parent && at.parent !== ancestor) at = at.parent;
  return at;
}

function commonAncestor(one: PageElement, other: PageElement): PageElement {
  let at = one;
  while (at.parent && !isInside(other, at)) at = at.parent;
  return at === one && at === other && at.parent ? at.parent : at;
}

function isRowLike(row: PageElement, model: PageElement): boolean {
  return row.name === model.name && row.attributes.class === model.attributes.class;
}

/** Rows of the same table between two that are known: 信息所属单位 渔业渔政管理司 is furniture, too, though nobody listed its label. */
function rowsBetween(lines: readonly PageLine[], known: ReadonlySet<number>): number[] {
  const order = [...known].sort((one, other) => one - other);
  return order.flatMap((first, position) => {
    const last = order[position + 1];
    const above = lines[first];
    const below = last === undefined ? undefined : lines[last];
    if (last === undefined || !above || !below || last - first < 2 || last - first > 9) return [];
    const table = commonAncestor(above.owner, below.owner);
    const model = childOf(table, above.owner);
    const between = lines.slice(first + 1, last).map((_, offset) => first + 1 + offset);
    const areRows = between.every((index) => {
      const owner = lines[index]?.owner;
      return (
        owner !== undefined && isInside(owner, table) && owner !== table && isRowLike(childOf(table, owner), model)
      );
    });
    return areRows && isRowLike(childOf(table, below.owner), model) ? between : [];
  });
}

/** The facts of a page and the lines that state them, which are no text of the document. */
export interface FactReading {
  facts: { fact: PageFact; line: number }[];
  /** Indexes into the lines given: rows of the table, the bar under a title. */
  lines: Set<number>;
}

/**
 * Reads a page's table about its document (索引号, 发文字号, 成文日期, …), in whatever elements it stands, and its bar
 * 发布日期：2019-02-15 来源：…. `isText` says which lines are running text of the document and so state nothing here.
 */
export function readStatedFacts(lines: readonly PageLine[], isText: (line: number) => boolean): FactReading {
  const reading: FactReading = { facts: [], lines: new Set() };
  let open: { token: Token; line: number } | null = null;
  let recent = -10;
  lines.forEach((line, index) => {
    if (isText(index)) {
      open = null;
      return;
    }
    const { facts, labels, open: waiting, loose } = readLine(line);
    if (labels === 0) {
      const label: PageLine | undefined = open ? lines[open.line] : undefined;
      if (open && label && areSideBySide(label, line)) {
        const fact = factOf(open.token, line.text);
        if (fact) reading.facts.push({ fact, line: index });
        reading.lines.add(open.line).add(index);
        recent = index;
      }
      open = null;
      return;
    }
    const isBar = labels >= 2 && loose === 0;
    const named =
      facts.length > 0 || SUMMARY.test(line.text) || isBar || index - recent <= 3 || waiting?.colon === true;
    open = waiting ? { token: waiting, line: index } : null;
    if (!named || loose > 40) return;
    for (const fact of facts) reading.facts.push({ fact, line: index });
    reading.lines.add(index);
    recent = index;
  });
  for (const index of rowsBetween(lines, reading.lines)) reading.lines.add(index);
  return reading;
}

/** One statement a fact: the best-ranked label, of equals the first on the page. */
export function strongestFacts(facts: readonly PageFact[]): PageFact[] {
  const best = new Map<StatedFactName, PageFact>();
  for (const fact of facts) {
    const held = best.get(fact.name);
    if (!held || fact.rank < held.rank) best.set(fact.name, fact);
  }
  return [...best.values()];
}
