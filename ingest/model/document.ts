import type { MappedText } from './mapped-text.ts';
import type { Provision } from './provision.ts';
import type { Relation, RevisionEvent } from './relation.ts';
import type { Extracted, IsoDate, LineRange, Span } from './span.ts';

/** `report`: news of a meeting and the like; promulgated by nobody, changes nothing. */
export type DocumentKind = 'act' | 'report';

export type PartKind = 'notice' | 'regulation' | 'plan' | 'decision' | 'list' | 'annex';

/** A paragraph around a text: salutation, signature, date, 题注, （此件公开发布）. */
export interface FramingParagraph {
  text: MappedText;
  span: Span;
}

/** One text inside a document: the covering notice or 令, the regulation it promulgates, each annex. */
export interface DocumentPart {
  kind: PartKind;
  title: string;
  span: Span;
  lines: LineRange;
  provisions: Provision[];
  /** What is printed around the provisions; in print order. */
  framing?: FramingParagraph[];
}

/** 第三条自2025年1月1日起施行: the commencement of some provisions, apart from the document's own. */
export interface ProvisionCommencement {
  provisions: number[][];
  effectiveDate: Extracted<IsoDate>;
}

/** A document of an issue with every fact that its text states. Absent is null (lists: empty), with a warning where one is due. */
export interface GazetteDocument {
  kind: DocumentKind;
  title: Extracted<string>;
  documentNumber: Extracted<string> | null;
  /** The contents section that lists it: 部门文件. */
  section: Extracted<string> | null;
  /** Key of data/document-types.json, told from the title's last word: 通知, 办法, 决定. */
  documentType: string | null;
  issuingAuthorities: Extracted<string>[];
  signatory: Extracted<string> | null;
  adoptionDate: Extracted<IsoDate> | null;
  promulgationDate: Extracted<IsoDate> | null;
  effectiveDate: Extracted<IsoDate> | null;
  expiryDate: Extracted<IsoDate> | null;
  /** True when the text says 长期有效. */
  validWithoutEnd: Extracted<true> | null;
  commencements: ProvisionCommencement[];
  /** Other titles under which it is known: the regulation that a notice promulgates. */
  aliases: Extracted<string>[];
  history: RevisionEvent[];
  relations: Relation[];
  span: Span;
  lines: LineRange;
  parts: DocumentPart[];
}
