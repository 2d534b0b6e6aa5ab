import type { Closing } from './closing.ts';
import type { DocumentHead } from './document-head.ts';
import type { TitleBlock } from './title-block.ts';

/** A document as lines: [head.start, to). */
export interface FoundDocument {
  head: DocumentHead;
  parts: PartRange[];
  to: number;
}

/** Lines [from, to) of one part. */
export interface PartRange {
  from: number;
  to: number;
  /** Line of its label (附件2); null for the covering text and for what it promulgates. */
  annexLabel: number | null;
  annexNumber: number | null;
  title: TitleBlock | null;
  /** First line behind label and title. */
  body: number;
  closing: Closing | null;
  rule: string;
}
