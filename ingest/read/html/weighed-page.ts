import { isFileLink, isFoot, isFurniture } from './page-furniture.ts';
import type { PageLine } from './page-lines.ts';
import type { PageElement } from './page-tree.ts';

/** A page, seen by what its lines weigh. */
export interface WeighedPage {
  lines: readonly PageLine[];
  /** For each line, how much running text it is. */
  prose: readonly number[];
  /** Lines that state facts about the document. */
  excluded: ReadonlySet<number>;
  /** The element that holds the article. */
  core: PageElement;
}

/** A line with one of these reads as a sentence. */
export const SENTENCE = /[，。；：、]/;

/** A short line that can be part of a document: a heading, a number, a signature, a date. A page speaks to its reader: 请输入您要咨询的问题. */
export function isDocumentLine(line: PageLine): boolean {
  return (
    !isFurniture(line) &&
    !isFoot(line) &&
    !isFileLink(line) &&
    !line.text.includes('您') &&
    line.linked * 2 <= line.characters
  );
}

/** Whether half of a line or more leads to another page. */
export function isMostlyLink(line: PageLine): boolean {
  return line.linked > 0 && line.linked * 2 >= line.characters;
}
