import type { Mention } from '../mention.ts';

/** Documents that one word ends, as a whole or in part. */
export interface Ended {
  mentions: Mention[];
  inPart: boolean;
  /** Before those that end in part, those of which articles end: 《A》第二条，|《B》附件1同时废止. */
  byArticle?: Mention[];
}

export const NONE: Ended = { mentions: [], inPart: false };
