import { z } from 'zod';
import { withoutSpaces } from '../../ingest/text/spaces.ts';
import { ndcg10 } from './measures.ts';
import type { System } from './systems.ts';
import type { Truth, TruthPiece } from './truth.ts';

/** A passage of the archive in words that do not change when it is read again: document number or title, and the article's label or a fragment. */
const Passage = z.object({
  document: z.string(),
  /** 第十条, or a fragment of the passage; absent for the document itself. */
  at: z.string().optional(),
  grade: z.number().int().min(0).max(3),
  reason: z.string().min(4),
});

const Graded = z.array(z.object({ query: z.string(), want: z.string(), relevant: z.array(Passage).min(1) }));

/** So many hits are looked at: enough for ten that were judged. */
const DEPTH = 300;

export type GradedQuery = z.infer<typeof Graded>[number];

/** Reads test/search-relevance.json. @throws ZodError with the place that is wrong. */
export const gradedQueries = (json: string): GradedQuery[] => Graded.parse(JSON.parse(json));

export interface GradedScore {
  system: string;
  ndcg: number;
  /** Queries with their scores, the worst first. */
  queries: { query: string; ndcg: number }[];
  /** Passages that the archive does not have. */
  missing: string[];
}

/**
 * nDCG@10 of a system over the graded queries. A document is found by a hit on itself or, by systems of passages, on any of its
 * own. Passages of issues in which nothing was graded are left out of the list (a condensed list): nobody has judged them.
 */
export async function judgeGraded(system: System, graded: readonly GradedQuery[], truth: Truth): Promise<GradedScore> {
  const queries: { query: string; ndcg: number }[] = [];
  const missing: string[] = [];
  const issues = truth.issuesOf(graded.flatMap(({ relevant }) => relevant.map(({ document }) => document)));
  for (const { query, relevant } of graded) {
    const grades = new Map<string, number>();
    for (const passage of relevant) {
      const key = keyOf(truth, passage);
      if (key === null) missing.push(`${query}: ${passage.document} ${passage.at ?? ''}`);
      else grades.set(key, Math.max(grades.get(key) ?? 0, passage.grade));
    }
    const found = await system.search(query, DEPTH);
    const judged = found.keys.flatMap((key, at) => {
      const document = found.documents[at] ?? '';
      return truth.isIn(issues, document.slice(1)) ? [{ key, document }] : [];
    });
    queries.push({ query, ndcg: ndcg10(withDocuments(judged, grades), grades) });
  }
  queries.sort((a, b) => a.ndcg - b.ndcg);
  return {
    system: system.name,
    ndcg: queries.reduce((sum, one) => sum + one.ndcg, 0) / queries.length,
    queries,
    missing,
  };
}

/** A hit that is not graded itself counts for its document the first time, where the document is graded. */
function withDocuments(
  found: readonly { key: string; document: string }[],
  grades: ReadonlyMap<string, number>,
): string[] {
  const seen = new Set<string>();
  return found.map(({ key, document }) => {
    const counted = grades.has(key) || !grades.has(document) || seen.has(document) ? key : document;
    seen.add(counted);
    return counted;
  });
}

function keyOf(truth: Truth, passage: z.infer<typeof Passage>): string | null {
  const own = truth.pieces.filter((piece) => piece.number === passage.document || piece.title === passage.document);
  const [first] = own;
  if (!first) return passage.at === undefined ? truth.registered(passage.document) : null;
  if (passage.at === undefined) return `d${first.documentId}`;
  const piece = own.find((one) => isAt(one, passage.at ?? ''));
  return piece ? `p${piece.id}` : null;
}

function isAt({ kind, printed }: TruthPiece, at: string): boolean {
  return /^第.+条$/u.test(at)
    ? kind === 'article' && printed.startsWith(`${at} `)
    : withoutSpaces(printed).includes(at);
}
