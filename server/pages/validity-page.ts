import type { CheckedCitation, CheckedMatch, TextCheck } from '../../ingest/validity/check-text.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { eventEvidence } from './status-banner.ts';
import type { EvidenceView } from './evidence.ts';
import { knownDocumentUrl, withQuery } from './urls.ts';

/** A known document that a citation can mean, as the page of the validity check shows it. */
export interface MatchView {
  href: string;
  title: string;
  documentNumber: string | null;
  held: boolean;
  badge: StatusBadge;
  reason: string;
  evidence: EvidenceView | null;
  replacedBy: { href: string; title: string; documentNumber: string | null } | null;
  warnings: string[];
}

export interface CitationView {
  number: number;
  raw: string;
  note: string | null;
  matches: MatchView[];
}

export interface CheckView {
  on: string;
  ownDate: string | null;
  citations: CitationView[];
  counts: { label: string; count: number }[];
}

/** The answer of a validity check in the order of the text, with how many citations came out how. */
export function checkView(check: TextCheck): CheckView {
  return {
    on: check.on,
    ownDate: check.ownDate,
    citations: check.citations.map(citationView),
    counts: countsOf(check.citations),
  };
}

function countsOf(citations: readonly CheckedCitation[]): CheckView['counts'] {
  const counts = new Map<string, number>();
  for (const { matches } of citations) {
    const [only, second] = matches;
    const label = only === undefined ? '馆藏未见' : second === undefined ? only.status.label : '有多个备选';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}

function citationView(citation: CheckedCitation, index: number): CitationView {
  return {
    number: index + 1,
    raw: citation.raw.replace(/\s+/gu, ' '),
    note: citation.note,
    matches: citation.matches.map(matchView),
  };
}

function matchView({ entry, status, replacedBy, warnings }: CheckedMatch): MatchView {
  return {
    href: withQuery(knownDocumentUrl(entry.id, entry.held), { on: status.on }),
    title: entry.title ?? entry.documentNumber ?? entry.id,
    documentNumber: entry.title === null ? null : entry.documentNumber,
    held: entry.held,
    badge: statusBadge(status.status),
    reason: status.reason,
    evidence: status.decidedBy === null ? null : eventEvidence(status.decidedBy),
    replacedBy:
      replacedBy === null
        ? null
        : {
            href: withQuery(knownDocumentUrl(replacedBy.id, replacedBy.held), { on: status.on }),
            title: replacedBy.title ?? replacedBy.id,
            documentNumber: replacedBy.documentNumber,
          },
    warnings: [...new Set(warnings)],
  };
}
