import Handlebars from 'handlebars';

const { escapeExpression } = Handlebars.Utils;

/** A stretch of a text that becomes a link. */
export interface LinkMark {
  start: number;
  end: number;
  href: string;
  /** What a reader sees before following it: title, number, status. */
  preview: string;
}

/** A stretch of a text that a search found. */
export interface HitMark {
  start: number;
  end: number;
}

/**
 * Makes HTML of a printed text: everything escaped, citations as links, search hits as `<mark>`. The only maker of HTML
 * outside the templates. Marks are offsets into `text`; a link inside another is left out, a hit that crosses the border of a
 * link is cut there.
 */
export function markedHtml(text: string, links: readonly LinkMark[], hits: readonly HitMark[]): string {
  if (links.length === 0 && hits.length === 0) return escapeExpression(text);
  let html = '';
  let at = 0;
  for (const link of [...links].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (link.start < at || link.end <= link.start || link.end > text.length) continue;
    html += withHits(text, at, link.start, hits);
    html += `<a class="cite" href="${escapeExpression(link.href)}" data-preview="${escapeExpression(link.preview)}">`;
    html += `${withHits(text, link.start, link.end, hits)}</a>`;
    at = link.end;
  }
  return html + withHits(text, at, text.length, hits);
}

function withHits(text: string, start: number, end: number, hits: readonly HitMark[]): string {
  let html = '';
  let at = start;
  for (const hit of hits) {
    const from = Math.max(hit.start, at);
    const to = Math.min(hit.end, end);
    if (to <= from) continue;
    html += `${escapeExpression(text.slice(at, from))}<mark>${escapeExpression(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeExpression(text.slice(at, end));
}
