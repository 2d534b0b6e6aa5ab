import { z } from 'zod';
import { Day, OnDay, cursorQuery, cursorShape } from './common.ts';
import { DocumentSummaryShape } from './document.ts';
import { named } from './registry.ts';

/** Query string of `GET /api/v1/issues`. */
export const IssueListQuery = z.object({
  year: z.coerce.number().int().min(1).max(9999).optional().describe('只要这一年的。'),
  ...cursorQuery,
});

/** Query string of `GET /api/v1/issues/{id}`. */
export const IssueQuery = z.object({ on: OnDay });

const issueHead = {
  id: z.string(),
  title: z.string(),
  gazette: z.string().nullable(),
  publicationDate: Day.nullable(),
  year: z.int().nullable(),
  issueNumbers: z.array(z.int()).describe('第17-18号 → [17, 18]'),
  serialNumbers: z.array(z.int()).describe('总987-988期 → [987, 988]'),
  counts: z.object({
    documents: z.int().min(0),
    reports: z.int().min(0),
    articles: z.int().min(0),
    catalogueEntries: z.int().min(0),
    warnings: z.int().min(0),
  }),
  url: z.string(),
};

/** Answer of `GET /api/v1/issues`. */
export const IssueListShape = named(
  'IssueList',
  'Gazette issues held, newest first.',
  z.object({ ...cursorShape, items: z.array(z.object(issueHead)) }),
);

/** Answer of `GET /api/v1/issues/{id}`. */
export const IssueShape = named(
  'Issue',
  'An issue: masthead facts, the printed contents with what each line became, the documents.',
  z.object({
    ...issueHead,
    sources: z.array(z.object({ path: z.string(), format: z.string(), encoding: z.string(), contentHash: z.string() })),
    contents: z.array(
      z.object({
        section: z.string().nullable(),
        title: z.string(),
        documentNumber: z.string().nullable(),
        page: z.int().nullable(),
        documentId: z.string().nullable().describe('Null: the file does not hold what the contents promise.'),
      }),
    ),
    documents: z.array(DocumentSummaryShape),
    filingCatalogues: z.array(z.object({ year: z.int(), quarter: z.int().min(1).max(4), url: z.string() })),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), line: z.int().nullable() })),
  }),
);
