/** What the archive's own texts say against each other: shown on /coverage, beside the status of each document, and by `gazette doctor`. */
import { likeness } from '../store/same-document.ts';
import type { Store } from '../store/open-store.ts';
import { perStore } from '../store/per-store.ts';
import { citeDocument } from './cite-document.ts';

export const CONTRADICTION_LABELS = {
  effective_after_expiry: '施行日期晚于有效期届满之日',
  repealed_before_effective: '在施行以前已被废止',
  repealed_before_promulgation: '废止日期早于公布日期',
  number_of_two_documents: '两份文件同用一个文号',
  ended_document_as_basis: '以已经失效的文件为制定依据',
  catalogue_date_differs: '备案目录所列日期与文件公布日期不同',
  page_says_ended: '网页标为失效或废止，而没有失效的依据',
} as const;

export type ContradictionCode = keyof typeof CONTRADICTION_LABELS;

/** One contradiction: the entry it is about, one sentence with both sides, and where the second side stands. */
export interface Contradiction {
  code: ContradictionCode;
  registerId: string;
  title: string | null;
  documentNumber: string | null;
  message: string;
  /** The passage that contradicts. */
  quote: string | null;
  sourceDocumentId: string | null;
  issueId: string | null;
  line: number | null;
}

interface Row {
  registerId: string;
  title: string | null;
  documentNumber: string | null;
  quote: string | null;
  sourceDocumentId: string | null;
  issueId: string | null;
  line: number | null;
  /** The two sides: days, or the document that says the second. */
  one: string;
  other: string;
}

const ENTRY = 'r.id AS registerId, r.title, r.document_number AS documentNumber';

const ENDED = `e.type IN ('repealed', 'declared_invalid') AND e.date IS NOT NULL`;

/** CROSS JOIN and the unary + keep SQLite from beginning with what many rows have in common. */
interface Query {
  code: ContradictionCode;
  sql: string;
  /** The entries of which it can be true, where an index knows them; without it every entry is looked at. */
  entries?: string;
  message: (row: Row) => string;
}

