import type { RelationType } from '../../ingest/model/relation.ts';
import type { IsoDate } from '../../ingest/model/span.ts';
import type { IncomingRelationRow, RelationRow } from '../../ingest/store/queries/relations.ts';
import type { Statuses } from '../site/statuses.ts';
import { provisionLabel } from '../../ingest/structure/provision-id.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { documentUrl, knownDocumentUrl, sourceLineUrl, withQuery } from './urls.ts';

/** One document on the other end of a relation, with every clause that states it. */
export interface RelatedDocument {
  href: string;
  title: string;
  documentNumber: string | null;
  badge: StatusBadge | null;
  clauses: { href: string; label: string; quote: string }[];
}

export interface RelationGroup {
  heading: string;
  total: number;
  /** How many more there are than `documents` shows. */
  more: number;
  documents: RelatedDocument[];
}

/** A law that ten thousand documents cite is not listed with all of them. */
const DOCUMENTS_SHOWN = 60;

type Wording = Record<RelationType, string>;

const OUTGOING: Wording = {
  repeals: '本文件废止',
  amends: '本文件修改',
  based_on: '制定依据',
  implements: '贯彻落实',
  forwards: '转发',
  overrides: '优先于',
  cites: '引用',
  lists: '列入目录',
};

const INCOMING: Wording = {
  repeals: '被下列文件废止',
  amends: '被下列文件修改',
  based_on: '作为下列文件的制定依据',
  implements: '由下列文件贯彻落实',
  forwards: '由下列文件转发',
  overrides: '下列文件规定优先于本文件',
  cites: '被下列文件引用',
  lists: '列入下列目录',
};

const ORDER: readonly RelationType[] = [
  'repeals',
  'amends',
  'overrides',
  'based_on',
  'implements',
  'forwards',
  'cites',
  'lists',
];

const clauseLabel = (provisionId: string | null, line: number): string =>
  (provisionId === null ? '' : provisionLabel(provisionId)) || `第${line}行`;

interface End {
  key: string;
  href: string;
  title: string;
  documentNumber: string | null;
  registerId: string | null;
}

/** What a document says of others: each target once per kind of relation, in the order of weight. */
export function outgoingGroups(
  rows: readonly RelationRow[],
  statuses: Statuses,
  carriedDay: IsoDate | null = null,
): RelationGroup[] {
  return groups(rows, { wording: OUTGOING, statuses, carriedDay }, (row) => ({
    key: row.targetId ?? `${row.targetNumber ?? ''}|${row.targetTitle ?? ''}`,
    href: row.targetId === null ? unresolvedUrl(row) : knownDocumentUrl(row.targetId, row.targetHeld === 1),
    title: row.targetTitle ?? row.targetNumber ?? '',
    documentNumber: row.targetTitle === null ? null : row.targetNumber,
    registerId: row.targetId,
  }));
}

/** What other documents say of one. */
export function incomingGroups(
  rows: readonly IncomingRelationRow[],
  statuses: Statuses,
  carriedDay: IsoDate | null = null,
): RelationGroup[] {
  return groups(rows, { wording: INCOMING, statuses, carriedDay }, (row) => ({
    key: row.documentId,
    href: documentUrl(row.documentId),
    title: row.sourceTitle,
    documentNumber: row.sourceNumber,
    registerId: row.documentId,
  }));
}

/** A citation that names no single known document leads to the register's candidates. */
export function unresolvedUrl(row: RelationRow): string {
  return withQuery('/register', { q: row.targetNumber ?? row.targetTitle });
}

function groups<Row extends RelationRow>(
  rows: readonly Row[],
  { wording, statuses, carriedDay }: { wording: Wording; statuses: Statuses; carriedDay: IsoDate | null },
  endOf: (row: Row) => End,
): RelationGroup[] {
  return ORDER.flatMap((type) => {
    const documents = new Map<string, RelatedDocument>();
    const unshown = new Set<string>();
    for (const row of rows) {
      if (row.type !== type) continue;
      const end = endOf(row);
      if (documents.size >= DOCUMENTS_SHOWN && !documents.has(end.key)) {
        unshown.add(end.key);
        continue;
      }
      const known = end.registerId === null ? null : statuses(end.registerId);
      const document = documents.get(end.key) ?? {
        href: withQuery(end.href, { on: carriedDay }),
        title: end.title,
        documentNumber: end.documentNumber,
        badge: known === null ? null : statusBadge(known.status.status),
        clauses: [],
      };
      const href =
        row.provisionId === null
          ? sourceLineUrl(row.documentId, row.line)
          : documentUrl(row.documentId, row.provisionId);
      if (!document.clauses.some((clause) => clause.href === href)) {
        document.clauses.push({ href, label: clauseLabel(row.provisionId, row.line), quote: row.quote });
      }
      documents.set(end.key, document);
    }
    if (documents.size === 0) return [];
    const total = documents.size + unshown.size;
    return [{ heading: wording[type], total, more: unshown.size, documents: [...documents.values()] }];
  });
}
