import type { IsoDate } from '../model/span.ts';
import { REGIONS, regionOf } from '../text/authority-names.ts';
import type { Home } from './home.ts';
import { newestVersion } from './newest-version.ts';
import type { InstrumentVersion } from './newest-version.ts';

/** A known document that bears the title asked for. */
export interface TitleCandidate {
  id: string;
  held: number;
  numberKey: string | null;
  authority: string | null;
  promulgationDate: IsoDate | null;
  year: number | null;
  /** First day on which a clause that names it by its number ended it; null when none did. */
  endedOn: IsoDate | null;
  /** The title is one of several texts that the document promulgates. */
  oneOfSeveral: boolean;
  /** Under which numbers it was promulgated, amended and revised; read only where several bear the title. */
  history: readonly InstrumentVersion[];
}

export interface TitleQuestion {
  titleKey: string;
  /** The authority that the title itself begins with. */
  authority: string | null;
  home: Home;
  /** The day on which the text that names it speaks. */
  day: IsoDate | null;
  selfId: string | null;
  /** The text that names it bears this title too: an older document of the same title is meant. */
  selfBears: boolean;
  /** 2015 of 2015年印发的《…》. */
  yearHint: number | null;
  refused: ReadonlySet<string>;
}

export type TitleAnswer = { kind: 'found'; id: string } | { kind: 'candidates'; ids: string[] } | { kind: 'unknown' };

/**
 * Which known document a title without a number means on a day. Only the single one that bears it then: promulgated by
 * that day, not contradicted by authority or region, and of those the one that had not ended. A text never means itself,
 * and an older document of its own title is taken only when the printed year agrees. Of several versions of one instrument
 * (newest-version.ts) it means the newest of that day.
 */
export function resolveTitle(question: TitleQuestion, all: readonly TitleCandidate[]): TitleAnswer {
  const possible = all.filter(
    (candidate) =>
      candidate.id !== question.selfId &&
      !question.refused.has(candidate.id) &&
      startedBy(candidate, question.day) &&
      agrees(candidate, question) &&
      (question.yearHint === null || (yearOf(candidate) ?? question.yearHint) === question.yearHint),
  );
  if (possible.length === 0) return { kind: 'unknown' };
  if (question.selfBears && question.yearHint === null) return ambiguous(possible);
  const alive = possible.filter(({ endedOn }) => endedOn === null || question.day === null || endedOn >= question.day);
  const [only, second] = alive.length > 0 ? alive : possible;
  if (only !== undefined && second === undefined) return { kind: 'found', id: only.id };
  const newest = newestVersion(alive, question.day);
  return newest === null ? ambiguous(possible) : { kind: 'found', id: newest.id };
}

function ambiguous(candidates: readonly TitleCandidate[]): TitleAnswer {
  return { kind: 'candidates', ids: candidates.map((candidate) => candidate.id).sort() };
}

function startedBy(candidate: TitleCandidate, day: IsoDate | null): boolean {
  if (day === null) return true;
  if (candidate.promulgationDate !== null) return candidate.promulgationDate <= day;
  return candidate.year === null || candidate.year <= Number(day.slice(0, 4));
}

function yearOf(candidate: TitleCandidate): number | null {
  return (
    candidate.year ?? (candidate.promulgationDate === null ? null : Number(candidate.promulgationDate.slice(0, 4)))
  );
}

/** Nothing contradicts: neither another authority in front of the title, nor a region that is not the speaker's. */
function agrees(candidate: TitleCandidate, question: TitleQuestion): boolean {
  if (candidate.authority === null) return true;
  if (question.authority !== null) {
    const known = candidate.authority.split('、');
    return question.authority.split('、').some((name) => known.includes(name));
  }
  const region = regionOf(candidate.authority);
  if (region === null || question.home.region === null || region.name === question.home.region.name) return true;
  return REGIONS.some(({ name }) => name === region.name && question.titleKey.includes(name));
}
