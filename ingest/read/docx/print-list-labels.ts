import { load, type CheerioAPI } from 'cheerio/slim';
import { listLabel, type ListLevel } from './list-labels.ts';

/** The numbered lists of a Word file, from word/numbering.xml: levels by list id. */
type Lists = ReadonlyMap<string, { abstractId: string; levels: ListLevel[]; starts: Map<number, number> }>;

interface ListPlace {
  list: string | null;
  level: number | null;
}

const LEVELS = 9;

function xml(text: string): CheerioAPI {
  return load(text, { xml: { xmlMode: true, decodeEntities: true } });
}

function integer(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isInteger(number) && number >= 0 && number < 100_000 ? number : otherwise;
}

function readLists(text: string): Lists {
  const $ = xml(text);
  const abstracts = new Map<string, ListLevel[]>();
  $('w\\:abstractNum').each((_, node) => {
    const levels = $(node)
      .children('w\\:lvl')
      .toArray()
      .map((level): ListLevel => {
        const suffix = $(level).children('w\\:suff').attr('w:val');
        return {
          format: $(level).children('w\\:numFmt').attr('w:val') ?? 'decimal',
          text: $(level).children('w\\:lvlText').attr('w:val') ?? '',
          start: integer($(level).children('w\\:start').attr('w:val'), 1),
          suffix: suffix === 'nothing' || suffix === 'space' ? suffix : 'tab',
        };
      });
    abstracts.set($(node).attr('w:abstractNumId') ?? '', levels);
  });
  const lists = $('w\\:num')
    .toArray()
    .map((node): [string, { abstractId: string; levels: ListLevel[]; starts: Map<number, number> }] => {
      const abstractId = $(node).children('w\\:abstractNumId').attr('w:val') ?? '';
      const starts = new Map<number, number>();
      $(node)
        .children('w\\:lvlOverride')
        .each((_, override) => {
          const start = $(override).children('w\\:startOverride').attr('w:val');
          if (start !== undefined) starts.set(integer($(override).attr('w:ilvl'), 0), integer(start, 1));
        });
      return [$(node).attr('w:numId') ?? '', { abstractId, levels: abstracts.get(abstractId) ?? [], starts }];
    });
  return new Map(lists);
}

/** The list that each paragraph style belongs to, by style id, those of its base style included. */
function readStyles(text: string): Map<string, ListPlace> {
  const $ = xml(text);
  const own = new Map<string, ListPlace & { base: string | null }>();
  $('w\\:style').each((_, node) => {
    const number = $(node).children('w\\:pPr').children('w\\:numPr');
    const level =
      number.children('w\\:ilvl').attr('w:val') ?? $(node).children('w\\:pPr').children('w\\:outlineLvl').attr('w:val');
    own.set($(node).attr('w:styleId') ?? '', {
      list: number.children('w\\:numId').attr('w:val') ?? null,
      level: number.length > 0 && level !== undefined ? integer(level, 0) : null,
      base: $(node).children('w\\:basedOn').attr('w:val') ?? null,
    });
  });
  const resolve = (id: string, depth: number): ListPlace => {
    const style = own.get(id);
    if (!style || depth > 20) return { list: null, level: null };
    const base = style.base === null ? null : resolve(style.base, depth + 1);
    return { list: style.list ?? base?.list ?? null, level: style.level ?? base?.level ?? null };
  };
  return new Map([...own.keys()].map((id) => [id, resolve(id, 0)]));
}

/** Counts the levels of all lists on the way through a document. */
class ListCounter {
  readonly #lists: Lists;
  readonly #counts = new Map<string, (number | null)[]>();
  readonly #started = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  next(id: string, level: number): string {
    const list = this.#lists.get(id);
    if (!list || level >= LEVELS) return '';
    const counts = this.#counts.get(list.abstractId) ?? new Array<number | null>(LEVELS).fill(null);
    this.#counts.set(list.abstractId, counts);
    // A list that says where it starts begins anew at its first paragraph.
    if (!this.#started.has(id)) {
      this.#started.add(id);
      for (const [at, start] of list.starts) counts[at] = start - 1;
    }
    const startOf = (at: number): number => list.levels[at]?.start ?? 1;
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
    for (let below = level + 1; below < LEVELS; below += 1) counts[below] = null;
    return listLabel(
      list.levels,
      counts.slice(0, level + 1).map((count, at) => count ?? startOf(at)),
    );
  }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}

/**
 * Writes the numbers that Word counts by itself (第一条, （二）, 1.) into the paragraphs of word/document.xml, for they are part of
 * an official text and no converter keeps them. Returns the document's XML; unchanged when the file has no lists.
 */
export function printListLabels(document: string, numbering: string | null, styles: string | null): string {
  if (numbering === null) return document;
  const lists = readLists(numbering);
  const styleLists = readStyles(styles ?? '<w:styles/>');
  const counter = new ListCounter(lists);
  const $ = xml(document);
  $('w\\:p').each((_, paragraph) => {
    const properties = $(paragraph).children('w\\:pPr');
    const own = properties.children('w\\:numPr');
    const style = styleLists.get(properties.children('w\\:pStyle').attr('w:val') ?? '');
    const list = own.children('w\\:numId').attr('w:val') ?? style?.list ?? null;
    const level = own.children('w\\:ilvl').attr('w:val');
    const hasText = $(paragraph).find('w\\:t').length > 0;
    if (list === null || list === '0' || !hasText) return;
    const label = counter.next(list, level === undefined ? (style?.level ?? 0) : integer(level, 0));
    own.remove();
    if (label === '') return;
    const run = `<w:r><w:t xml:space="preserve">${escapeXml(label)}</w:t></w:r>`;
    if (properties.length > 0) properties.after(run);
    else $(paragraph).prepend(run);
  });
  return $.xml();
}
