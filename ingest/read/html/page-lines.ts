import { withoutSpaces } from '../../text/spaces.ts';
import { FACT_LABELS } from './fact-labels.ts';
import type { PageElement, PageNode } from './page-tree.ts';

/** A line as the page shows it: a paragraph, a part of one between two `<br>`, or a row of a table with its cells apart by tabs. */
export interface PageLine {
  text: string;
  /** The innermost block that holds the whole line. */
  owner: PageElement;
  /** Characters of the line, white space apart, and how many of them are links. */
  characters: number;
  linked: number;
  /** Whether every link of it leads to a file: 附件：实施方案.doc. False for a line without links. */
  toFiles: boolean;
  isRow: boolean;
}

/** Elements that stand in a line; all others begin a new one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr o:p q rp rt ruby s samp small span st1:chsdate st1:personname strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const FILE_LINK = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|ceb|zip|rar|7z|jpe?g|png|txt)(?:[?#]|$)/i;

/** A cell with more text than that is a column of the page, not a cell of a table of data. */
const LARGEST_CELL = 1200;
const MOST_CELLS = 60;
const MOST_ROWS_SPANNED = 300;

const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/;

/** White space as a browser shows it: line ends between Chinese characters are nothing, runs of spaces one; U+3000 stays. */
function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[ \t\r\n\f\v\u00a0\u2002-\u200a]+/g, (space, at: number, whole: string) => {
      const isLineEnd = space.includes('\n') && !/[\v\u00a0\u2002-\u200a]/.test(space);
      return isLineEnd && WIDE.test(whole.charAt(at - 1)) && WIDE.test(whole.charAt(at + space.length)) ? '' : ' ';
    })
    .trim();
}

class LineBuilder {
  readonly lines: PageLine[] = [];
  #text = '';
  #linked = 0;
  #links = 0;
  #fileLinks = 0;
  #prefix = '';

  /** Puts a list's number before the next line: 1. of an `<li>`. */
  begin(prefix: string): void {
    this.#prefix = prefix;
  }

  add(text: string, link: PageElement | null): void {
    this.#text += text;
    if (link) this.#linked += withoutSpaces(text).length;
  }

  addLink(link: PageElement): void {
    const target = link.attributes.href ?? '';
    if (target === '') return;
    this.#links += 1;
    if (FILE_LINK.test(target)) this.#fileLinks += 1;
  }

