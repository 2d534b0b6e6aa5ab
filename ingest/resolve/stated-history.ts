import { readHistory } from '../extract/revision-history.ts';
import { mapSlice } from '../text/mapped-text.ts';
import type { RevisionEvent } from '../model/relation.ts';
import type { Mention } from './mention.ts';

// Must match right behind a title: （1996年… · 》（1996年…      Must not: 》办法（1994年…
const BRACKET_BEHIND = /^》?\s*[（(]/u;

/**
 * The history that a clause prints in brackets behind the title of the document it names:
 * 自治区实施《国家赔偿费用管理办法》若干规定（1996年4月23日自治区人民政府令第57号发布） (新疆政报 2023 第13-14期) → promulgated 1996-04-23.
 * The note over a revised text names the earlier one by its history alone: 2007年11月30日…令第150号公布 (over 令第238号, 2024
 * 第17-18期). Empty where it prints none.
 */
export function statedHistory(mention: Mention): RevisionEvent[] {
  const { relation, title } = mention;
  if (relation === null || title === null) return [];
  const raw = relation.citationRaw;
  const region = mention.speaker.home.region;
  if (relation.type === 'amends' && !raw.includes(title))
    return readHistory(mapSlice(raw, 0, raw.length), 0, raw.length, region);
  const behind = raw.indexOf(title) + title.length;
  const bracket = BRACKET_BEHIND.exec(raw.slice(behind));
  if (behind < title.length || bracket === null) return [];
  return readHistory(mapSlice(raw, 0, raw.length), behind + bracket[0].length, raw.length, region);
}

/** Of a stated history, the event by which the document came into the world: its publication, else its approval. */
export function promulgationIn(history: readonly RevisionEvent[]): RevisionEvent | null {
  return (
    history.find((event) => event.type === 'promulgated') ?? history.find((event) => event.type === 'approved') ?? null
  );
}
