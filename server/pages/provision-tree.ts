import type { ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import { provisionLabel } from '../../ingest/structure/provision-id.ts';
import { bodyLines, printedTable } from './body-lines.ts';
import type { BodyLine } from './body-lines.ts';
import { hitsWithin, markedHtml } from './marked-text.ts';
import type { HitMark, LinkMark } from './marked-text.ts';

/** How a provision is set: see views/partials/provision.hbs. */
type Setting = 'division' | 'article' | 'heading' | 'block' | 'table' | 'list' | 'box';

/** A node of a document's text as the partial `provision` sets it. `html` values are made by markedHtml. */
export interface ProvisionView {
  id: string;
  kind: string;
  setting: Record<Setting, boolean>;
  /** Heading level of a division, heading or article. */
  level: number;
  label: string | null;
  labelHtml: string;
  /** Space after the label: 1.1 编制目的, but 一、总体要求. */
  gap: string;
  /** Anchor of the first paragraph (款), when it is set beside the label. */
  leadId: string | null;
  leadCite: string | null;
  /** 第八条第二款第（三）项: what a copied citation says. */
  cite: string;
  headingHtml: string | null;
  /** Set beside the label. */
  leadHtml: string | null;
  moreHtml: string[];
  items: string[];
  /** A list of names: set in columns. */
  isShortList: boolean;
  /** Null for a table without printed headings, which then numbers its `columns`. */
  head: string[] | null;
  columns: number[];
  rows: string[][];
  children: ProvisionView[];
}

/** What is marked inside a provision: links in its heading and body, hits in each of its texts. */
export interface Marks {
  links: (row: ProvisionRow, field: 'heading' | 'body') => LinkMark[];
  hits: (row: ProvisionRow, field: 'label' | 'heading' | 'body') => HitMark[];
}

const MAX_LEVEL = 6;
const LONGEST_NAME = 24;

function settingOf(row: ProvisionRow): Setting {
  switch (row.kind) {
    case 'part':
    case 'subpart':
    case 'chapter':
    case 'section':
      return 'division';
    case 'article':
      return 'article';
    case 'table':
    case 'list':
    case 'box':
      return row.kind;
    case 'heading':
    case 'item':
    case 'subitem':
      return row.heading === null ? 'block' : 'heading';
    case 'paragraph':
      return 'block';
  }
}

/** Rows in reading order → trees in reading order. `level` is the heading level of the outermost provisions. */
export function provisionTree(rows: readonly ProvisionRow[], level: number, marks: Marks): ProvisionView[] {
  const roots: ProvisionView[] = [];
  const bySeq = new Map<number, ProvisionView>();
  for (const row of rows) {
    const parent = row.parentSeq === null ? undefined : bySeq.get(row.parentSeq);
    const above = parent && (parent.setting.division || parent.setting.heading || parent.setting.article);
    const view = provisionView(row, Math.min(MAX_LEVEL, parent ? parent.level + (above ? 1 : 0) : level), marks);
    bySeq.set(row.seq, view);
    (parent ? parent.children : roots).push(view);
  }
  for (const view of bySeq.values()) if (view.setting.article) setFirstParagraphBesideLabel(view);
  return roots;
}

/** 第八条　… : an article's first paragraph stands on the line of its label, with what hangs on it below. */
function setFirstParagraphBesideLabel(article: ProvisionView): void {
  const [first, ...others] = article.children;
  if (article.leadHtml !== null || first?.kind !== 'paragraph' || first.label !== null) return;
  article.leadHtml = first.leadHtml;
  article.moreHtml = first.moreHtml;
  article.leadId = first.id;
  article.leadCite = others.some((other) => other.kind === 'paragraph') ? first.cite : null;
  article.children = [...first.children, ...others];
}

function provisionView(row: ProvisionRow, level: number, marks: Marks): ProvisionView {
  const setting = settingOf(row);
  const links = marks.links(row, 'body');
  const hits = marks.hits(row, 'body');
  const view: ProvisionView = {
    id: row.provisionId,
    kind: row.kind,
    setting: { division: false, article: false, heading: false, block: false, table: false, list: false, box: false },
    level,
    label: row.label,
    labelHtml: row.label === null ? '' : markedHtml(row.label, [], marks.hits(row, 'label')),
    gap: row.label === null || /[、．.）)：:]$/u.test(row.label) ? '' : ' ',
    leadId: null,
    leadCite: null,
    cite: provisionLabel(row.provisionId),
    headingHtml:
      row.heading === null ? null : markedHtml(row.heading, marks.links(row, 'heading'), marks.hits(row, 'heading')),
    leadHtml: null,
    moreHtml: [],
    items: [],
    head: null,
    columns: [],
    isShortList: false,
    rows: [],
    children: [],
  };
  view.setting[setting] = true;
  const html = ({ text, at }: BodyLine): string =>
    markedHtml(text, shifted(links, at, text.length), hitsWithin(hits, { start: at, end: at + text.length }));
  const lines = bodyLines(row.body);
  if (setting === 'table') {
    const { head, rows } = printedTable(lines);
    view.head = head?.map(html) ?? null;
    view.rows = rows.map((cells) => cells.map(html));
    view.columns = Array.from({ length: Math.max(0, ...rows.map((cells) => cells.length)) }, (_, at) => at + 1);
  } else if (setting === 'list') {
    view.items = lines.map(html);
    view.isShortList = lines.length > 8 && lines.every(({ text }) => text.length <= LONGEST_NAME);
  } else {
    const [lead, ...more] = lines.map(html);
    view.leadHtml = lead ?? null;
    view.moreHtml = more;
  }
  return view;
}

/** The marks of a whole body as marks of one line that begins at `at`. */
function shifted(links: readonly LinkMark[], at: number, length: number): LinkMark[] {
  return links
    .filter((link) => link.start >= at && link.start < at + length)
    .map((link) => ({ ...link, start: link.start - at, end: Math.min(link.end - at, length) }));
}
