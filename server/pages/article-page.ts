import type { IsoDate } from '../../ingest/model/span.ts';
import { numberLists } from '../../ingest/store/queries/json-columns.ts';
import type { ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import type { Statuses } from '../site/statuses.ts';
import { textLinks } from './document-page.ts';
import { documentHits } from './document-hits.ts';
import type { DocumentRows } from './document-rows.ts';
import { printedParts } from './printed-parts.ts';
import { provisionTree } from './provision-tree.ts';
import type { ProvisionView } from './provision-tree.ts';
import { incomingGroups, outgoingGroups } from './relation-groups.ts';
import type { RelationGroup } from './relation-groups.ts';
import { statusBanner } from './status-banner.ts';
import type { StatusBanner } from './status-banner.ts';
import { articleUrl, documentUrl, withQuery } from './urls.ts';
import type { Query } from './urls.ts';

export interface ArticlePage {
  label: string;
  documentTitle: string;
  documentNumber: string | null;
  documentHref: string;
  citation: string;
  path: { label: string; href: string }[];
  banner: StatusBanner | null;
  provisions: ProvisionView[];
  line: number;
  previous: { label: string; href: string } | null;
  next: { label: string; href: string } | null;
  outgoing: RelationGroup[];
  incoming: RelationGroup[];
}

/**
 * The page of one article, `number` as in its address (8, 120-1); null when the document has no such article. What `query` asks for is
 * marked, also where it begins in the article before or goes on into the next.
 */
export function articlePage(
  rows: DocumentRows,
  number: string,
  statuses: Statuses,
  carriedDay: IsoDate | null,
  query: string,
): ArticlePage | null {
  const { document, provisions } = rows;
  const provisionId = `art-${number}`;
  const article = provisions.find((row) => row.provisionId === provisionId && row.kind === 'article');
  if (!article) return null;
  const own = subtree(provisions, article);
  const inside = new Set(own.map((row) => row.provisionId));
  const articles = provisions.filter(
    (row) => row.kind === 'article' && articleUrl(document.id, row.provisionId) !== null,
  );
  const at = articles.indexOf(article);
  const known = document.kind === 'report' ? null : statuses(document.id);
  const links = textLinks(rows, [], statuses, carriedDay);
  const hits = documentHits(query === '' ? [] : printedParts(rows), query);
  const address = number.split('-').map(Number);
  const carried = { q: query, on: carriedDay };
  return {
    label: article.label ?? '',
    documentTitle: document.title,
    documentNumber: document.documentNumber,
    documentHref: withQuery(documentUrl(document.id, provisionId), carried),
    citation: citeDocument(document.title, document.documentNumber) ?? '',
    path: pathTo(provisions, article).map((row) => ({
      label: [row.label, row.heading].filter((text) => text !== null).join(' '),
      href: withQuery(documentUrl(document.id, row.provisionId), carried),
    })),
    banner:
      known === null
        ? null
        : statusBanner(known, articleUrl(document.id, provisionId) ?? documentUrl(document.id), rows.contradictions),
    provisions: provisionTree(own, 2, { links, hits: hits.of }),
    line: article.lineStart,
    previous: neighbour(document.id, articles[at - 1], carried),
    next: neighbour(document.id, articles[at + 1], carried),
    outgoing: outgoingGroups(
      rows.outgoing.filter((row) => row.provisionId !== null && inside.has(row.provisionId)),
      statuses,
      carriedDay,
    ),
    incoming: incomingGroups(
      rows.incoming.filter((row) => numberLists(row.targetProvisions).some((target) => sameNumber(target, address))),
      statuses,
      carriedDay,
    ),
  };
}

/** A row with everything under it. The row itself becomes the root. */
function subtree(rows: readonly ProvisionRow[], root: ProvisionRow): ProvisionRow[] {
  const start = rows.indexOf(root);
  const rest = rows.slice(start + 1);
  const end = rest.findIndex((row) => row.depth <= root.depth);
  return [root, ...(end === -1 ? rest : rest.slice(0, end))];
}

function pathTo(rows: readonly ProvisionRow[], row: ProvisionRow): ProvisionRow[] {
  const parent = rows.find((candidate) => candidate.seq === row.parentSeq);
  return parent ? [...pathTo(rows, parent), parent] : [];
}

function neighbour(
  documentId: string,
  row: ProvisionRow | undefined,
  carried: Query,
): { label: string; href: string } | null {
  const href = row && articleUrl(documentId, row.provisionId);
  return row && href ? { label: row.label ?? '', href: withQuery(href, carried) } : null;
}

const sameNumber = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);
