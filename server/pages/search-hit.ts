import type { IsoDate } from '../../ingest/model/span.ts';
import { withoutSpaces } from '../../ingest/text/spaces.ts';
import type { SearchHit } from '../search/search-types.ts';
import { hitsWithin, markedHtml } from './marked-text.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { issueUrl, withQuery } from './urls.ts';

const LONGEST_MARKED = 200;

/** One hit as the search page shows it. `html` values are made by markedHtml. */
export interface HitView {
  href: string;
  titleHtml: string;
  articleLabel: string | null;
  documentNumber: string | null;
  path: string;
  textHtml: string;
  /** Null for news of a meeting, which is called so instead. */
  badge: StatusBadge | null;
  authorities: string;
  date: IsoDate | null;
  issueHref: string | null;
  alsoIn: { href: string; label: string }[];
  /** Further documents with the same text that are not named. */
  alsoInMore: number;
}

/** What to mark in a document of which only words near the question were found: those words. */
export function foundWords({ text, highlights }: SearchHit): string {
  const words = highlights.map(({ start, end }) => withoutSpaces(text.slice(start, end)));
  return [...new Set(words)].join(' ').slice(0, LONGEST_MARKED);
}

/** A hit with its passage cut around the best match; its link carries what to mark, `q`, and the day into the document. */
export function hitView(hit: SearchHit, q: string, carriedDay: IsoDate | null): HitView {
  const { crop, text } = hit;
  const cut = text.slice(crop.start, crop.end).replace(/\n/gu, ' ');
  return {
    href: withQuery(hit.articleUrl, { q, on: carriedDay }),
    titleHtml: markedHtml(hit.title, [], hit.titleHighlights),
    articleLabel: hit.articleLabel,
    documentNumber: hit.documentNumber,
    path: hit.chapterPath.join(' › '),
    textHtml: `${crop.start > 0 ? '…' : ''}${markedHtml(cut, [], hitsWithin(hit.highlights, crop))}${crop.end < text.length ? '…' : ''}`,
    badge: hit.status === null ? null : statusBadge(hit.status),
    authorities: hit.issuingAuthorities.join('、'),
    date: hit.promulgationDate,
    issueHref: hit.issueId === null ? null : issueUrl(hit.issueId),
    alsoIn: hit.alsoIn.map((other) => ({ href: other.articleUrl, label: other.documentNumber ?? other.title })),
    alsoInMore: hit.alsoInTotal - hit.alsoIn.length,
  };
}
