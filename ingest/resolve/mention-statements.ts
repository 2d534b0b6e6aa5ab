import type { RelationType } from '../model/relation.ts';
import type { Certainty, IsoDate } from '../model/span.ts';
import { perStore } from '../store/per-store.ts';

/** A document held, as the text that names others. */
export interface SpeakerRow {
  id: string;
  title: string;
  document_number: string | null;
  kind: 'act' | 'report';
  issue_id: string;
  gazette: string | null;
  promulgation_date: IsoDate | null;
  effective_date: IsoDate | null;
  effective_certainty: Certainty | null;
  publication_date: IsoDate | null;
  authorities: string | null;
  aliases: string | null;
}

/** A relation of a document to another one. */
export interface RelationRow {
  id: number;
  document_id: string;
  type: RelationType;
  mode: string | null;
  provision_id: string | null;
  target_title: string | null;
  target_number: string | null;
  target_provisions: string;
  target_id: string | null;
  effective_date: IsoDate | null;
  until: string | null;
  certainty: Certainty;
  citation_raw: string;
  quote: string;
  line: number;
}

/** A line of a filing catalogue. */
export interface CatalogueRow {
  id: number;
  document_id: string | null;
  issue_id: string;
  gazette: string | null;
  publication_date: IsoDate | null;
  year: number;
  quarter: number;
  title: string;
  document_number: string | null;
  date: IsoDate | null;
  register_id: string | null;
  line: number;
  raw: string;
}

const SPEAKER = `
  SELECT d.id, d.title, d.document_number, d.kind, d.issue_id, i.gazette, d.promulgation_date, d.effective_date,
    (SELECT certainty FROM facts f WHERE f.document_id = d.id AND f.name = 'effectiveDate') AS effective_certainty,
    i.publication_date,
    (SELECT json_group_array(canonical) FROM (SELECT canonical FROM document_authorities a WHERE a.document_id = d.id ORDER BY seq)) AS authorities,
    (SELECT json_group_array(value) FROM facts f WHERE f.document_id = d.id AND f.name = 'alias') AS aliases
  FROM documents d JOIN issues i ON i.id = d.issue_id WHERE d.id = ?`;

const RELATION = `
  SELECT id, document_id, type, mode, provision_id, target_title, target_number, target_provisions, target_id, effective_date,
    until, certainty, citation_raw, quote, line FROM relations`;

const CATALOGUE = `
  SELECT e.id, c.document_id, c.issue_id, i.gazette, i.publication_date, c.year, c.quarter, e.title, e.document_number, e.date,
    e.register_id, e.line, e.raw
  FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id JOIN issues i ON i.id = c.issue_id`;

/** How documents and what names them are looked up: each by an index. */
export const mentionStatements = perStore((store) => {
  const relations = (where: string) => store.prepare<string[], RelationRow>(`${RELATION} ${where}`);
  const entries = (where: string) => store.prepare<string[], CatalogueRow>(`${CATALOGUE} ${where}`);
  return {
    speaker: store.prepare<[string], SpeakerRow>(SPEAKER),
    relations: {
      ofDocument: relations('WHERE document_id = ? ORDER BY id'),
      ofEntry: relations('WHERE target_id = ? ORDER BY id'),
      byNumber: relations('WHERE target_number_key = ? ORDER BY id'),
      byTitle: relations('WHERE target_title_key = ? AND +target_number_key IS NULL ORDER BY id'),
      withoutNumber: relations('WHERE target_number_key IS NULL ORDER BY id'),
    },
    entries: {
      ofDocument: entries('WHERE c.document_id = ? ORDER BY e.id'),
      outsideDocuments: entries('WHERE e.register_id IS NULL AND +c.document_id IS NULL ORDER BY e.id'),
      ofEntry: entries('WHERE e.register_id = ? ORDER BY e.id'),
      byNumber: entries('WHERE e.number_key = ? ORDER BY e.id'),
      byTitle: entries('WHERE e.title_key = ? AND +e.number_key IS NULL ORDER BY e.id'),
      withoutNumber: entries('WHERE e.number_key IS NULL ORDER BY e.id'),
    },
  };
});

export type MentionStatements = ReturnType<typeof mentionStatements>;
