import type { MappedText } from './mapped-text.ts';
import type { LineRange, Span } from './span.ts';

/**
 * 编 part, 分编 subpart, 章 chapter, 节 section, 条 article, 款 paragraph (counted, never printed), 项 item （一）, 目 subitem 1.;
 * `heading` is a natural division of a text without articles (一、… / 1.1 …), `table` a run of table rows, `list` a run of list lines.
 */
export type ProvisionKind =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'heading'
  | 'box'
  | 'table'
  | 'list';

/**
 * One node of a document's text. `body` is the node's own text without its label and without its children; the text of a
 * whole article is its body followed by its children in order (structure/provision-text.ts).
 */
export interface Provision {
  /** Stable in its document: `art-8`, `art-8/para-2/item-3`, `chp-1`, `annex-2/art-1`, `h-1/h-2` (structure/provision-id.ts). */
  id: string;
  kind: ProvisionKind;
  /** As printed: 第八条, （三）, 1., 一、; null where nothing is printed (款). */
  label: string | null;
  /** [8]; 第一百二十条之一 is [120, 1]; 2.1.1 is [2, 1, 1]. Null where it cannot be told. */
  number: number[] | null;
  /** 总则 of 第一章 总则; the title of a numbered heading. Null where there is none. */
  heading: string | null;
  body: MappedText;
  /** From the first character of the label to the last of the last child. */
  span: Span;
  lines: LineRange;
  children: Provision[];
}
