import type { PartRow, ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import type { IsoDate } from '../../ingest/model/span.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import type { Statuses } from '../site/statuses.ts';
import { citationLinks } from './citation-links.ts';
import { documentHits } from './document-hits.ts';
import type { DocumentRows } from './document-rows.ts';
import { factRows, keyFacts } from './fact-rows.ts';
import type { FactView } from './fact-rows.ts';
import { internalReferences } from './internal-references.ts';
import { markedHtml } from './marked-text.ts';
import type { LinkMark } from './marked-text.ts';
import type { MatterLine } from './part-matter.ts';
import { printedParts } from './printed-parts.ts';
import { provisionTree } from './provision-tree.ts';
import type { ProvisionView } from './provision-tree.ts';
import { incomingGroups, outgoingGroups } from './relation-groups.ts';
import type { RelationGroup } from './relation-groups.ts';
import { statusBanner } from './status-banner.ts';
import type { StatusBanner } from './status-banner.ts';
import { partAnchor, textContents } from './text-contents.ts';
import type { TextContentsEntry } from './text-contents.ts';
import { timelineOf } from './timeline.ts';
import type { TimelineStep } from './timeline.ts';
import { documentUrl } from './urls.ts';

/** A printed line around the provisions of a part. `html` values are made by markedHtml. */
export interface MatterView {
  kind: string;
  html: string;
}

/** One text inside a document. `empty`: its title is there, but no words of it, as where the print has a picture. */
export interface PartView {
  anchor: string;
  kind: string;
  titleHtml: string;
  before: MatterView[];
  provisions: ProvisionView[];
  after: MatterView[];
  empty: boolean;
}

export interface DocumentPage {
  id: string;
  title: string;
  documentNumber: string | null;
  authorities: string;
  isReport: boolean;
  citation: string;
  banner: StatusBanner | null;
  keyFacts: FactView[];
  facts: FactView[];
  contents: TextContentsEntry[];
  parts: PartView[];
  /** How many places of it a search marks. */
  found: number;
  outgoing: RelationGroup[];
  incoming: RelationGroup[];
  timeline: TimelineStep[];
}

/** Rows → the document page. `carriedDay` goes into its links; what `query` asks for is marked, '' marks nothing. */
export function documentPage(
  rows: DocumentRows,
  statuses: Statuses,
  carriedDay: IsoDate | null,
  query: string,
): DocumentPage {
  const { document } = rows;
  const known = document.kind === 'report' ? null : statuses(document.id);
  const printed = printedParts(rows);
  const titled = printed.map(({ part }) => part);
  const hits = documentHits(printed, query);
  const links = textLinks(rows, titled, statuses, carriedDay);
  const facts = factRows(document.id, document.kind, rows.facts);
  return {
    id: document.id,
    title: document.title,
    documentNumber: document.documentNumber,
    authorities: document.authorities,
    isReport: document.kind === 'report',
    citation: citeDocument(document.title, document.documentNumber) ?? '',
    banner: known === null ? null : statusBanner(known, documentUrl(document.id), rows.contradictions),
    keyFacts: keyFacts(facts),
    facts,
    contents: textContents(titled, rows.provisions),
    parts: printed.map(({ part, matter, provisions }) => {
      const lineView = (line: MatterLine): MatterView => ({
        kind: line.kind,
        html: markedHtml(line.text, [], hits.of(line, 'text')),
      });
      return {
        anchor: partAnchor(part.seq),
        kind: part.kind,
        titleHtml: markedHtml(part.title, [], hits.of(part, 'title')),
        before: matter.before.map(lineView),
        provisions: provisionTree(provisions, 3, { links, hits: hits.of }),
        after: matter.after.map(lineView),
        empty: provisions.length + matter.before.length + matter.after.length === 0,
      };
    }),
    found: hits.count,
    outgoing: outgoingGroups(rows.outgoing, statuses, carriedDay),
    incoming: incomingGroups(rows.incoming, statuses, carriedDay),
    timeline: timelineOf(document.id, rows.history, known?.record.events ?? []),
  };
}

/** Citations of other documents and references to the document's own articles and annexes, inside one provision. */
export function textLinks(
  rows: DocumentRows,
  titled: readonly PartRow[],
  statuses: Statuses,
  carriedDay: IsoDate | null,
): (row: ProvisionRow, field: 'heading' | 'body') => LinkMark[] {
  const citations = citationLinks(rows.outgoing, statuses, carriedDay);
  const internal = internalReferences(rows.provisions, titled);
  return (row, field) => [...citations(row, field), ...internal((field === 'body' ? row.body : row.heading) ?? '')];
}
