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
  /** True of what goes on from a text before this one: it is no place of its own. */
  goesOn?: boolean;
}

/** The hits of a whole text as hits of a stretch of it. */
export function hitsWithin(hits: readonly HitMark[], { start, end }: { start: number; end: number }): HitMark[] {
  return hits
    .filter((hit) => hit.end > start && hit.start < end)
    .map((hit) => ({
      start: Math.max(hit.start, start) - start,
      end: Math.min(hit.end, end) - start,
      goesOn: hit.goesOn === true || hit.start < start,
    }));
}

/**
 * Makes HTML of a printed text: everything escaped, citations as links, search hits as `<mark>`. The only maker of HTML
 * outside the templates. Marks are offsets into `text`; a link inside another is left out. A hit is one `<mark>`, whatever links
 * stand in it or around it; a link that reaches into a hit ends at its border.
 */
export function markedHtml(text: string, links: readonly LinkMark[], hits: readonly HitMark[]): string {
  if (links.length === 0 && hits.length === 0) return escapeExpression(text);
  const marks = apart(hits.map((hit) => ({ ...hit, end: Math.min(hit.end, text.length) })));
  const whole = links.filter((link) => link.end > link.start && link.end <= text.length);
  const anchors = outermost(whole).flatMap((link) => outside(link, marks));
  return html(text, { start: 0, end: text.length }, [...marks, ...anchors].sort(byPlace));
}

type Stretch = HitMark | LinkMark;

/** Outer ones before those inside them. */
const byPlace = (a: Stretch, b: Stretch): number => a.start - b.start || b.end - a.end;

/** Hits that do not overlap. */
function apart(hits: readonly HitMark[]): HitMark[] {
  let at = 0;
  return [...hits].sort(byPlace).flatMap((hit) => {
    const start = Math.max(hit.start, at);
    if (hit.end <= start) return [];
    at = hit.end;
    return [{ ...hit, start }];
  });
}

function outermost(links: readonly LinkMark[]): LinkMark[] {
  let at = 0;
  return [...links].sort(byPlace).filter((link) => {
    if (link.start < at) return false;
    at = link.end;
    return true;
  });
}

/** A link without the part of it that a hit over its border takes; nothing when that is all of it. */
function outside(link: LinkMark, hits: readonly HitMark[]): LinkMark[] {
  const over = (at: number): HitMark | undefined => hits.find((hit) => hit.start < at && hit.end > at);
  const before = over(link.start);
  const behind = over(link.end);
  const start = before && before.end < link.end ? before.end : link.start;
  const end = behind && behind.start > start ? behind.start : link.end;
  return end > start ? [{ ...link, start, end }] : [];
}

/** `within` a text, with stretches that lie inside or outside each other. */
function html(text: string, within: { start: number; end: number }, stretches: readonly Stretch[]): string {
  let made = '';
  let at = within.start;
  stretches.forEach((stretch, index) => {
    if (stretch.start < at) return;
    const next = stretches.slice(index + 1);
    const inside = next.slice(0, next.findIndex((other) => other.start >= stretch.end) >>> 0);
    made += escapeExpression(text.slice(at, stretch.start)) + element(stretch, html(text, stretch, inside));
    at = stretch.end;
  });
  return made + escapeExpression(text.slice(at, within.end));
}

function element(stretch: Stretch, content: string): string {
  if (!('href' in stretch)) return `<mark${stretch.goesOn === true ? ' class="goes-on"' : ''}>${content}</mark>`;
  const { href, preview } = stretch;
  return `<a class="cite" href="${escapeExpression(href)}" data-preview="${escapeExpression(preview)}">${content}</a>`;
}
