import type { Certainty } from '../../ingest/model/span.ts';

/** How a value is known, in the words of the pages. */
export const CERTAINTY_LABELS: Record<Certainty, string> = {
  stated: '原文明示',
  computed: '依原文推算',
  presumed: '推定',
};
