import { load } from 'cheerio/slim';

export interface PageText {
  kind: 'text';
  text: string;
}

/** An element of a page that a reader could see. `line` fields are filled by page-lines.ts. */
export interface PageElement {
  kind: 'element';
  name: string;
  attributes: Record<string, string>;
  parent: PageElement | null;
  children: PageNode[];
  /** Whether a field or a button to use stands directly in it. */
  controls: boolean;
}

export type PageNode = PageText | PageElement;

/** What a page says about itself in its head. Names of metas in lower case; the first of a name counts. */
export interface PageHead {
  title: string;
  metas: Map<string, string>;
}

export interface Page {
  head: PageHead;
  /** Everything that is shown, under one root. */
  body: PageElement;
}

/** Nothing in them is text of the page. `xml` and `o:p` relatives are what Word leaves in a page that was pasted from it. */
const DROPPED = new Set(
  'script style noscript template iframe frame object embed applet svg canvas audio video map select option input button textarea xml head title base link meta marquee'.split(
    ' ',
  ),
);

/** Fields of a form; a page can hold one that nobody sees, for its own use. */
const CONTROLS = new Set(['input', 'select', 'textarea']);

/** Deeper nesting is folded into its ancestor: no page needs it, and recursion stays safe. */
const DEEPEST = 200;

/** Elements open at once beyond which the parser's time grows with their square. No page comes near. */
const MOST_OPEN = 15_000;

/** They are never closed by hand, or close themselves when the next one opens. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot'.split(
    ' ',
  ),
);

const TAG = /<(\/?)([a-z][a-z0-9:-]{0,20})/gi;

/** Whether a page opens more elements than it closes, over and over, as no page does that a person wrote. */
export function isNestedBeyondMeasure(html: string): boolean {
  let open = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (UNCOUNTED.has(name.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > MOST_OPEN) return true;
  }
  return false;
}

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || HIDDEN_STYLE.test(attributes.style ?? '');
}

function element(name: string, attributes: Record<string, string>, parent: PageElement | null): PageElement {
  return { kind: 'element', name, attributes, parent, children: [], controls: false };
}

type Source = ReturnType<ReturnType<typeof load>['root']>[0];
type SourceNode = NonNullable<Source>['children'][number];

function collectHead(node: SourceNode, head: PageHead): void {
  if (!('attribs' in node)) return;
  if (node.name === 'title' && head.title === '') {
    head.title = node.children.map((child) => ('data' in child ? child.data : '')).join('');
  }
  if (node.name === 'meta') {
    const name = (node.attribs.name ?? node.attribs.property ?? '').trim().toLowerCase();
    const content = (node.attribs.content ?? '').trim();
    if (name !== '' && content !== '' && !head.metas.has(name)) head.metas.set(name, content);
  }
}

/**
 * Parses a page and keeps what a reader sees of it, without scripts, styles, forms and, unless told so, hidden elements.
 * Linear in the page, whatever it nests: the tolerant parser, not the browsers' one, which takes quadratic time on
 * 20,000 open elements.
 */
export function parsePage(html: string, options: { hidden: boolean } = { hidden: false }): Page {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const head: PageHead = { title: '', metas: new Map() };
  const body = element('body', {}, null);
  const waiting: { node: SourceNode; parent: PageElement; depth: number; shown: boolean }[] = [];
  const push = (nodes: readonly SourceNode[], parent: PageElement, depth: number, shown: boolean): void => {
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      const node = nodes[at];
      if (node) waiting.push({ node, parent, depth, shown });
    }
  };
  push($.root()[0]?.children ?? [], body, 0, true);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent, depth, shown } = next;
    if ('attribs' in node) {
      collectHead(node, head);
      const { name, attribs } = node;
      const visible =
        shown &&
        !DROPPED.has(name) &&
        !name.startsWith('w:') &&
        !name.startsWith('v:') &&
        (options.hidden || !isHidden(attribs));
      if (CONTROLS.has(name) && attribs.type?.toLowerCase() !== 'hidden') parent.controls = true;
      // The head's own children still go through, for their title and metas.
      if (!visible && name !== 'head' && name !== 'noscript') continue;
      if (!visible) {
        push(node.children, parent, depth, false);
      } else if (name === 'html' || name === 'body' || depth >= DEEPEST) {
        push(node.children, parent, depth, true);
      } else {
        const copy = element(name, { ...attribs }, parent);
        parent.children.push(copy);
        push(node.children, copy, depth + 1, true);
      }
    } else if ('children' in node) {
      push(node.children, parent, depth, shown);
    } else if (shown && node.type.valueOf() === 'text') {
      parent.children.push({ kind: 'text', text: node.data });
    }
  }
  return { head, body };
}
