import type { DocumentPart, GazetteDocument } from '../model/document.ts';
import type { Provision } from '../model/provision.ts';
import { mergeRuns, splitParagraphs } from './piece-size.ts';

/** `title`: the heading of a document or part; `chapter`: that of a division over articles; the rest as in the model. */
export type PieceKind = 'title' | 'chapter' | 'article' | 'heading' | 'paragraph' | 'item' | 'box' | 'table' | 'list';

/** What search finds. The pieces of a document in order are its whole text: each character lies in one piece. */
export interface Piece {
  /** Reading order in the document, from 1. */
  seq: number;
  /** The provision where the piece begins; null for the title of a part. */
  provisionId: string | null;
  /** The part that holds it, from 1. */
  partSeq: number;
  kind: PieceKind;
  /** 第八条, 一、: as printed. Only an article's text leaves its label out. */
  label: string | null;
  number: number[] | null;
  heading: string | null;
  /** Headings above it, outermost first: 第二章 评查程序. */
  path: string[];
  /** Paragraphs separated by line feeds. */
  text: string;
}

type Draft = Omit<Piece, 'seq' | 'partSeq'>;

/** A text without articles is cut at natural borders into pieces of about this many characters at most. */
const NATURAL_LENGTH = 500;
/** An article is one piece, unless it is so long that it can only be a text misread as one. */
const ARTICLE_LENGTH = 8000;

const DIVISIONS: ReadonlySet<Provision['kind']> = new Set(['part', 'subpart', 'chapter', 'section']);

/**
 * The pieces of a document: each article whole; a text without articles by its headings (一、…, 1.1, （一）), paragraphs,
 * list lines and table rows. A heading stays with what follows it.
 *
 * `第十条 行政执法案卷评查可以采取全面评查、重点评查、随机抽查等形式。…` (Xinjiang 2024 no. 17-18) is one piece with two paragraphs.
 */
export function piecesOf(document: GazetteDocument): Piece[] {
  const pieces: Piece[] = [];
  document.parts.forEach((part, index) => {
    for (const draft of piecesOfPart(part)) pieces.push({ seq: pieces.length + 1, partSeq: index + 1, ...draft });
  });
  if (pieces.length === 0) pieces.push({ seq: 1, partSeq: 1, ...titlePiece(document.title.value) });
  return pieces;
}

function piecesOfPart(part: DocumentPart): Draft[] {
  const title = part.title.trim() === '' ? [] : [titlePiece(part.title)];
  const units: Unit[] = [
    ...part.provisions.map(({ span }, index): Unit => ({ start: span.start, provision: index })),
    ...(part.framing ?? []).map(({ text, span }): Unit => ({ start: span.start, framing: text.text })),
  ].sort((a, b) => a.start - b.start);
  const pieces = units.flatMap((unit) => {
    const provision = unit.provision === undefined ? undefined : part.provisions[unit.provision];
    return provision ? piecesOfProvision(provision, []) : framingPieces(unit.framing ?? '');
  });
  return [...title, ...mergeRuns(pieces, NATURAL_LENGTH)];
}

/** A provision (its index) or a paragraph around them, by its place. */
interface Unit {
  start: number;
  provision?: number;
  framing?: string;
}

function framingPieces(text: string): Draft[] {
  if (text.trim() === '') return [];
  return [{ provisionId: null, kind: 'paragraph', label: null, number: null, heading: null, path: [], text }];
}

function titlePiece(title: string): Draft {
  return { provisionId: null, kind: 'title', label: null, number: null, heading: title, path: [], text: title };
}

function piecesOfSiblings(provisions: readonly Provision[], path: string[]): Draft[] {
  const pieces = provisions.flatMap((provision) => piecesOfProvision(provision, path));
  return mergeRuns(pieces, NATURAL_LENGTH);
}

function piecesOfProvision(provision: Provision, path: string[]): Draft[] {
  if (provision.kind === 'article') return articlePieces(provision, path);
  if (DIVISIONS.has(provision.kind)) return divisionPieces(provision, path);
  return naturalPieces(provision, path);
}

