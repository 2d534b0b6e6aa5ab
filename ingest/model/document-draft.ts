import type { DocumentKind, PartKind } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import type { Provision } from './provision.ts';
import type { LineRange, Span } from './span.ts';

/**
 * What a paragraph is for, told from its place and shape, not from its wording:
 * `letterhead` 杭州市人民政府办公厅文件, `authority` the line 新疆维吾尔自治区人民政府令 over a 令, `promulgation` its sentence （…已经…会议通过，现予公布），
 * `title_note` a bracketed 题注 under a title, `salutation` 各州、市人民政府：, `annex_notice` 附件：1.…,
 * `annex_label` 附件2, `signature` and `date` the 落款, `distribution` （此件公开发布）.
 */
export type ParagraphRole =
  | 'letterhead'
  | 'authority'
  | 'number'
  | 'title'
  | 'title_note'
  | 'promulgation'
  | 'salutation'
  | 'body'
  | 'table'
  | 'list'
  | 'annex_notice'
  | 'annex_label'
  | 'signature'
  | 'date'
  | 'distribution';

/** A logical paragraph: printed lines joined, furniture and marks left out. */
export interface Paragraph {
  role: ParagraphRole;
  text: MappedText;
  span: Span;
  lines: LineRange;
  /** Whether a blank line, a page end or nothing stood inside it before joining; `doubtful` joins get a warning. */
  joined: boolean;
}

export interface DraftPart {
  kind: PartKind;
  /** Without brackets and marks, joined across line ends. Empty text when the part has no title of its own. */
  title: MappedText;
  span: Span;
  lines: LineRange;
  /** Every paragraph of the part in order, its title, signature and so on included. */
  paragraphs: Paragraph[];
  provisions: Provision[];
}

/** A document after segmentation and structure, before its facts are extracted. */
export interface DocumentDraft {
  kind: DocumentKind;
  title: MappedText;
  /** The rule that found the title. */
  titleRule: string;
  /** The printed number line: 新政办发〔2024〕43号, 第239号; null when there is none. */
  number: MappedText | null;
  /** The authority line over a 令; null for other documents. */
  authority: MappedText | null;
  span: Span;
  lines: LineRange;
  parts: DraftPart[];
}
