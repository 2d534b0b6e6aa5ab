/**
 * The salutation under a number: 各州、市、县（市）人民政府，各行政公署： Told from its place (the first paragraph of a covering text)
 * and its end. Notices where two columns were read across are kept as printed, with a warning.
 */
import type { Warning } from '../model/warning.ts';
import type { Paragraph } from '../model/document-draft.ts';

// Must match: 各州、市人民政府： · 国务院： · 自治州住房公积金各缴存单位：      Must not: 现将有关事项通知如下：
const SALUTATION = /^(?!.*(?:如下|以下|下列|通知|决定|现将|根据))[^。；]{2,200}[：:]$/u;

/** Whether a line addresses somebody. */
export function isSalutation(words: string): boolean {
  return SALUTATION.test(words);
}

// Must match: 各州、市人民政府，自治区人 你们，请结合实际认真贯彻执行。 · 各县区，市政府各部门、各直属机构: 现印发给你们,请结合实际认真贯彻落实。
// Must not: 各县（市）、区人民政府： · 各地要加强领导。
const INTERLEAVED = /^各[^。]{4,120}(?:[：:]\s{0,3}|[^\s，。、：:]\s)[^。]{2,60}[。.]/u;

/** Marks the salutation among the first paragraphs of a covering text. */
export function markSalutation(paragraphs: readonly Paragraph[], warnings: Warning[]): void {
  const at = paragraphs.findIndex((paragraph) => paragraph.role === 'body');
  const first = paragraphs[at];
  if (!first || /^[第一二三四五六七八九十（(0-9]/u.test(first.text.text)) return;
  if (isSalutation(first.text.text)) {
    first.role = 'salutation';
    return;
  }
  if (!INTERLEAVED.test(first.text.text)) return;
  first.role = 'salutation';
  warnings.push({
    code: 'lines_interleaved',
    message: '主送机关与正文的两栏文字被横向读成一段，按原样保留',
    line: first.lines.start,
    span: first.span,
  });
}
