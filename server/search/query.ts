import type { IsoDate } from '../../ingest/model/span.ts';
import type { DocumentNumber } from '../../ingest/text/document-number.ts';

/** One thing that a text must (or must not) have. */
export interface Term {
  /** As typed, without quotation marks or the minus. */
  text: string;
  /** Folded by ingest/index/fold-text.ts: never empty. */
  folded: string;
  /** Typed in quotation marks: punctuation and script count too. */
  literal: boolean;
}

/** Terms that belong together: all of `all`, none of `none`. */
export interface Alternative {
  all: Term[];
  none: Term[];
}

/** 第八条第二款第（三）项: numbers as in Provision.number, null where not said. */
export interface ProvisionAddress {
  article: number[];
  paragraph: number | null;
  item: number | null;
}

/** What the whole query looks like, beside being text. The archive decides whether it is so. */
export type Reading =
  | { kind: 'number'; number: DocumentNumber }
  | { kind: 'serial'; year: number | null; serial: number }
  | { kind: 'series'; code: string; year: number }
  | { kind: 'article'; address: ProvisionAddress; of: string | null }
  | { kind: 'date'; from: IsoDate; to: IsoDate; precision: 'day' | 'month' | 'year' }
  | { kind: 'title'; title: string };

export interface ParsedQuery {
  /** Any of them: the parts around OR. Empty: nothing to look for. */
  alternatives: Alternative[];
  reading: Reading | null;
}

/** Every positive term, for marks and for people. */
export function positiveTerms(query: ParsedQuery): Term[] {
  const byFold = new Map<string, Term>();
  for (const { all } of query.alternatives) for (const term of all) byFold.set(term.folded, term);
  return [...byFold.values()];
}
