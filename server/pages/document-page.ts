import type { DocumentRow } from '../../ingest/store/queries/documents.ts';
import { segmentsWithin } from '../../ingest/store/queries/coverage.ts';
import type { SegmentRow } from '../../ingest/store/queries/coverage.ts';
import { sourceTextById } from '../../ingest/store/queries/issues.ts';
import { partsOfDocument, provisionsOfDocument } from '../../ingest/store/queries/document-text.ts';
import type { PartRow, ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import { historyOf, relationsFrom, relationsTo } from '../../ingest/store/queries/relations.ts';
import type { HistoryRow, IncomingRelationRow, RelationRow } from '../../ingest/store/queries/relations.ts';
import type { IsoDate } from '../../ingest/model/span.ts';
import { factEvidenceOf } from '../../ingest/store/queries/evidence.ts';
import type { FactEvidenceRow } from '../../ingest/store/queries/evidence.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { citeDocument } from '../../ingest/validity/cite-document.ts';
import { contradictionsOf } from '../../ingest/validity/contradictions.ts';
import type { Contradiction } from '../../ingest/validity/contradictions.ts';
import type { Statuses } from '../site/statuses.ts';
import { citationLinks } from './citation-links.ts';
import { factRows, keyFacts } from './fact-rows.ts';
import type { FactView } from './fact-rows.ts';
import { internalReferences } from './internal-references.ts';
import type { HitMark, LinkMark } from './marked-text.ts';
import { provisionTree } from './provision-tree.ts';
import type { ProvisionView } from './provision-tree.ts';
import { incomingGroups, outgoingGroups } from './relation-groups.ts';
import type { RelationGroup } from './relation-groups.ts';
import { statusBanner } from './status-banner.ts';
import type { StatusBanner } from './status-banner.ts';
import { partMatter } from './part-matter.ts';
import type { PartMatter } from './part-matter.ts';
import { partTitles } from './part-titles.ts';
import { partAnchor, textContents } from './text-contents.ts';
import type { TextContentsEntry } from './text-contents.ts';
import { timelineOf } from './timeline.ts';
import type { TimelineStep } from './timeline.ts';
import { documentUrl } from './urls.ts';

/** All rows of one document. */
export interface DocumentRows {
  document: DocumentRow;
  facts: FactEvidenceRow[];
  parts: PartRow[];
  provisions: ProvisionRow[];
  outgoing: RelationRow[];
  incoming: IncomingRelationRow[];
  history: HistoryRow[];
  /** The segments of its passage in the source file, and the file's text. */
  segments: SegmentRow[];
  sourceText: string;
  /** What is said against its status. */
  contradictions: Contradiction[];
}

/** Reads what the page of a held document shows. */
export function documentRows(store: Store, document: DocumentRow): DocumentRows {
  return {
    document,
    facts: factEvidenceOf(store, document.id),
    parts: partsOfDocument(store, document.id),
    provisions: provisionsOfDocument(store, document.id),
    outgoing: relationsFrom(store, document.id),
    incoming: relationsTo(store, document.id),
    history: historyOf(store, document.id),
    segments: segmentsWithin(store, document.sourceId, document.spanStart, document.spanEnd),
    sourceText: sourceTextById(store, document.sourceId)?.text ?? '',
    contradictions: contradictionsOf(store, document.id),
  };
}

/** One text inside a document. `empty`: its title is there, but no words of it, as where the print has a picture. */
export interface PartView {
  anchor: string;
  kind: string;
  title: string;
  matter: PartMatter;
  provisions: ProvisionView[];
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
  outgoing: RelationGroup[];
  incoming: RelationGroup[];
  timeline: TimelineStep[];
}

/** Rows → the document page. `carriedDay` goes into its links, `hits` finds what a search asked for in any text of it. */
export function documentPage(
  rows: DocumentRows,
  statuses: Statuses,
  carriedDay: IsoDate | null,
  hits: (text: string) => HitMark[],
): DocumentPage {
  const { document } = rows;
  const known = document.kind === 'report' ? null : statuses(document.id);
  const titled = partTitles(rows.parts, document);
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
    parts: titled.map((part) => {
      const own = rows.provisions.filter((provision) => provision.partSeq === part.seq);
      const matter = partMatter(part, rows.provisions, rows.segments, rows.sourceText);
      return {
        anchor: partAnchor(part.seq),
        kind: part.kind,
        title: part.title,
        matter,
        provisions: provisionTree(own, 3, { links, hits }),
        empty: own.length + matter.before.length + matter.after.length === 0,
      };
    }),
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
): (row: ProvisionRow) => LinkMark[] {
  const citations = citationLinks(rows.outgoing, statuses, carriedDay);
  const internal = internalReferences(rows.provisions, titled);
  return (row) => [...citations(row), ...internal(row.body)];
}
