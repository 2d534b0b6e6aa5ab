import { piecesOf } from '../index/pieces.ts';
import type { GazetteDocument } from '../model/document.ts';
import type { FilingCatalogue } from '../model/filing-catalogue.ts';
import type { Provision } from '../model/provision.ts';
import type { Extracted } from '../model/span.ts';
import { titleKey } from '../text/title-key.ts';
import { canonicalAuthority } from '../text/authority-names.ts';
import type { Region } from '../text/authority-names.ts';
import { documentNumberKey } from '../text/document-number.ts';
import { documentDigest } from './document-digest.ts';
import { insertRow } from './insert-row.ts';
import type { Store } from './open-store.ts';
import { writeCatalogue } from './write-catalogue.ts';

/** Where a document's rows hang: its issue, its file and what is needed to read names and lines of that file. */
export interface DocumentPlace {
  issueId: string;
  sourceId: number;
  gazette: string | null;
  /** Region whose 自治区 and 省 the file means; null for national gazettes. */
  home: Region | null;
  lineOf(offset: number): number;
}

/** A document as it is to be written: its id, its order in the issue, and the filing catalogues that it holds. */
export interface SettledDocument {
  id: string;
  seq: number;
  document: GazetteDocument;
  catalogues: readonly FilingCatalogue[];
}

/** Numbers are folded by key; a title or number that is not there has none. */
const keyOfNumber = (number: string | null): string | null => (number === null ? null : documentNumberKey(number));
const keyOfTitle = (title: string | null): string | null => (title === null ? null : titleKey(title));

/**
 * Writes a document and everything that hangs on it: authorities, facts with evidence, parts, the provision tree in
 * reading order, the pieces that search finds, relations, history and its filing catalogues.
 */
export function writeDocument(store: Store, settled: SettledDocument, place: DocumentPlace): void {
  const { id, seq, document, catalogues } = settled;
  insertRow(store, 'documents', {
    id,
    issue_id: place.issueId,
    source_id: place.sourceId,
    seq,
    kind: document.kind,
    title: document.title.value,
    title_key: titleKey(document.title.value),
    document_number: document.documentNumber?.value ?? null,
    number_key: keyOfNumber(document.documentNumber?.value ?? null),
    document_type: document.documentType,
    section: document.section?.value ?? null,
    signatory: document.signatory?.value ?? null,
    adoption_date: document.adoptionDate?.value ?? null,
    promulgation_date: document.promulgationDate?.value ?? null,
    effective_date: document.effectiveDate?.value ?? null,
    expiry_date: document.expiryDate?.value ?? null,
    page: null,
    span_start: document.span.start,
    span_end: document.span.end,
    line_start: document.lines.start,
    line_end: document.lines.end,
  });
  document.issuingAuthorities.forEach(({ value: name }, index) => {
    const canonical = canonicalAuthority(name, place.home);
    insertRow(store, 'document_authorities', { document_id: id, seq: index + 1, name, canonical });
  });
  writeFacts(store, id, document, place);
  writeParts(store, id, document);
  writePieces(store, id, document);
  writeRelations(store, id, document, place);
  writeHistory(store, id, document, place);
  for (const catalogue of catalogues) writeCatalogue(store, catalogue, { ...place, documentId: id });
  store.prepare('UPDATE documents SET digest = ? WHERE id = ?').run(documentDigest(store, id), id);
}

function writeFacts(store: Store, id: string, document: GazetteDocument, place: DocumentPlace): void {
  const write = (name: string, fact: Extracted<string | true> | null, provisions: number[][] | null = null): void => {
    if (fact === null) return;
    insertRow(store, 'facts', {
      document_id: id,
      name,
      value: String(fact.value),
      raw: fact.raw,
      span_start: fact.span.start,
      span_end: fact.span.end,
      line: place.lineOf(fact.span.start),
      rule: fact.rule,
      certainty: fact.certainty,
      provisions: provisions === null ? null : JSON.stringify(provisions),
    });
  };
  write('title', document.title);
  write('documentNumber', document.documentNumber);
  write('section', document.section);
  for (const authority of document.issuingAuthorities) write('issuingAuthorities', authority);
  write('signatory', document.signatory);
  write('adoptionDate', document.adoptionDate);
  write('promulgationDate', document.promulgationDate);
  write('effectiveDate', document.effectiveDate);
  write('expiryDate', document.expiryDate);
  write('validWithoutEnd', document.validWithoutEnd);
  for (const { provisions, effectiveDate } of document.commencements) write('commencement', effectiveDate, provisions);
  for (const alias of document.aliases) write('alias', alias);
}

