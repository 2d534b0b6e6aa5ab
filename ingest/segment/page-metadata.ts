import type { StatedFact } from '../model/source.ts';
import { makeFurniture, type PrintedText } from './printed-text.ts';

/**
 * Sets the rows of a saved page's own table apart (发文字号：国发〔2019〕5号, which the page reader puts before the article): they are
 * evidence for stated facts, not text of a document.
 */
export function setPageMetadataApart(text: PrintedText, facts: readonly StatedFact[]): void {
  const spans = facts.flatMap(({ span }) => (span ? [span] : []));
  text.lines.forEach((line, index) => {
    if (line.text !== '' && spans.some(({ start, end }) => line.start >= start && line.end <= end))
      makeFurniture(text, index, 'page-metadata');
  });
}
