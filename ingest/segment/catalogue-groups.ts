/** The headings of a filing catalogue as groups: which stands over entries, which over other groups, and whether their counts hold. */
import type { CatalogueEntry, CatalogueGroup } from '../model/filing-catalogue.ts';
import type { Span } from '../model/span.ts';
import type { Warning } from '../model/warning.ts';

/** A group while the catalogue is read. */
export interface OpenGroup {
  name: string;
  declared: number | null;
  /** 0 for 一、, 1 for （一）; null without label, which stands under any that has one. */
  depth: number | null;
  span: Span;
  line: number;
  entries: CatalogueEntry[];
}

const depthOf = ({ depth }: OpenGroup): number => depth ?? Infinity;

/** How many of the groups behind `nth` stand under it; 0 where it is no heading over groups. */
function groupsUnder(groups: readonly OpenGroup[], nth: number): number {
  const group = groups[nth];
  if (!group || group.entries.length > 0) return 0;
  const rest = groups.slice(nth + 1);
  const end = rest.findIndex((other) => depthOf(other) <= depthOf(group));
  if (end !== 0) return end < 0 ? rest.length : end;
  return groupsCounted(group, rest);
}

/** Headings without labels: 市州（3件） stands over the groups behind it that hold three entries together. */
function groupsCounted({ declared, depth }: OpenGroup, rest: readonly OpenGroup[]): number {
  if (declared === null || depth !== null) return 0;
  let held = 0;
  for (const [index, { entries }] of rest.entries()) {
    if (entries.length === 0) return 0;
    held += entries.length;
    if (held >= declared) return held === declared ? index + 1 : 0;
  }
  return 0;
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
    const under = groupsUnder(groups, nth);
    if (under > 0) {
      const printed = groups.slice(nth + 1, nth + 1 + under).reduce((sum, { entries }) => sum + entries.length, 0);
      warnings.push(...countDiffers(group, printed));
      sections.push({ name: group.name, to: nth + 1 + under });
      continue;
    }
    if (group.entries.length === 0 && group.declared === null) continue;
    warnings.push(...countDiffers(group, group.entries.length));
    const { name, declared, span, line, entries } = group;
    settled.push({ name, declared, section: sections.at(-1)?.name ?? null, span, line, entries });
  }
  return settled;
}
