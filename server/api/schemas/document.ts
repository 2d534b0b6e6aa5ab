import { z } from 'zod';
import {
  CertaintyName,
  Day,
  LinesShape,
  OnDay,
  ProvisionNumbers,
  SpanShape,
  cursorQuery,
  cursorShape,
} from './common.ts';
import { named } from './registry.ts';
import { StatusShape } from './validity.ts';

/** Query string of a document, an article and the relations of one. */
export const DocumentQuery = z.object({ on: OnDay });

/** Query string of `GET /api/v1/documents`. */
export const DocumentListQuery = z.object({
  issue: z.string().optional().describe('只要这一期公报所载的。'),
  authority: z.string().optional().describe('只要这个机关制定的。'),
  type: z.string().optional().describe('只要这个文种。'),
  kind: z.enum(['act', 'report']).optional().describe('act 是机关发布的文件，report 是会议报道。'),
  year: z.coerce.number().int().min(1).max(9999).optional().describe('只要这一年公布的。'),
  on: OnDay,
  ...cursorQuery,
});

const FactShape = named(
  'Fact',
  'A value with the passage that proves it, its place in the source file and the rule that found it.',
  z.object({
    name: z.string(),
    value: z.string(),
    certainty: CertaintyName,
    raw: z.string(),
    rule: z.string(),
    span: SpanShape.describe('Offsets into the decoded source file.'),
    line: z.int().min(1),
    url: z.string().describe('The passage in the source file, on this site.'),
    provisions: ProvisionNumbers.describe('For a fact of some provisions only; empty for the whole document.'),
  }),
);

const ProvisionBase = z.object({
  id: z.string().describe('art-8/para-2/item-3; also the anchor on the page of the document.'),
  kind: z.string(),
  label: z.string().nullable(),
  number: z.array(z.int()).nullable().describe('[8]; 第一百二十条之一 is [120, 1].'),
  heading: z.string().nullable(),
  text: z.string().describe('Its own text, without label and children.'),
  lines: LinesShape,
});

/** A provision with its children, as the API gives it. */
export type ApiProvision = z.infer<typeof ProvisionBase> & { children: ApiProvision[] };

const ProvisionShape: z.ZodType<ApiProvision> = named(
  'Provision',
  'A node of the text: 编 章 节 条 款 项 目, a heading, a table or a list.',
  ProvisionBase.extend({
    get children() {
      return z.array(ProvisionShape);
    },
  }),
);

const IssueReference = z.object({
  id: z.string(),
  title: z.string(),
  publicationDate: Day.nullable(),
  url: z.string(),
});

/** A meeting's news is promulgated by nobody: it is neither in force nor ended. */
const DocumentStatus = StatusShape.nullable().describe('Null for a report (kind), which has no legal force.');

const documentHead = {
  documentId: z.string(),
  kind: z.enum(['act', 'report']),
  title: z.string(),
  documentNumber: z.string().nullable(),
  documentType: z.string().nullable(),
  issuingAuthorities: z.array(z.string()),
  promulgationDate: Day.nullable(),
  effectiveDate: Day.nullable(),
  expiryDate: Day.nullable().describe('Last day in force.'),
  issue: IssueReference,
  url: z.string(),
};

export const DocumentSummaryShape = named(
  'DocumentSummary',
  'A document held in full, as lists give it.',
  z.object({ ...documentHead, status: DocumentStatus }),
);

/** Answer of `GET /api/v1/documents`. */
export const DocumentListShape = named(
  'DocumentList',
  'Documents held in full, newest first.',
  z.object({ ...cursorShape, items: z.array(DocumentSummaryShape) }),
);

/** Answer of `GET /api/v1/documents/{id}`. */
export const DocumentShape = named(
  'Document',
  'A document held in full: its facts each with evidence, its text as a tree of provisions.',
  z.object({
    ...documentHead,
    section: z.string().nullable(),
    signatory: z.string().nullable(),
    adoptionDate: Day.nullable(),
    publicationDate: Day.nullable(),
    aliases: z.array(z.string()),
    page: z.int().nullable(),
    lines: LinesShape,
    status: DocumentStatus,
    facts: z.array(FactShape),
    history: z.array(
      z.object({
        type: z.string(),
        date: Day.nullable(),
        documentNumber: z.string().nullable(),
        authority: z.string().nullable(),
        raw: z.string(),
        line: z.int().min(1),
      }),
    ),
    parts: z.array(
      z.object({ kind: z.string(), title: z.string(), lines: LinesShape, provisions: z.array(ProvisionShape) }),
    ),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), line: z.int().nullable() })),
  }),
);

const DocumentReference = named(
  'DocumentReference',
  'A known document, held in full or only named.',
  z.object({
    documentId: z.string(),
    documentNumber: z.string().nullable(),
    title: z.string().nullable(),
    held: z.boolean(),
    url: z.string(),
  }),
);

const relationFacts = {
  type: z.enum(['repeals', 'amends', 'based_on', 'implements', 'forwards', 'overrides', 'cites', 'lists']),
  mode: z.enum(['amended', 'revised', 'extended', 'suspended', 'repealed', 'declared_invalid', 'kept']).nullable(),
  provisionId: z.string().nullable().describe('The provision that says it; null for running text.'),
  citation: z.object({
    raw: z.string(),
    title: z.string().nullable(),
    documentNumber: z.string().nullable(),
    provisions: ProvisionNumbers,
  }),
  effectiveDate: Day.nullable(),
  until: z
    .string()
    .nullable()
    .describe(
      'Of an extension the new last day in force, or the length by which the validity grows (P5Y); null for all others.',
    ),
  certainty: CertaintyName,
  evidence: z.object({ quote: z.string(), line: z.int().min(1), url: z.string() }),
};

const OutgoingRelation = named(
  'OutgoingRelation',
  'What this document says of another. `target` is null when unresolved; then `candidates` has what it may mean.',
  z.object({ ...relationFacts, target: DocumentReference.nullable(), candidates: z.array(DocumentReference) }),
);

const IncomingRelation = named(
  'IncomingRelation',
  'What another document says of this one.',
  z.object({ ...relationFacts, source: DocumentReference }),
);

/** Answer of `GET /api/v1/documents/{id}/relations`. */
export const RelationsShape = named(
  'Relations',
  'Relations in both directions.',
  z.object({
    documentId: z.string(),
    outgoing: z.array(OutgoingRelation),
    incoming: z.array(IncomingRelation),
  }),
);

const ArticleLink = z.object({ label: z.string(), n: z.string(), url: z.string() });

/** Answer of `GET /api/v1/documents/{id}/articles/{n}`. */
export const ArticleShape = named(
  'Article',
  'One article with its neighbours and who cites it.',
  z.object({
    documentId: z.string(),
    documentNumber: z.string().nullable(),
    title: z.string(),
    n: z.string().describe('8, or 120-1 for 第一百二十条之一.'),
    label: z.string(),
    heading: z.string().nullable(),
    chapterPath: z.array(z.string()),
    text: z.string().describe('Whole text without the label; paragraphs separated by a line feed.'),
    provision: ProvisionShape,
    citation: z.string().describe('《…》（新政办发〔2024〕43号）第八条'),
    status: DocumentStatus,
    previous: ArticleLink.nullable(),
    next: ArticleLink.nullable(),
    citedBy: z.array(IncomingRelation),
    url: z.string(),
  }),
);
