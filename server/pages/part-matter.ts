import type { SegmentRow } from '../../ingest/store/queries/coverage.ts';
import type { PartRow, ProvisionRow } from '../../ingest/store/queries/document-text.ts';

/** A printed line of a part that stands outside its provisions. */
export interface MatterLine {
  text: string;
  /** 题注 under a title, 落款 (signature and date), or anything else: the addressees, a distribution note. */
  kind: 'note' | 'signature' | 'line';
}

export interface PartMatter {
  before: MatterLine[];
  after: MatterLine[];
}

/**
 * What a part prints before and after its provisions, so that the page shows all of it: 各州、市人民政府：,
 * (2007年11月30日新疆维吾尔自治区人民政府令第150号公布), 自治区主席 艾尔肯·吐尼亚孜, 2024年8月30日. Titles, numbers and page furniture
 * are left out; a line that the pipeline joined to the one before is joined here.
 * @param text the source text into which all spans point; `segments` those of the document, in order.
 */
export function partMatter(
  part: PartRow,
  provisions: readonly ProvisionRow[],
  segments: readonly SegmentRow[],
  text: string,
): PartMatter {
  const matter: PartMatter = { before: [], after: [] };
  const spans = provisions.filter((row) => row.partSeq === part.seq && row.depth === 0);
  let at = 0;
  let last: MatterLine | null = null;
  for (const { kind, rule, spanStart, spanEnd } of segments) {
    if (spanEnd <= part.spanStart || spanStart >= part.spanEnd || kind === 'blank' || kind === 'furniture') continue;
    while ((spans[at]?.spanEnd ?? Infinity) <= spanStart) at += 1;
    const next = spans[at];
    if (next && next.spanStart < spanEnd) {
      last = null;
      continue;
    }
    const isNote = rule.startsWith('note');
    const line = plainLine(text.slice(Math.max(spanStart, part.spanStart), Math.min(spanEnd, part.spanEnd)));
    if ((kind === 'heading' && !isNote) || line === '') continue;
    if (rule.startsWith('joined') && last) {
      last.text += line;
      continue;
    }
    last = { text: line, kind: kind === 'signature' ? 'signature' : isNote ? 'note' : 'line' };
    (at === 0 && (next || kind !== 'signature') ? matter.before : matter.after).push(last);
  }
  return matter;
}

/** A printed line without Markdown marks. */
const plainLine = (line: string): string => line.trim().replace(/^#{1,6}\s+|\*\*|[ ]{2,}$/gu, '');
