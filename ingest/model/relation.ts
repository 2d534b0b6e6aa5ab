import type { Certainty, Evidence, IsoDate, Span } from './span.ts';

export type RelationType =
  'repeals' | 'amends' | 'based_on' | 'implements' | 'forwards' | 'overrides' | 'cites' | 'lists';

/** A mention of a document in a text: 《安全生产领域举报奖励办法》（安监总财〔2018〕19号）. Title without its outer 《》. */
export interface Citation {
  title: string | null;
  /** Normalised spelling (text/document-number.ts), as printed in `raw`. */
  documentNumber: string | null;
  /** Provisions named with it: 第八条、第九条 → [[8],[9]]; empty for the whole document. */
  provisions: number[][];
  raw: string;
  span: Span;
}

/**
 * One directed statement about another document (or, with `provisions`, about some of its provisions).
 * `amends` carries a mode: `amended` (修正/修改 by decision), `revised` (修订: the older text ended), `extended` (有效期延长至…) or
 * `suspended` (暂停执行, 暂时调整实施).
 * `repeals` carries a mode: `repealed` (废止/停止执行) or `declared_invalid` (宣布失效). `cites` carries `kept` for 继续有效, else null.
 */
export interface Relation {
  type: RelationType;
  mode: 'amended' | 'revised' | 'extended' | 'suspended' | 'repealed' | 'declared_invalid' | 'kept' | null;
  /** Id of the provision that says it; null for a notice's running text. */
  provisionId: string | null;
  citation: Citation;
  /** First day on which it takes effect; null where the text does not tell (then the document's own dates decide). */
  effectiveDate: IsoDate | null;
  /**
   * Of `extended`: the new last day in force, or the length by which the validity grows as ISO 8601 writes it (P5Y). Of `suspended`: the
   * last day out of use. Else null.
   */
  until: string | null;
  certainty: Certainty;
  /** The whole clause or list item. */
  evidence: Evidence;
}

/** 题注 and bracketed histories: what happened to a document before this print, newest last. */
export interface RevisionEvent {
  type: 'promulgated' | 'approved' | 'amended' | 'revised' | 'adopted';
  date: IsoDate | null;
  documentNumber: string | null;
  authority: string | null;
  evidence: Evidence;
}