function writeParts(store: Store, id: string, document: GazetteDocument): void {
  let seq = 0;
  const writeProvisions = (
    provisions: readonly Provision[],
    partSeq: number,
    parentSeq: number | null,
    depth: number,
  ): void => {
    for (const provision of provisions) {
      seq += 1;
      const own = seq;
      insertRow(store, 'provisions', {
        document_id: id,
        seq: own,
        provision_id: provision.id,
        parent_seq: parentSeq,
        part_seq: partSeq,
        depth,
        kind: provision.kind,
        label: provision.label,
        number: provision.number === null ? null : JSON.stringify(provision.number),
        heading: provision.heading,
        body: provision.body.text,
        runs: JSON.stringify(provision.body.runs.map((run) => [run.at, run.source, run.length])),
        span_start: provision.span.start,
        span_end: provision.span.end,
        line_start: provision.lines.start,
        line_end: provision.lines.end,
      });
      writeProvisions(provision.children, partSeq, own, depth + 1);
    }
  };
  document.parts.forEach((part, index) => {
    insertRow(store, 'parts', {
      document_id: id,
      seq: index + 1,
      kind: part.kind,
      title: part.title,
      span_start: part.span.start,
      span_end: part.span.end,
      line_start: part.lines.start,
      line_end: part.lines.end,
    });
    writeProvisions(part.provisions, index + 1, null, 0);
  });
}

function writePieces(store: Store, id: string, document: GazetteDocument): void {
  for (const piece of piecesOf(document)) {
    insertRow(store, 'pieces', {
      document_id: id,
      seq: piece.seq,
      provision_id: piece.provisionId,
      part_seq: piece.partSeq,
      kind: piece.kind,
      label: piece.label,
      number: piece.number === null ? null : JSON.stringify(piece.number),
      heading: piece.heading,
      path: JSON.stringify(piece.path),
      text: piece.text,
    });
  }
}

function writeRelations(store: Store, id: string, document: GazetteDocument, place: DocumentPlace): void {
  for (const relation of document.relations) {
    const { citation, evidence } = relation;
    insertRow(store, 'relations', {
      document_id: id,
      provision_id: relation.provisionId,
      type: relation.type,
      mode: relation.mode,
      target_title: citation.title,
      target_title_key: keyOfTitle(citation.title),
      target_number: citation.documentNumber,
      target_number_key: keyOfNumber(citation.documentNumber),
      target_provisions: JSON.stringify(citation.provisions),
      effective_date: relation.effectiveDate,
      until: relation.until,
      certainty: relation.certainty,
      citation_raw: citation.raw,
      citation_start: citation.span.start,
      citation_end: citation.span.end,
      quote: evidence.raw,
      quote_start: evidence.span.start,
      quote_end: evidence.span.end,
      line: place.lineOf(evidence.span.start),
      rule: evidence.rule,
    });
  }
}

function writeHistory(store: Store, id: string, document: GazetteDocument, place: DocumentPlace): void {
  document.history.forEach((event, index) => {
    insertRow(store, 'history', {
      document_id: id,
      seq: index + 1,
      type: event.type,
      date: event.date,
      document_number: event.documentNumber,
      number_key: keyOfNumber(event.documentNumber),
      authority: event.authority,
      raw: event.evidence.raw,
      span_start: event.evidence.span.start,
      span_end: event.evidence.span.end,
      line: place.lineOf(event.evidence.span.start),
    });
  });
}
