import { ownText } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { articleUrl, documentUrl, knownDocumentUrl } from '../pages/urls.ts';
import type { NamedDocument, SearchableDocument, SearchablePiece } from './searchable.ts';
import { cropText } from './crop.ts';
import type { StatusOf } from './document-status.ts';
import type { CopyGroup } from './duplicates.ts';
import type { FoundPassage } from './found.ts';
import { highlightText, mergeMarks } from './highlight.ts';
import type { Highlight, SearchHit } from './search-types.ts';

/** What is the same for all hits of an answer. */
export interface HitContext {
  texts: PieceTexts;
  /** Folded terms to mark. */
  terms: readonly string[];
  /** So many copies of a passage are named. */
  copies: number;
  statusOf: StatusOf;
}

/** Makes what people see of one found thing, its text read from the record store. */
export function toHit([first, ...others]: CopyGroup, context: HitContext): SearchHit {
  if (first.kind === 'named') return namedHit(first.document, context);
  if (first.kind === 'document') return documentHit(first.document, context);
  const copies = others.filter((other) => other.kind === 'piece');
  return {
    ...pieceHit(first, context),
    alsoInTotal: copies.length,
    alsoIn: copies.slice(0, context.copies).map(({ match: { document, piece } }) => ({
      pieceId: piece.id,
      documentId: document.id,
      documentNumber: document.number,
      title: document.title,
      articleUrl: pieceUrl(document, piece),
    })),
  };
}

/** Where a passage is read: an article's own page, else its place in its document. */
export function pieceUrl(document: SearchableDocument, { provisionId }: SearchablePiece): string {
  if (provisionId === null) return documentUrl(document.id);
  return articleUrl(document.id, provisionId) ?? documentUrl(document.id, provisionId);
}

function pieceHit({ match: { document, piece }, place }: FoundPassage, context: HitContext): SearchHit {
  const text = context.texts.at(document.id, piece.seq);
  const isArticle = piece.kind === 'article';
  const next = (): string => context.texts.after(document.id, piece.seq);
  const words = marksOf(isArticle ? piece.label : null, text, next, context.terms);
  const asked = place === undefined ? [] : highlightPart(text, context.texts.body(document.id, place));
  const highlights = mergeMarks([...words, ...asked]);
  return {
    ...documentFields(document, context),
    kind: isArticle ? 'article' : 'passage',
    pieceId: piece.id,
    articleLabel: isArticle ? piece.label : null,
    articleUrl: pieceUrl(document, piece),
    chapterPath: piece.path,
    text,
    highlights,
    crop: cropText(text, highlights),
    alsoIn: [],
    alsoInTotal: 0,
  };
}

/** Marks in a piece's text; its label and the beginning of the next piece take part, so that runs over a border are marked too. */
function marksOf(label: string | null, text: string, next: () => string, terms: readonly string[]): Highlight[] {
  const front = label === null ? '' : `${label} `;
  const own = front + text;
  return highlightText(own, terms, next)
    .map(({ start, end }) => ({ start: Math.max(0, start - front.length), end: end - front.length }))
    .filter(({ start, end }) => end > start);
}

function highlightPart(text: string, part: string): Highlight[] {
  const start = part === '' ? -1 : text.indexOf(part);
  return start < 0 ? [] : [{ start, end: start + part.length }];
}

interface TextRow {
  kind: string;
  label: string | null;
  text: string;
}

/** Reads printed texts. */
export interface PieceTexts {
  /** A piece, '' when it is not there. */
  at(documentId: string, seq: number): string;
  /** What follows a piece, as far as a mark may run on into it. */
  after(documentId: string, seq: number): string;
  /** The own words of a provision, '' when there are none. */
  body(documentId: string, provisionId: string): string;
  /** The first passage of a document below its title, '' when there is none. */
  opening(documentId: string): string;
}

/** Pieces after a piece that a mark may run on into. */
const FOLLOWING = 4;

export function createPieceTexts(store: Store): PieceTexts {
  const select = store.prepare<[string, number, number], TextRow>(
    'SELECT kind, label, text FROM pieces WHERE document_id = ? AND seq BETWEEN ? AND ? ORDER BY seq',
  );
  const one = store
    .prepare<[string, number], string>('SELECT text FROM pieces WHERE document_id = ? AND seq = ?')
    .pluck();
  const opening = store
    .prepare<[string], string>(
      "SELECT text FROM pieces WHERE document_id = ? AND kind NOT IN ('title', 'chapter') ORDER BY seq LIMIT 1",
    )
    .pluck();
  const body = store
    .prepare<[string, string], string>('SELECT body FROM provisions WHERE document_id = ? AND provision_id = ?')
    .pluck();
  return {
    at: (documentId, seq) => one.get(documentId, seq) ?? '',
    after: (documentId, seq) =>
      select
        .all(documentId, seq + 1, seq + FOLLOWING)
        .map(ownText)
        .join('\n'),
    body: (documentId, provisionId) => body.get(documentId, provisionId) ?? '',
    opening: (documentId) => opening.get(documentId) ?? '',
  };
}

/** A document found by its name: its first passage says what it is about. */
function documentHit(document: SearchableDocument, context: HitContext): SearchHit {
  const text = context.texts.opening(document.id);
  const highlights = highlightText(text, context.terms);
  return {
    ...documentFields(document, context),
    kind: 'document',
    pieceId: null,
    articleLabel: null,
    articleUrl: documentUrl(document.id),
    chapterPath: [],
    text,
    highlights,
    crop: cropText(text, highlights),
    alsoIn: [],
    alsoInTotal: 0,
  };
}

/** A document that others name: what is known of it stands in the register. */
function namedHit(document: NamedDocument, context: HitContext): SearchHit {
  const title = document.title ?? document.number ?? document.id;
  return {
    kind: 'register',
    documentId: document.id,
    documentNumber: document.number,
    title,
    titleHighlights: highlightText(title, context.terms),
    pieceId: null,
    articleLabel: null,
    articleUrl: knownDocumentUrl(document.id, false),
    chapterPath: [],
    text: '',
    highlights: [],
    crop: { start: 0, end: 0 },
    status: context.statusOf(document.id),
    issuingAuthorities: document.authority === null ? [] : [document.authority],
    promulgationDate: null,
    issueId: null,
    alsoIn: [],
    alsoInTotal: 0,
  };
}

function documentFields(document: SearchableDocument, context: HitContext) {
  return {
    documentId: document.id,
    documentNumber: document.number,
    title: document.title,
    titleHighlights: highlightText(document.title, context.terms),
    status: context.statusOf(document.id),
    issuingAuthorities: [...document.authorities],
    promulgationDate: document.promulgationDate,
    issueId: document.issueId,
  };
}