function articlePieces(article: Provision, path: string[]): Draft[] {
  const lines = [...ownLines(article, false), ...article.children.flatMap(linesOf)];
  return splitParagraphs(lines, ARTICLE_LENGTH).map((text) => draft(article, 'article', path, text));
}

function divisionPieces(division: Provision, path: string[]): Draft[] {
  const name = headingLine(division);
  const under = name === '' ? path : [...path, name];
  const lines = ownLines(division, true);
  const own = splitParagraphs(lines, NATURAL_LENGTH).map((text) => draft(division, 'chapter', path, text));
  return [...own, ...piecesOfSiblings(division.children, under)];
}

/** A heading with all that it heads while that is short; else its own text, then its children, the first kept with a bare heading. */
function naturalPieces(provision: Provision, path: string[]): Draft[] {
  const kind = naturalKind(provision);
  const own = ownLines(provision, true);
  if (kind === 'list' || kind === 'table') {
    const lines = [...own, ...provision.children.flatMap(linesOf)];
    return splitParagraphs(lines, kind === 'list' ? 0 : NATURAL_LENGTH).map((text) =>
      draft(provision, kind, path, text),
    );
  }
  const whole = [...own, ...provision.children.flatMap(linesOf)];
  const hasArticles = provision.children.some(holdsArticle);
  if (!hasArticles && lengthOf(whole) <= NATURAL_LENGTH) {
    return whole.length === 0 ? [] : [draft(provision, kind, path, whole.join('\n'))];
  }
  const under = provision.children.length > 0 && isHeadingLike(provision) ? [...path, headingLine(provision)] : path;
  const head = splitParagraphs(own, NATURAL_LENGTH).map((text) => draft(provision, kind, path, text));
  const children = piecesOfSiblings(provision.children, under);
  return joinBareHeading(head, children);
}

/** 一、总体要求 alone says nothing: its first piece below is read with it. */
function joinBareHeading(head: Draft[], children: Draft[]): Draft[] {
  const [only, ...more] = head;
  const [first, ...rest] = children;
  if (!only || more.length > 0 || !first || first.kind === 'article' || first.kind === 'chapter')
    return [...head, ...children];
  if (only.text.length > 60) return [...head, ...children];
  return [{ ...only, text: `${only.text}\n${first.text}` }, ...rest];
}

function draft(provision: Provision, kind: PieceKind, path: string[], text: string): Draft {
  const { id, label, number, heading } = provision;
  return { provisionId: id, kind, label, number, heading, path, text };
}

function naturalKind(provision: Provision): PieceKind {
  switch (provision.kind) {
    case 'table':
    case 'list':
    case 'box':
    case 'paragraph':
      return provision.kind;
    case 'item':
    case 'subitem':
      return 'item';
    default:
      return 'heading';
  }
}

const isHeadingLike = (provision: Provision): boolean =>
  provision.kind !== 'paragraph' && headingLine(provision) !== '';

const holdsArticle = (provision: Provision): boolean =>
  provision.kind === 'article' || DIVISIONS.has(provision.kind) || provision.children.some(holdsArticle);

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);

/** 第二章 评查程序; 一、强化探矿权绿色勘查快速勘查。 */
function headingLine({ label, heading }: Provision): string {
  if (label === null || heading === null) return label ?? heading ?? '';
  return /[.．、）)。]$/u.test(label) ? label + heading : `${label} ${heading}`;
}

/** The provision's own text by lines, its label and heading (if wanted) in front of the first. */
function ownLines(provision: Provision, withLabel: boolean): string[] {
  const body = provision.body.text;
  const heading = provision.heading !== null && body.startsWith(provision.heading) ? null : provision.heading;
  const front = headingLine({ ...provision, label: withLabel ? provision.label : null, heading });
  const separator = front === '' || heading === null || /[。：:]$/u.test(front) ? '' : '\n';
  return `${front}${separator}${body}`.split('\n').filter((line) => line.trim() !== '');
}

function linesOf(provision: Provision): string[] {
  return [...ownLines(provision, true), ...provision.children.flatMap(linesOf)];
}
