import type { CoverageTotals, ReadingQualityRow } from '../../ingest/store/queries/coverage.ts';
import type { IssueSummary } from '../../ingest/store/queries/issues.ts';
import { seriesGaps } from './series-gaps.ts';
import type { Series } from './series-gaps.ts';
import { issueSourceUrl, issueUrl } from './urls.ts';

/** A stretch of text that no rule understood. */
export interface UnclaimedPassage {
  issueId: string;
  line: number;
  text: string;
}

export interface CoveragePage {
  totals: { label: string; count: number }[];
  series: Series[];
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

/** What is held, what is missing from each series, and how well each issue was read. */
export function coveragePage(
  totals: CoverageTotals,
  issues: readonly IssueSummary[],
  quality: readonly ReadingQualityRow[],
  passages: readonly UnclaimedPassage[],
): CoveragePage {
  const byIssue = new Map(quality.map((row) => [row.issueId, row]));
  return {
    totals: [
      { label: '公报（期）', count: totals.issues },
      { label: '文件', count: totals.documents },
      { label: '条文', count: totals.articles },
      { label: '文件之间的关系', count: totals.relations },
      { label: '登记文件（含只被提到的）', count: totals.registerEntries },
      { label: '备案条目', count: totals.catalogueEntries },
    ],
    series: seriesGaps(issues),
    quality: issues.map((issue) => {
      const { warnings = 0, characters = 0, unclaimed = 0 } = byIssue.get(issue.id) ?? {};
      return {
        title: issue.title,
        href: issueUrl(issue.id),
        documents: issue.documents,
        articles: issue.articles,
        warnings,
        characters,
        unclaimed,
        share: percent(characters === 0 ? 1 : (characters - unclaimed) / characters),
        passages: passages
          .filter((passage) => passage.issueId === issue.id)
          .map(({ line, text }) => ({ line, text, href: issueSourceUrl(issue.id, line) })),
      };
    }),
  };
}

/** 0.9987 → 99.87%; never rounded up to 100% while something is missing. */
function percent(share: number): string {
  return share === 1 ? '100%' : `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`;
}
