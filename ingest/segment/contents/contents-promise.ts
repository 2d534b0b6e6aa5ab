import type { MappedText } from '../../model/mapped-text.ts';
import type { Extracted, Span } from '../../model/span.ts';

/** An entry of the contents as the document finder needs it. */
export interface ContentsPromise {
  section: Extracted<string> | null;
  title: string;
  /** The title as printed; null for an entry that is a number alone. */
  words: MappedText | null;
  /** Folded for comparison with the text over a document. */
  folded: string;
  documentNumber: string | null;
  page: number | null;
  span: Span;
  /** The section prints news. */
  isReport: boolean;
}