const QUERIES: readonly Query[] = [
  {
    code: 'effective_after_expiry',
    sql: `SELECT ${ENTRY}, f.raw AS quote, d.id AS sourceDocumentId, d.issue_id AS issueId, f.line, d.effective_date AS one, d.expiry_date AS other
      FROM documents d JOIN register r ON r.id = d.id LEFT JOIN facts f ON f.document_id = d.id AND f.name = 'expiryDate'
      WHERE d.effective_date > d.expiry_date`,
    entries: 'SELECT id FROM documents WHERE effective_date > expiry_date',
    message: (row) => `自${row.one}起施行，而有效期至${row.other}`,
  },
  {
    code: 'repealed_before_effective',
    sql: `SELECT ${ENTRY}, e.quote, e.source_document_id AS sourceDocumentId, s.issue_id AS issueId, e.source_line AS line, e.date AS one,
        d.effective_date AS other
      FROM register_events e CROSS JOIN documents d INDEXED BY documents_days ON d.id = e.register_id
      CROSS JOIN register r ON r.id = e.register_id LEFT JOIN documents s ON s.id = e.source_document_id
      WHERE ${ENDED} AND e.date < d.effective_date AND (d.promulgation_date IS NULL OR e.date >= d.promulgation_date)`,
    message: (row) => `自${row.one}起废止，而自${row.other}起才施行`,
  },
  {
    code: 'repealed_before_promulgation',
    sql: `SELECT ${ENTRY}, e.quote, e.source_document_id AS sourceDocumentId, s.issue_id AS issueId, e.source_line AS line, e.date AS one,
        r.promulgation_date AS other
      FROM register_events e JOIN register r ON r.id = e.register_id LEFT JOIN documents s ON s.id = e.source_document_id
      WHERE ${ENDED} AND e.date < r.promulgation_date`,
    message: (row) => `自${row.one}起废止，而${row.other}才公布；此项废止不计入效力`,
  },
  {
    code: 'ended_document_as_basis',
    sql: `SELECT ${ENTRY}, l.quote, s.id AS sourceDocumentId, s.issue_id AS issueId, l.line, coalesce(s.document_number, s.title) AS one,
        min(e.date) AS other
      FROM relations l CROSS JOIN documents s ON s.id = l.document_id CROSS JOIN register r ON r.id = l.target_id
      CROSS JOIN register_events e ON e.register_id = r.id
      WHERE l.type = 'based_on' AND s.promulgation_date IS NOT NULL AND e.date <= s.promulgation_date
        AND e.type IN ('repealed', 'declared_invalid', 'expired') AND e.provisions = '[]' AND +s.kind = 'act'
        AND NOT (e.type = 'expired' AND EXISTS (SELECT 1 FROM register_events x WHERE x.register_id = r.id AND x.type IN ('extended', 'kept')))
        AND coalesce(e.source_document_id, '') <> s.id AND e.date >= coalesce(r.promulgation_date, e.date)
      GROUP BY r.id, s.id`,
    message: (row) => `${row.one}以它为制定依据，而它已于${row.other}起失效`,
  },
  {
    code: 'catalogue_date_differs',
    sql: `SELECT ${ENTRY}, c.raw AS quote, k.document_id AS sourceDocumentId, k.issue_id AS issueId, c.line, c.date AS one,
        d.promulgation_date AS other
      FROM catalogue_entries c JOIN catalogues k ON k.id = c.catalogue_id JOIN register r ON r.id = c.register_id
      JOIN documents d ON d.id = r.id
      WHERE c.date <> d.promulgation_date`,
    message: (row) => `备案目录列为${row.one}，而原文落款为${row.other}`,
  },
  {
    // A saved page's own row 有效性：失效. What it says of being in force holds for the day of saving, which nobody knows.
    code: 'page_says_ended',
    sql: `SELECT ${ENTRY}, json_each.value ->> 'label' || '：' || (json_each.value ->> 'value') AS quote, d.id AS sourceDocumentId, d.issue_id AS issueId,
        NULL AS line, json_each.value ->> 'value' AS one, '' AS other
      FROM sources p JOIN appearances a ON a.source_id = p.id AND a.seq = 1 JOIN documents d ON d.id = a.document_id
      JOIN register r ON r.id = d.id, json_each(p.stated_facts)
      WHERE instr(p.stated_facts, '"validity"') > 0 AND json_each.value ->> 'name' = 'validity'
        AND (one LIKE '%失效' OR one LIKE '%废止' OR one LIKE '%无效') AND one NOT LIKE '部分%' AND one NOT LIKE '%未%'
        AND NOT EXISTS (SELECT 1 FROM appearances b WHERE b.source_id = p.id AND b.seq = 2) AND d.expiry_date IS NULL
        AND NOT EXISTS (SELECT 1 FROM register_events e WHERE e.register_id = r.id AND e.provisions = '[]'
          AND e.type IN ('repealed', 'declared_invalid', 'expired', 'revised'))`,
    entries: `SELECT a.document_id FROM sources p CROSS JOIN appearances a ON a.source_id = p.id AND a.seq = 1
      WHERE instr(p.stated_facts, '"validity"') > 0`,
    message: (row) => `保存的网页标为“${row.one}”，而收录的文件中没有使它失效的依据`,
  },
];

/** Every contradiction that the store holds, by kind and then by entry. Reads the store alone; empty when nothing disagrees. */
export function contradictions(store: Store): Contradiction[] {
  const found = QUERIES.flatMap((query) =>
    store
      .prepare<[], Row>(
        `SELECT * FROM (${query.sql}) ${query.entries === undefined ? '' : `WHERE registerId IN (${query.entries})`}
         ORDER BY registerId, sourceDocumentId, line`,
      )
      .all()
      .map((row) => contradictionOf(query, row)),
  );
  return [...found, ...numbersOfTwo(store)];
}

