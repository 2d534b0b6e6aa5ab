/** The headings of a filing catalogue as groups: which stands over entries, which over other groups, and whether their counts hold. */
import type { CatalogueEntry, CatalogueGroup } from '../../model/filing-catalogue.ts';
import type { Span } from '../../model/span.ts';
import type { Warning } from '../../model/warning.ts';

/** A group while the catalogue is read. */
export interface OpenGroup {
  name: string;
  declared: number | null;
  /** 0 for 一、, 1 for （一）; null without label, which stands under any that has one. */
  depth: number | null;
  /** It is the body that entries name, not a heading: it stands under any heading. */
  isMaker?: boolean;
  span: Span;
  line: number;
  entries: CatalogueEntry[];
}

const DEEPEST_LABEL = 9;
const depthOf = ({ depth, isMaker = false }: OpenGroup): number =>
  isMaker ? DEEPEST_LABEL + 2 : (depth ?? DEEPEST_LABEL + 1);

/** Behind the last of the groups that stand under the one at `nth`; `nth + 1` where it is no heading over groups. */
function endOfSection(groups: readonly OpenGroup[], nth: number): number {
  const group = groups[nth];
  let end = nth + 1;
  if (!group || group.entries.length > 0) return end;
  for (let other = groups[end]; other && depthOf(other) > depthOf(group); other = groups[end]) end += 1;
  return end > nth + 1 ? end : endOfCount(groups, nth);
}

/** Headings without labels: 市州（3件） stands over the groups behind it that hold three entries together. */
function endOfCount(groups: readonly OpenGroup[], nth: number): number {
  const { declared = null, depth = null } = groups[nth] ?? {};
  if (declared === null || depth !== null) return nth + 1;
  let held = 0;
  let end = nth + 1;
  for (; held < declared; end += 1) {
    const entries = groups[end]?.entries.length ?? 0;
    if (entries === 0) return nth + 1;
    held += entries;
  }
  return held === declared ? end : nth + 1;
}

function countDiffers({ name, declared, line, span }: OpenGroup, printed: number): Warning[] {
  return declared === null || declared === printed
    ? []
    : [{ code: 'catalogue_count_differs', message: `${name}标明${declared}件，实列${printed}件`, line, span }];
}

/** The groups that hold entries or say that they do, each with the heading over it; a heading over groups is their section. */
export function settleGroups(groups: readonly OpenGroup[], warnings: Warning[]): CatalogueGroup[] {
  const settled: CatalogueGroup[] = [];
  const sections: { name: string; to: number }[] = [];
  for (const [nth, group] of groups.entries()) {
    while ((sections.at(-1)?.to ?? Infinity) <= nth) sections.pop();
    const to = endOfSection(groups, nth);
    if (to > nth + 1) {
      const printed = groups.slice(nth + 1, to).reduce((sum, { entries }) => sum + entries.length, 0);
      warnings.push(...countDiffers(group, printed));
      sections.push({ name: group.name, to });
      continue;
    }
    if (group.entries.length === 0 && group.declared === null) continue;
    warnings.push(...countDiffers(group, group.entries.length));
    const { name, declared, span, line, entries } = group;
    settled.push({ name, declared, section: sections.at(-1)?.name ?? null, span, line, entries });
  }
  return settled;
}
