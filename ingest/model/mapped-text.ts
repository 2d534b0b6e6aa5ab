/** `length` characters of a text from `at` on stand in the source from `source` on, one for one. */
export interface TextRun {
  at: number;
  source: number;
  length: number;
}

/**
 * A readable text whose every character is known by its place in the source: printed lines joined, page
 * furniture and marks left out. Characters between runs do not exist: runs cover `text` without a gap.
 */
export interface MappedText {
  text: string;
  runs: TextRun[];
}
