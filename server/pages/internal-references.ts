import { SELF_WORDS } from '../../ingest/extract/document-types.ts';
import type { PartRow, ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import { parseChineseNumber } from '../../ingest/text/chinese-numerals.ts';
import type { LinkMark } from './marked-text.ts';
import { partAnchor } from './text-contents.ts';

const NUMERAL = '[一二三四五六七八九十百千零〇0-9]{1,8}';

// Must match: 本办法第四条 · 本章第一百零三条 · 本办法第十一条第一款第（三）项 · 本实施细则第一百二十条之一
// Must not: 行政处罚法第四条 · 第四条 · 本办法所称
const OWN_ARTICLE = new RegExp(
  `本(?:实施)?(?:章|节|编|${SELF_WORDS.join('|')})第(${NUMERAL})条(?:之(${NUMERAL}))?(?:第(${NUMERAL})款)?(?:第[（(]?(${NUMERAL})[）)]?项)?`,
  'gu',
);
// Must match: 附件1 · 附件 2      Must not: 附件：1.名单 · 附件所列
const OWN_ANNEX = /附件\s?(\d{1,2})(?!\d|\s?[.、．])/gu;

/**
 * Finds where a text refers to itself: 依据本办法第四条规定 leads to that article, (事故分级标准见附件1) to that annex. A reference
 * to what the document does not have stays plain text.
 */
export function internalReferences(
  rows: readonly ProvisionRow[],
  parts: readonly PartRow[],
): (text: string) => LinkMark[] {
  const byId = new Map(rows.map((row) => [row.provisionId, row]));
  const annexes = new Map(
    parts.flatMap((part): [number, PartRow][] => {
      const number = /^附件(\d+)/u.exec(part.title)?.[1];
      return number === undefined ? [] : [[Number(number), part]];
    }),
  );
  return (text) => {
    if (!text.includes('本') && !text.includes('附件')) return [];
    return [
      ...[...text.matchAll(OWN_ARTICLE)].flatMap((match) => articleMark(match, byId)),
      ...[...text.matchAll(OWN_ANNEX)].flatMap((match) => annexMark(match, annexes)),
    ];
  };
}

function articleMark(match: RegExpExecArray, byId: ReadonlyMap<string, ProvisionRow>): LinkMark[] {
  const [raw, article, inserted, paragraph, item] = match;
  const id = [
    `art-${[article, inserted].flatMap((part) => (part === undefined ? [] : (parseChineseNumber(part) ?? []))).join('-')}`,
    ...step('para', paragraph),
    ...step('item', item),
  ];
  for (let length = id.length; length > 0; length -= 1) {
    const target = byId.get(id.slice(0, length).join('/'));
    if (target) return [{ ...placeOf(match), href: `#${target.provisionId}`, preview: previewOf(raw, target, byId) }];
  }
  return [];
}

function annexMark(match: RegExpExecArray, annexes: ReadonlyMap<number, PartRow>): LinkMark[] {
  const part = annexes.get(Number(match[1]));
  return part ? [{ ...placeOf(match), href: `#${partAnchor(part.seq)}`, preview: part.title }] : [];
}

const placeOf = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
});

function step(name: string, numeral: string | undefined): string[] {
  const number = numeral === undefined ? null : parseChineseNumber(numeral);
  return number === null ? [] : [`${name}-${number}`];
}

const PREVIEW_LENGTH = 80;

function previewOf(raw: string, target: ProvisionRow, byId: ReadonlyMap<string, ProvisionRow>): string {
  const body = target.body || (byId.get(`${target.provisionId}/para-1`)?.body ?? '');
  return `${raw}：${body.slice(0, PREVIEW_LENGTH)}${body.length > PREVIEW_LENGTH ? '…' : ''}`;
}
