import type { z } from 'zod';
import type { RelationsShape } from './schemas/document.ts';
import type { ApiDocumentFacts } from './serialise/document.ts';
import type { Status } from '../../ingest/model/validity.ts';
import { addDays } from '../../ingest/text/dates.ts';

type ApiRelations = z.infer<typeof RelationsShape>;
type RelationType = ApiRelations['outgoing'][number]['type'];

/** schema.org's three values; null where the archive cannot say, so that nothing is claimed. */
const LEGAL_FORCE: Record<Status, 'InForce' | 'PartiallyInForce' | 'NotInForce' | null> = {
  in_force: 'InForce',
  presumed_in_force: null,
  partly_in_force: 'PartiallyInForce',
  pending: 'NotInForce',
  superseded: 'NotInForce',
  expired: 'NotInForce',
  declared_invalid: 'NotInForce',
  repealed: 'NotInForce',
  unknown: null,
};

const ELI_FORCE = {
  InForce: 'eli:InForce-inForce',
  PartiallyInForce: 'eli:InForce-partiallyInForce',
  NotInForce: 'eli:InForce-notInForce',
} as const;

const ENDED: ReadonlySet<Status> = new Set(['repealed', 'expired', 'declared_invalid']);

const OUTGOING: Record<RelationType, readonly string[]> = {
  repeals: ['legislationRepeals', 'eli:repeals'],
  amends: ['legislationAmends', 'eli:amends'],
  based_on: ['eli:based_on'],
  implements: ['legislationEnsuresImplementationOf', 'eli:implements'],
  forwards: ['eli:related_to'],
  overrides: ['eli:related_to'],
  cites: ['eli:cites'],
  lists: ['eli:related_to'],
};

const INCOMING: Partial<Record<RelationType, string>> = {
  repeals: 'eli:repealed_by',
  amends: 'eli:amended_by',
  based_on: 'eli:basis_for',
  implements: 'eli:implemented_by',
  cites: 'eli:cited_by',
};

/**
 * Describes a document as schema.org `Legislation` with the terms of the European Legislation Identifier ontology (ELI).
 * What is not known is left out.
 *
 * @param origin scheme and host of the site, put before its addresses.
 * @returns a JSON-LD object: `{ "@type": ["Legislation", "eli:LegalResource"], legislationIdentifier: "新政办发〔2024〕43号", … }`
 */
export function legislationJsonLd(document: ApiDocumentFacts, relations: ApiRelations, origin: string): object {
  const url = origin + document.url;
  const { status } = document;
  const force = status === null ? null : LEGAL_FORCE[status.status];
  return present({
    '@context': ['https://schema.org', { eli: 'http://data.europa.eu/eli/ontology#' }],
    '@type': ['Legislation', 'eli:LegalResource'],
    '@id': url,
    url,
    name: document.title,
    alternateName: document.aliases,
    inLanguage: 'zh-CN',
    legislationIdentifier: document.documentNumber,
    legislationType: document.documentType,
    legislationPassedBy: document.issuingAuthorities.map((name) => ({ '@type': 'GovernmentOrganization', name })),
    legislationDate: document.adoptionDate ?? document.promulgationDate,
    datePublished: document.publicationDate,
    temporalCoverage:
      document.effectiveDate === null ? null : `${document.effectiveDate}/${document.expiryDate ?? '..'}`,
    legislationLegalForce: force === null ? null : `https://schema.org/${force}`,
    legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
    isPartOf: { '@type': 'PublicationIssue', name: document.issue.title, url: origin + document.issue.url },
    'eli:title': document.title,
    'eli:id_local': document.documentNumber,
    'eli:passed_by': document.issuingAuthorities,
    'eli:date_document': document.promulgationDate,
    'eli:date_publication': document.publicationDate,
    'eli:first_date_entry_in_force': document.effectiveDate,
    'eli:date_no_longer_in_force': lastDay(document),
    'eli:in_force': force === null ? null : ELI_FORCE[force],
    ...relationTerms(relations, origin),
  });
}

/**
 * Writes a JSON-LD object so that it can stand inside `<script type="application/ld+json">`: no text in it can end the
 * element.
 */
export function scriptSafeJson(object: object): string {
  return JSON.stringify(object).replaceAll('<', String.raw`\u003c`);
}

/** The last day on which any of it was, or is known to be, in force. */
function lastDay({ status, expiryDate }: ApiDocumentFacts): string | null {
  return status !== null && ENDED.has(status.status) && status.since !== null ? addDays(status.since, -1) : expiryDate;
}

function relationTerms(relations: ApiRelations, origin: string): Record<string, string[]> {
  const terms: Record<string, string[]> = {};
  const add = (term: string, url: string): void => {
    const urls = (terms[term] ??= []);
    if (!urls.includes(origin + url)) urls.push(origin + url);
  };
  for (const { type, target } of relations.outgoing) {
    if (target !== null) for (const term of OUTGOING[type]) add(term, target.url);
  }
  for (const { type, source } of relations.incoming) {
    const term = INCOMING[type];
    if (term !== undefined) add(term, source.url);
  }
  return terms;
}

function present(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}