  end(owner: PageElement, isRow = false): void {
    const bare = isRow ? this.#text : tidy(this.#text);
    if (bare.trim() !== '') {
      const text = this.#prefix + bare;
      this.#prefix = '';
      const characters = withoutSpaces(text).length;
      const toFiles = this.#links > 0 && this.#links === this.#fileLinks;
      this.lines.push({ text, owner, characters, linked: Math.min(this.#linked, characters), toFiles, isRow });
    }
    this.#text = '';
    this.#linked = 0;
    this.#links = 0;
    this.#fileLinks = 0;
  }
}

/** The cells of a row, those of a stray `<form>` or `<font>` around them included. */
function cellsOf(row: PageElement): PageElement[] {
  return row.children.flatMap((child) => {
    if (child.kind !== 'element') return [];
    if (child.name === 'td' || child.name === 'th') return [child];
    return ['form', 'font', 'span'].includes(child.name) ? cellsOf(child) : [];
  });
}

function plainText(node: PageNode): string {
  if (node.kind === 'text') return node.text;
  if (node.name === 'br') return '\n';
  return node.children.map(plainText).join(INLINE.has(node.name) ? '' : ' ');
}

function holdsTable(node: PageElement): boolean {
  return node.children.some((child) => child.kind === 'element' && (child.name === 'table' || holdsTable(child)));
}

/** True for a row of data: two cells or more with text, none of which is a column of the page or holds a table of its own. */
function isDataRow(cells: readonly PageElement[]): boolean {
  if (cells.length < 2 || cells.length > MOST_CELLS) return false;
  if (cells.some(holdsTable)) return false;
  const texts = cells.map((cell) => withoutSpaces(plainText(cell)).length);
  return texts.filter((length) => length > 0).length >= 2 && texts.every((length) => length <= LARGEST_CELL);
}

/** Cells of a row that is a table of its own and names authorities side by side: the signatures of a joint document. */
const SIGNATURE = /^[\u4e00-\u9fff\u3000 ]{4,40}$/;

/** Whether nothing but this row stands in its table. */
function isOnlyRow(row: PageElement): boolean {
  const stands = (parent: PageElement | null, one: PageElement): boolean =>
    !parent?.children.some((child) => child.kind === 'element' && child !== one && /^(?:tr|tbody)$/.test(child.name));
  return row.parent?.name === 'tbody'
    ? stands(row.parent, row) && stands(row.parent.parent, row.parent)
    : stands(row.parent, row);
}

function isRowOfSignatures(row: PageElement, cells: readonly PageElement[]): boolean {
  const texts = cells.map((cell) => tidy(plainText(cell))).filter((text) => text !== '');
  return texts.every((text) => SIGNATURE.test(text) && !FACT_LABELS.has(withoutSpaces(text))) && isOnlyRow(row);
}

function spanOf(cell: PageElement, attribute: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(cell.attributes[attribute] ?? '1', 10);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

/** A state of validity that a page shows as a picture: `<img src="sx.png" alt="失效">`. */
const STATE_PICTURE = /^(?:现行|全文|部分|已|尚未|继续)?(?:有效|失效|废止|修改|生效|无效)$/;

/** The number that a browser prints before an item of an ordered list. */
function itemNumber(item: PageElement): string {
  const list = item.parent;
  if (list?.name !== 'ol') return '';
  const items = list.children.filter((child) => child.kind === 'element' && child.name === 'li');
  const start = Number.parseInt(list.attributes.start ?? '1', 10);
  return `${(Number.isInteger(start) ? start : 1) + items.indexOf(item)}. `;
}

/** Walks a page once and puts its lines down in the order in which they are read. */
class Walker {
  readonly builder = new LineBuilder();
  /** By table: how many rows each column is still covered by a cell from above. */
  readonly #covered = new Map<PageElement, number[]>();

  walk(node: PageNode, owner: PageElement, link: PageElement | null): void {
    if (node.kind === 'text') {
      this.#text(node.text, owner, link);
      return;
    }
    if (node.name === 'img' && STATE_PICTURE.test(node.attributes.alt ?? ''))
      this.builder.add(node.attributes.alt ?? '', link);
    if (node.name === 'br' || node.name === 'hr') {
      this.builder.end(owner);
      return;
    }
    const inside = node.name === 'a' ? node : link;
    if (node.name === 'a') this.builder.addLink(node);
    if (INLINE.has(node.name)) {
      for (const child of node.children) this.walk(child, owner, inside);
      return;
    }
    this.builder.end(owner);
    if (node.name === 'li') this.builder.begin(itemNumber(node));
    const cells = node.name === 'tr' ? cellsOf(node) : [];
    if (node.name === 'tr' && isDataRow(cells) && !isRowOfSignatures(node, cells)) this.#row(node, cells, inside);
    else for (const child of node.children) this.walk(child, node, inside);
    this.builder.end(node);
  }

  /** In `<pre>` the line ends of the file are those of the page. */
  #text(text: string, owner: PageElement, link: PageElement | null): void {
    const parts = owner.name === 'pre' || owner.name === 'xmp' ? text.split('\n') : [text];
    parts.forEach((part, index) => {
      if (index > 0) this.builder.end(owner);
      this.builder.add(part, link);
    });
  }

  #row(row: PageElement, cells: readonly PageElement[], link: PageElement | null): void {
    const table = row.parent ?? row;
    const covered = this.#covered.get(table) ?? [];
    this.#covered.set(table, covered);
    const texts: string[] = [];
    const skipCovered = (): void => {
      while ((covered[texts.length] ?? 0) > 0 && texts.length < MOST_CELLS) {
        covered[texts.length] = (covered[texts.length] ?? 1) - 1;
        texts.push('');
      }
    };
    const counts = new LineBuilder();
    for (const cell of cells) {
      skipCovered();
      const rows = spanOf(cell, 'rowspan', MOST_ROWS_SPANNED);
      const columns = spanOf(cell, 'colspan', MOST_CELLS);
      texts.push(tidy(plainText(cell)).replaceAll('\t', ' '));
      this.#countLinks(cell, counts, link);
      covered[texts.length - 1] = rows - 1;
      for (let more = 1; more < columns && texts.length < MOST_CELLS; more += 1) {
        covered[texts.length] = rows - 1;
        texts.push('');
      }
    }
    skipCovered();
    counts.end(row);
    const linked = counts.lines[0]?.linked ?? 0;
    this.builder.add(texts.join('\t').trimEnd(), null);
    this.builder.end(row, true);
    const line = this.builder.lines.at(-1);
    if (line?.owner === row) line.linked = Math.min(linked, line.characters);
  }

  #countLinks(node: PageNode, counts: LineBuilder, link: PageElement | null): void {
    if (node.kind === 'text') counts.add(node.text, link);
    else for (const child of node.children) this.#countLinks(child, counts, node.name === 'a' ? node : link);
  }
}

/** The lines of an element in reading order; empty ones are left out. Rows of data stand one a line, their cells apart by tabs. */
export function linesOf(root: PageElement): PageLine[] {
  const walker = new Walker();
  for (const child of root.children) walker.walk(child, root, null);
  walker.builder.end(root);
  return walker.builder.lines;
}

/** True when `element` is `ancestor` or stands inside it. */
export function isInside(element: PageElement, ancestor: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
