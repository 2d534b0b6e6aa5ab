import type { Store } from '../open-store.ts';
import { oncePerVersion } from '../store-version.ts';

/** One published filing catalogue. `declared` is the total that it prints, `actual` the entries it holds. */
export interface CatalogueSummary {
  id: number;
  issueId: string;
  issueTitle: string;
  documentId: string | null;
  documentNumber: string | null;
  documentTitle: string | null;
  gazette: string | null;
  year: number;
  quarter: number;
  declared: number | null;
  declaredRaw: string | null;
  groups: number;
  /** The sum of the counts that the groups print; null when a group prints none. */
  declaredByGroups: number | null;
  actual: number;
}

/** 乌鲁木齐市（5件）: a group with the count it prints and the count it holds. */
export interface CatalogueGroupRow {
  catalogueId: number;
  seq: number;
  name: string;
  declared: number | null;
  /** The heading over this group and others: 一、市州人民政府. */
  section: string | null;
  line: number;
  actual: number;
}

const SUMMARY = `
  SELECT c.id, c.issue_id AS issueId, i.title AS issueTitle, c.document_id AS documentId, c.document_number AS documentNumber,
    d.title AS documentTitle, c.gazette, c.year, c.quarter, c.declared_total AS declared, c.declared_raw AS declaredRaw,
    (SELECT count(*) FROM catalogue_groups g WHERE g.catalogue_id = c.id) AS groups,
    (SELECT CASE WHEN count(*) > 0 AND count(*) = count(declared) THEN sum(declared) END FROM catalogue_groups g WHERE g.catalogue_id = c.id) AS declaredByGroups,
    (SELECT count(*) FROM catalogue_entries e WHERE e.catalogue_id = c.id) AS actual
  FROM catalogues c JOIN issues i ON i.id = c.issue_id LEFT JOIN documents d ON d.id = c.document_id`;

/** Every catalogue held, newest quarter first. */
export const listCatalogues = oncePerVersion((store): readonly CatalogueSummary[] =>
  store.prepare<[], CatalogueSummary>(`${SUMMARY} ORDER BY c.year DESC, c.quarter DESC, c.id`).all(),
);

/** One page of the catalogues of a quarter (several gazettes may publish one each); `total` counts all of them. */
export function cataloguesOfQuarter(
  store: Store,
  year: number,
  quarter: number,
  page: { limit: number; offset: number },
): { total: number; catalogues: CatalogueSummary[] } {
  const total =
    store
      .prepare<[number, number], number>('SELECT count(*) FROM catalogues WHERE year = ? AND quarter = ?')
      .pluck()
      .get(year, quarter) ?? 0;
  const catalogues = store
    .prepare<number[], CatalogueSummary>(`${SUMMARY} WHERE c.year = ? AND c.quarter = ? ORDER BY c.id LIMIT ? OFFSET ?`)
    .all(year, quarter, page.limit, page.offset);
  return { total, catalogues };
}

/** The groups of a catalogue in print order. */
export function groupsOfCatalogue(store: Store, catalogueId: number): CatalogueGroupRow[] {
  return store
    .prepare<[number], CatalogueGroupRow>(
      `SELECT g.catalogue_id AS catalogueId, g.seq, g.name, g.declared, g.section, g.line,
         (SELECT count(*) FROM catalogue_entries e WHERE e.catalogue_id = g.catalogue_id AND e.group_seq = g.seq) AS actual
       FROM catalogue_groups g WHERE g.catalogue_id = ? ORDER BY g.seq`,
    )
    .all(catalogueId);
}

/** A quarter of which the archive holds a catalogue. */
export interface Quarter {
  year: number;
  quarter: number;
}

/** The quarters of which the archive holds catalogues, newest first. */
export function catalogueQuarters(store: Store): Quarter[] {
  return store
    .prepare<[], Quarter>('SELECT DISTINCT year, quarter FROM catalogues ORDER BY year DESC, quarter DESC')
    .all();
}

/** The quarters whose catalogues one issue prints. */
export function quartersOfIssue(store: Store, issueId: string): Quarter[] {
  return store
    .prepare<[string], Quarter>('SELECT year, quarter FROM catalogues WHERE issue_id = ? ORDER BY id')
    .all(issueId);
}
