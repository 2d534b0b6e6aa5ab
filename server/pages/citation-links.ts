import type { IsoDate } from '../../ingest/model/span.ts';
import { runsOf } from '../../ingest/store/queries/document-text.ts';
import type { ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import type { RelationRow } from '../../ingest/store/queries/relations.ts';
import type { Statuses } from '../site/statuses.ts';
import { spanInText } from './body-lines.ts';
import type { LinkMark } from './marked-text.ts';
import { unresolvedUrl } from './relation-groups.ts';
import { knownDocumentUrl, withQuery } from './urls.ts';

/**
 * Finds the citations inside each provision's own text, its body or its heading: 《安全生产领域举报奖励办法》（安监总财〔2018〕19号） becomes a link whose
 * preview says title, number and status on the chosen day. A citation that two relations share (依据 and 引用) is one link.
 */
export function citationLinks(
  relations: readonly RelationRow[],
  statuses: Statuses,
  carriedDay: IsoDate | null,
): (row: ProvisionRow, field: 'heading' | 'body') => LinkMark[] {
  const citations = [...new Map(relations.map((relation) => [relation.citationStart, relation])).values()].sort(
    (a, b) => a.citationStart - b.citationStart,
  );
  return (row, field) => {
    const inside = citationsWithin(citations, row.spanStart, row.spanEnd);
    if (inside.length === 0) return [];
    const runs = runsOf(row.runs);
    return inside.flatMap((relation) => {
      const inBody = spanInText(runs, relation.citationStart, relation.citationEnd);
      const span = field === 'body' ? inBody : inBody === null ? spanOfWords(row.heading ?? '', relation) : null;
      return span === null
        ? []
        : [{ ...span, href: withQuery(hrefOf(relation), { on: carriedDay }), preview: previewOf(relation, statuses) }];
    });
  };
}

/** Where a heading, which keeps no places of the source, has a citation: 七、《某办法》（某府令第167号发布）. */
function spanOfWords(heading: string, { citationRaw }: RelationRow): { start: number; end: number } | null {
  const words = citationRaw.replace(/\s*[\r\n]+\s*/gu, '');
  const start = heading.indexOf(words);
  return start < 0 || words === '' ? null : { start, end: start + words.length };
}

function citationsWithin(citations: readonly RelationRow[], start: number, end: number): RelationRow[] {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.citationStart ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: RelationRow[] = [];
  for (let index = low; index < citations.length; index += 1) {
    const citation = citations[index];
    if (!citation || citation.citationStart >= end) break;
    found.push(citation);
  }
  return found;
}

const hrefOf = (relation: RelationRow): string =>
  relation.targetId === null ? unresolvedUrl(relation) : knownDocumentUrl(relation.targetId, relation.targetHeld === 1);

/** 《安全生产领域举报奖励办法》 安监总财〔2018〕19号 · 状态不明. */
function previewOf(relation: RelationRow, statuses: Statuses): string {
  const known = relation.targetId === null ? null : statuses(relation.targetId);
  const title = relation.targetTitle === null ? null : `《${relation.targetTitle}》`;
  const name = [title, relation.targetNumber].filter((text) => text !== null).join(' ');
  const status = known === null ? '可能指几份文件，点开看候选' : known.status.label;
  const held = relation.targetHeld === 1 ? '' : '（未收录全文）';
  return `${name} · ${status}${relation.targetId === null ? '' : held}`;
}
