import type { GazetteDocument } from '../../../ingest/model/document.ts';
import type { ParsedIssue } from '../../../ingest/model/issue.ts';
import type { Relation } from '../../../ingest/model/relation.ts';
import type { Extracted } from '../../../ingest/model/span.ts';
import { sourceOf } from '../../helpers/parse-text.ts';

/** What a test says of a document; everything else is absent. */
export interface MadeDocument {
  title: string;
  number?: string;
  authority?: string;
  promulgated?: string;
  effective?: string;
  expiry?: string;
  kind?: 'act' | 'report';
  aliases?: string[];
  relations?: MadeRelation[];
}

export interface MadeRelation {
  type: Relation['type'];
  mode?: Relation['mode'];
  title?: string;
  number?: string;
  effective?: string;
  until?: string;
  provisions?: number[][];
  quote?: string;
}

export interface MadeIssue {
  gazette?: string;
  date: string;
  number?: number;
  documents: MadeDocument[];
  catalogue?: { title: string; number: string | null; date: string | null }[];
}

const SPAN = { start: 0, end: 1 };

function fact<T>(value: T): Extracted<T> {
  return { value, raw: String(value), span: SPAN, rule: 'made', certainty: 'stated' };
}

function optional<T>(value: T | undefined): Extracted<T> | null {
  return value === undefined ? null : fact(value);
}

function relation(made: MadeRelation): Relation {
  const quote = made.quote ?? `《${made.title ?? ''}》（${made.number ?? ''}）`;
  const mode = made.mode ?? (made.type === 'repeals' ? 'repealed' : made.type === 'amends' ? 'amended' : null);
  return {
    type: made.type,
    mode,
    provisionId: null,
    citation: {
      title: made.title ?? null,
      documentNumber: made.number ?? null,
      provisions: made.provisions ?? [],
      raw: quote,
      span: SPAN,
    },
    effectiveDate: made.effective ?? null,
    until: made.until ?? null,
    certainty: 'stated',
    evidence: { raw: quote, span: SPAN, rule: 'made' },
  };
}

function document(made: MadeDocument, at: number): GazetteDocument {
  return {
    kind: made.kind ?? 'act',
    title: fact(made.title),
    documentNumber: optional(made.number),
    section: null,
    documentType: null,
    issuingAuthorities: made.authority === undefined ? [] : [fact(made.authority)],
    signatory: null,
    adoptionDate: null,
    promulgationDate: optional(made.promulgated),
    effectiveDate: optional(made.effective),
    expiryDate: optional(made.expiry),
    validWithoutEnd: null,
    commencements: [],
    aliases: (made.aliases ?? []).map((alias) => fact(alias)),
    history: [],
    relations: (made.relations ?? []).map(relation),
    span: { start: at, end: at + 1 },
    lines: { start: at + 1, end: at + 1 },
    parts: [],
  };
}

/** An issue as the pipeline gives it, of documents that a test makes up. One character of text stands for each document. */
export function madeIssue(made: MadeIssue): ParsedIssue {
  const text = `${JSON.stringify(made)}\n${'文'.repeat(made.documents.length)}`;
  const start = text.length - made.documents.length;
  const gazette = made.gazette ?? '新疆维吾尔自治区人民政府公报';
  return {
    source: sourceOf(text),
    masthead: {
      gazette: fact(gazette),
      publicationDate: fact(made.date),
      issueNumbers: fact([made.number ?? Number(made.date.slice(5, 7))]),
      year: null,
      serialNumbers: null,
    },
    contents: [],
    documents: made.documents.map((doc, index) => document(doc, start + index)),
    filingCatalogues:
      made.catalogue === undefined
        ? []
        : [
            {
              documentNumber: null,
              year: Number(made.date.slice(0, 4)),
              quarter: 1,
              declaredTotal: null,
              groups: [
                {
                  name: '自治区',
                  declared: null,
                  section: null,
                  span: SPAN,
                  line: 1,
                  entries: made.catalogue.map((entry, index) => ({
                    title: entry.title,
                    documentNumber: entry.number,
                    date: entry.date,
                    span: SPAN,
                    line: index + 1,
                    raw: `${entry.title}${entry.number ?? ''}`,
                  })),
                },
              ],
              span: SPAN,
            },
          ],
    segments: [],
    warnings: [],
  };
}
