import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { redirectedId } from '../../../ingest/store/redirects.ts';
import { warningsOfIssue } from '../../../ingest/store/queries/coverage.ts';
import { partsOfDocument, provisionsOfDocument } from '../../../ingest/store/queries/document-text.ts';
import { documentById } from '../../../ingest/store/queries/documents.ts';
import type { DocumentRow, DocumentSummary } from '../../../ingest/store/queries/documents.ts';
import { factEvidenceOf } from '../../../ingest/store/queries/evidence.ts';
import type { FactEvidenceRow } from '../../../ingest/store/queries/evidence.ts';
import { numberLists } from '../../../ingest/store/queries/json-columns.ts';
import { historyOf } from '../../../ingest/store/queries/relations.ts';
import { documentUrl, issueUrl, sourceLineUrl } from '../../pages/urls.ts';
import { Moved, notFound } from '../api-error.ts';
import type { DocumentShape, DocumentSummaryShape } from '../schemas/document.ts';
import { placeProvisions, topProvisions } from './provisions.ts';
import { apiStatusOf } from './status.ts';

type ApiDocument = z.infer<typeof DocumentShape>;
type ApiDocumentSummary = z.infer<typeof DocumentSummaryShape>;

/** The row of a document held in full. Throws Moved for an old address, 404 when the archive does not hold it. */
export function heldDocument(store: Store, id: string): DocumentRow {
  const row = documentById(store, id);
  if (row !== null) return row;
  const moved = redirectedId(store, 'document', id);
  throw moved === null ? notFound(`馆藏没有收录文件 ${id} 的全文`) : new Moved(id, moved);
}

/** A document as lists give it. */
export function apiDocumentSummary(store: Store, summary: DocumentSummary, on: IsoDate): ApiDocumentSummary {
  return headOf(store, heldDocument(store, summary.id), on);
}

/** A document held in full: facts each with evidence, text as a tree. Throws 404 when the archive does not hold it. */
export function apiDocument(store: Store, id: string, on: IsoDate): ApiDocument {
  const row = heldDocument(store, id);
  const facts = factEvidenceOf(store, id);
  const placed = placeProvisions(provisionsOfDocument(store, id));
  return {
    ...factsOf(store, row, facts, on),
    facts: facts.map((fact) => apiFact(id, fact)),
    history: historyOf(store, id),
    parts: partsOfDocument(store, id).map(({ seq, kind, title, lineStart, lineEnd }) => ({
      kind,
      title,
      lines: { start: lineStart, end: lineEnd },
      provisions: topProvisions(placed, seq),
    })),
    warnings: warningsOfIssue(store, row.issueId)
      .filter(({ documentId }) => documentId === id)
      .map(({ code, message, line }) => ({ code, message, line })),
  };
}

/** What is known of a document, without its text. */
export type ApiDocumentFacts = Omit<ApiDocument, 'facts' | 'history' | 'parts' | 'warnings'>;

/** The same for whoever does not need the text: a long one takes time to read. Throws like apiDocument. */
export function apiDocumentFacts(store: Store, id: string, on: IsoDate): ApiDocumentFacts {
  return factsOf(store, heldDocument(store, id), factEvidenceOf(store, id), on);
}

function factsOf(store: Store, row: DocumentRow, facts: readonly FactEvidenceRow[], on: IsoDate): ApiDocumentFacts {
  return {
    ...headOf(store, row, on),
    section: row.section,
    signatory: valueOf(facts, 'signatory'),
    adoptionDate: valueOf(facts, 'adoptionDate'),
    publicationDate: row.publicationDate,
    aliases: valuesOf(facts, 'alias'),
    page: row.page,
    lines: { start: row.lineStart, end: row.lineEnd },
  };
}

function headOf(store: Store, row: DocumentRow, on: IsoDate): ApiDocumentSummary {
  return {
    documentId: row.id,
    kind: row.kind,
    title: row.title,
    documentNumber: row.documentNumber,
    documentType: row.documentType,
    issuingAuthorities: row.authorities === '' ? [] : row.authorities.split('、'),
    promulgationDate: row.promulgationDate,
    effectiveDate: row.effectiveDate,
    expiryDate: row.expiryDate,
    issue: {
      id: row.issueId,
      title: row.issueTitle,
      publicationDate: row.publicationDate,
      url: issueUrl(row.issueId),
    },
    url: documentUrl(row.id),
    status: apiStatusOf(store, row.id, on),
  };
}

function apiFact(documentId: string, fact: FactEvidenceRow): ApiDocument['facts'][number] {
  return {
    name: fact.name,
    value: fact.value,
    certainty: fact.certainty,
    raw: fact.raw,
    rule: fact.rule,
    span: { start: fact.spanStart, end: fact.spanEnd },
    line: fact.line,
    url: sourceLineUrl(documentId, fact.line),
    provisions: numberLists(fact.provisions),
  };
}

function valuesOf(facts: readonly FactEvidenceRow[], name: string): string[] {
  return facts.filter((fact) => fact.name === name && fact.provisions === null).map(({ value }) => value);
}

function valueOf(facts: readonly FactEvidenceRow[], name: string): string | null {
  return valuesOf(facts, name)[0] ?? null;
}
