/** Half-open range of UTF-16 offsets into the decoded source text of one file. */
export interface Span {
  start: number;
  end: number;
}

/** A calendar day as YYYY-MM-DD: always a real one (text/dates.ts makes them, nothing else does). */
export type IsoDate = string;

/** 1-based line numbers in the decoded source text. */
export interface LineRange {
  start: number;
  end: number;
}

/**
 * How sure a value is: `stated` is printed, `computed` is a printed rule with a derived day (有效期5年),
 * `presumed` has nothing printed behind it but the general rule of the field.
 */
export type Certainty = 'stated' | 'computed' | 'presumed';

/** A passage of the source and the rule that picked it. `raw` is the passage as printed, line breaks removed. */
export interface Evidence {
  raw: string;
  span: Span;
  rule: string;
}

/** A value read from a gazette together with the passage that proves it. */
export interface Extracted<T> extends Evidence {
  value: T;
  certainty: Certainty;
}
