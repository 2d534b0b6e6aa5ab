import { z } from 'zod';
import type { ParsedIssue } from '../model/issue.ts';
import { STATED_FACT_NAMES } from '../model/source.ts';
import type { SourceFormat, SourceText, StatedFact } from '../model/source.ts';
import type { Store } from './open-store.ts';
import type { RankedSource } from './source-rank.ts';

/** Reads a decoded file into an issue: the pipeline, or a double of it in a test. */
export type ParseSource = (source: SourceText) => ParsedIssue;

const STATED_FACTS: z.ZodType<StatedFact[]> = z.array(
  z.object({
    name: z.enum(STATED_FACT_NAMES),
    label: z.string(),
    value: z.string(),
    span: z.object({ start: z.number(), end: z.number() }).nullable(),
  }),
);

interface SourceRow {
  format: SourceFormat;
  encoding: string;
  content_hash: string;
  byte_length: number;
  stated_facts: string;
  text: string;
}

/** The decoded text of a file as it was ingested, so that it can be parsed again without the file. */
function storedSource(store: Store, sourceId: number): SourceText {
  const row = store
    .prepare<[number], SourceRow>(
      'SELECT format, encoding, content_hash, byte_length, stated_facts, text FROM sources WHERE id = ?',
    )
    .get(sourceId);
  if (!row) throw new Error(`no source ${sourceId} in the record store`);
  return {
    text: row.text,
    format: row.format,
    encoding: row.encoding,
    contentHash: row.content_hash,
    byteLength: row.byte_length,
    statedFacts: STATED_FACTS.parse(JSON.parse(row.stated_facts)),
  };
}

/** Every ingested file once, parsed when it is first asked for. */
export class ParsedSources {
  readonly #store: Store;
  readonly #parse: ParseSource;
  readonly #known = new Map<number, ParsedIssue>();

  constructor(store: Store, parse: ParseSource) {
    this.#store = store;
    this.#parse = parse;
  }

  add(sourceId: number, issue: ParsedIssue): void {
    this.#known.set(sourceId, issue);
  }

  has(sourceId: number): boolean {
    return this.#known.has(sourceId);
  }

  get(sourceId: number): ParsedIssue {
    const known = this.#known.get(sourceId);
    if (known) return known;
    const issue = this.#parse(storedSource(this.#store, sourceId));
    this.#known.set(sourceId, issue);
    return issue;
  }
}

/** A file with what ranks it (source-rank.ts). */
export interface SourceRecord extends RankedSource {
  id: number;
  issueId: string;
  ownIssueId: string;
  isPrimary: number;
}

/** Columns of a SourceRecord, from `sources s`. */
export const SOURCE_COLUMNS = `s.id, s.issue_id AS issueId, s.own_issue_id AS ownIssueId, s.is_primary AS isPrimary, s.path, s.gazette,
  s.publication_date AS publicationDate, (SELECT count(*) FROM appearances c WHERE c.source_id = s.id) AS documents`;
