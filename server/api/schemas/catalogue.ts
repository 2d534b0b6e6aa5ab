import { z } from 'zod';
import { Day, OnDay, StatusName, pageQuery, pageShape } from './common.ts';
import { named } from './registry.ts';

/** Query string of `GET /api/v1/catalogues`. */
export const CatalogueListQuery = z.object({ ...pageQuery });

/** Query string of `GET /api/v1/catalogues/{year}/{quarter}`. */
export const CatalogueQuery = z.object({ on: OnDay, ...pageQuery });

const catalogueHead = {
  year: z.int(),
  quarter: z.int().min(1).max(4),
  title: z.string(),
  documentId: z.string().nullable().describe('The document that publishes it.'),
  documentNumber: z.string().nullable(),
  issueId: z.string(),
  declaredTotal: z.int().nullable().describe('The count that the gazette prints.'),
  actualTotal: z.int().min(0).describe('The entries that it lists.'),
  url: z.string(),
};

/** Answer of `GET /api/v1/catalogues`. */
export const CatalogueListShape = named(
  'CatalogueList',
  'Quarterly filing catalogues (备案登记的行政规范性文件目录), newest first.',
  z.object({ ...pageShape, items: z.array(z.object(catalogueHead)) }),
);

const EntryShape = named(
  'CatalogueEntry',
  'A line of a filing catalogue.',
  z.object({
    seq: z.int().min(1),
    title: z.string(),
    documentNumber: z.string().nullable(),
    date: Day.nullable(),
    line: z.int().min(1),
    raw: z.string(),
    registerId: z.string().nullable(),
    held: z.boolean().describe('True: the archive holds its full text.'),
    status: StatusName.nullable(),
    url: z.string().nullable(),
  }),
);

/** Answer of `GET /api/v1/catalogues/{year}/{quarter}`. */
export const CatalogueQuarterShape = named(
  'CatalogueQuarter',
  'The catalogues of a quarter (one for each gazette that publishes one), a page at a time, each whole: by department or region, with declared and actual counts.',
  z.object({
    year: z.int(),
    quarter: z.int().min(1).max(4),
    on: Day,
    ...pageShape,
    catalogues: z.array(
      z.object({
        ...catalogueHead,
        groups: z.array(
          z.object({
            name: z.string(),
            section: z.string().nullable().describe('The heading over this group and others: 市州人民政府.'),
            declared: z.int().nullable(),
            actual: z.int().min(0),
            entries: z.array(EntryShape),
          }),
        ),
      }),
    ),
  }),
);