/** The kinds that put the status of a document in doubt. */
const OF_STATUS: readonly ContradictionCode[] = [
  'effective_after_expiry',
  'repealed_before_effective',
  'repealed_before_promulgation',
  'catalogue_date_differs',
  'page_says_ended',
];

const queriesOfEntry = perStore((store) =>
  QUERIES.filter(({ code }) => OF_STATUS.includes(code)).map((query) => ({
    query,
    statement: store.prepare<[string], Row>(
      `SELECT * FROM (${query.sql}) WHERE registerId = ? ORDER BY sourceDocumentId, line`,
    ),
  })),
);

/** What is said against the days and the ending of one document, known or held, for a reader of its status. */
export function contradictionsOf(store: Store, registerId: string): Contradiction[] {
  return queriesOfEntry(store).flatMap(({ query, statement }) =>
    statement.all(registerId).map((row) => contradictionOf(query, row)),
  );
}

function contradictionOf({ code, message }: Query, row: Row): Contradiction {
  const { registerId, title, documentNumber, quote, sourceDocumentId, issueId, line } = row;
  return { code, registerId, title, documentNumber, message: message(row), quote, sourceDocumentId, issueId, line };
}

interface NumberRow {
  registerId: string;
  documentNumber: string | null;
  title: string;
  /** 1 for the title that the document itself bears. */
  own: number;
}

interface Place {
  issueId: string;
  line: number;
}

/** Half of a title's pairs of characters: an authority in front or （试行） behind does not make another document. */
const ONE_DOCUMENT = 0.5;

/** 关于印发《某办法》的通知 and 某办法, mostly one in the other, which is quickly seen. */
const isOneTitle = (a: string, b: string): boolean =>
  a.includes(b) || b.includes(a) || likeness(a, b, 2) >= ONE_DOCUMENT;

/** Entries that texts name by several titles, and entries that share a number: an index tells each without their names being read. */
const DOUBTFUL = `
  SELECT register_id FROM register_names INDEXED BY register_names_told_apart WHERE type = 'title' AND origin NOT IN ('alias', 'correction')
    GROUP BY register_id HAVING count(*) > 1
  UNION SELECT register_id FROM register_names WHERE type = 'number'
    AND key IN (SELECT key FROM register_names WHERE type = 'number' GROUP BY key HAVING count(*) > 1)`;

/** Numbers under which texts name documents of quite different titles, held or not. */
function numbersOfTwo(store: Store): Contradiction[] {
  const rows = store
    .prepare<[], NumberRow>(
      `SELECT n.register_id AS registerId, n.value AS documentNumber, t.value AS title, t.origin = 'document' AS own
       FROM (${DOUBTFUL}) e CROSS JOIN register_names n ON n.register_id = e.register_id AND n.type = 'number'
       JOIN register_names t ON t.register_id = n.register_id AND t.type = 'title' AND t.origin NOT IN ('alias', 'correction')
       ORDER BY n.key, t.origin <> 'document', t.value`,
    )
    .all();
  const place = store.prepare<[string], Place>(
    'SELECT issue_id AS issueId, line_start AS line FROM documents WHERE id = ?',
  );
  const found: Contradiction[] = [];
  let first: NumberRow | null = null;
  for (const row of rows) {
    if (first?.documentNumber !== row.documentNumber) {
      first = row;
      continue;
    }
    if (isOneTitle(first.title, row.title)) continue;
    found.push({
      code: 'number_of_two_documents',
      registerId: row.registerId,
      title: row.title,
      documentNumber: row.documentNumber,
      message: `同一文号既是${citeDocument(first.title, null) ?? ''}，又是${citeDocument(row.title, null) ?? ''}`,
      quote: null,
      ...(place.get(row.registerId) ?? { issueId: null, line: null }),
      sourceDocumentId: row.own === 1 ? row.registerId : null,
    });
  }
  return found;
}
