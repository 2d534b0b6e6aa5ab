import type { CoverageTotals, ReadingQuality, UnclaimedPassage } from '../../ingest/store/queries/coverage.ts';
import type { IssuePlace, IssueSummary } from '../../ingest/store/queries/issues.ts';
import { NAMELESS, seriesGaps } from './series-gaps.ts';
import type { Series } from './series-gaps.ts';
import { issueSourceUrl, issueUrl, withQuery } from './urls.ts';

/** One issue with how well it was read. */
export interface IssueReading {
  issue: IssueSummary;
  quality: ReadingQuality;
  passages: UnclaimedPassage[];
}

export interface CoverageRows {
  totals: CoverageTotals;
  quality: ReadingQuality;
  places: readonly IssuePlace[];
  /** The gazette that the page is narrowed to; null for all. */
  gazette: string | null;
  readings: readonly IssueReading[];
}

/** A gazette in the table of all series. */
export interface SeriesLine {
  gazette: string;
  href: string;
  years: string;
  held: number;
  missing: number;
  unplaced: number;
}

export interface CoveragePage {
  totals: { label: string; count: number | string }[];
  gazette: string | null;
  /** Every series with its numbers, where they are few; else the table of gazettes, each with a page of its own. */
  series: Series[];
  gazettes: SeriesLine[];
  quality: {
    title: string;
    href: string;
    documents: number;
    articles: number;
    warnings: number;
    characters: number;
    unclaimed: number;
    share: string;
    passages: { href: string; line: number; text: string }[];
  }[];
}

/** More issues than this are told gazette by gazette. */
const MOST_NUMBERS_AT_ONCE = 300;

/** What is held, what is missing from each series, and how well each issue was read. */
export function coveragePage({ totals, quality, places, gazette, readings }: CoverageRows): CoveragePage {
  const series = seriesGaps(places);
  const apart = gazette === null && series.length > 1 && places.length > MOST_NUMBERS_AT_ONCE;
  return {
    totals: [
      { label: '公报（期）', count: totals.issues },
      { label: '文件', count: totals.documents },
      { label: '条文', count: totals.articles },
      { label: '文件之间的关系', count: totals.relations },
      { label: '登记文件（含只被提到的）', count: totals.registerEntries },
      { label: '备案条目', count: totals.catalogueEntries },
      { label: '读取时存疑（处）', count: quality.warnings },
      { label: '文字已辨认', count: shareRead(quality) },
    ],
    gazette,
    series: apart ? [] : series,
    gazettes: apart ? series.map(seriesLine) : [],
    quality: readings.map(({ issue, quality: own, passages }) => ({
      ...own,
      title: issue.title,
      href: issueUrl(issue.id),
      documents: issue.documents,
      articles: issue.articles,
      share: shareRead(own),
      passages: passages.map(({ line, text }) => ({ line, text, href: issueSourceUrl(issue.id, line) })),
    })),
  };
}

function seriesLine({ gazette, years, unplaced }: Series): SeriesLine {
  const sum = (of: (year: Series['years'][number]) => number): number =>
    years.reduce((total, year) => total + of(year), 0);
  const [first, last] = [years.at(-1)?.year, years[0]?.year];
  return {
    gazette,
    href: gazette === NAMELESS ? '/issues' : withQuery('/coverage', { gazette }),
    years: first === undefined || last === undefined ? '' : first === last ? `${first}` : `${first}—${last}`,
    held: sum(({ held }) => held),
    missing: sum(({ missing }) => missing),
    unplaced: unplaced.length,
  };
}

/** 0.9987 → 99.87%; never rounded up to 100% while something is missing. */
function shareRead({ characters, unclaimed }: ReadingQuality): string {
  if (unclaimed === 0) return '100%';
  return `${(Math.floor(((characters - unclaimed) / characters) * 10_000) / 100).toFixed(2)}%`;
}
