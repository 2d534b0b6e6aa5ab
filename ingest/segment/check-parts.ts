/** Warns of what a document announces and does not print: annexes without text, annexes that are missing, tables without their cells. */
import type { Warning } from '../model/warning.ts';
import { foldText } from '../text/fold.ts';
import { hasClauseMark, widthOf } from '../text/characters.ts';
import type { DraftPart, Paragraph } from '../model/document-draft.ts';

const CELL_WIDTH = 10;
const FEWEST_CELLS = 12;
// Must match: 附件：1.分级标准 · 附件:名单 · 2.应急响应流程图      Must not: （empty）
const ANNOUNCED =
  /^(?:附\s{0,4}[件表录]?\s{0,2}[0-9０-９一二三四五六七八九十]{0,3}\s{0,2}[：:.．、]\s{0,4})?(?:\d{1,2}\s?[.．、]\s{0,2})?(.+)$/u;

function isTextless({ paragraphs }: DraftPart): boolean {
  return !paragraphs.some(
    ({ role }) => role === 'body' || role === 'table' || role === 'list' || role === 'promulgation',
  );
}

function announcedTitles(paragraphs: readonly Paragraph[]): { title: string; paragraph: Paragraph }[] {
  const announced: { title: string; paragraph: Paragraph }[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.role !== 'annex_notice') continue;
    const title = ANNOUNCED.exec(paragraph.text.text)?.[1]?.replace(/[。；;]$/u, '') ?? '';
    if (title !== '' && !/^附\s{0,4}[件表录]?\s{0,2}[：:]?$/u.test(title)) announced.push({ title, paragraph });
  }
  return announced;
}

/** Adds a warning for each annex that is announced and not there, and for each that has a title and no text. */
export function checkAnnexes(parts: readonly DraftPart[], warnings: Warning[]): void {
  const titles = parts.map((part) => foldText(part.title.text));
  parts.forEach((part, at) => {
    for (const { title, paragraph } of announcedTitles(part.paragraphs)) {
      const folded = foldText(title);
      if (titles.some((held, index) => held !== '' && index !== at && (held.includes(folded) || folded.includes(held))))
        continue;
      warnings.push({
        code: 'annex_missing',
        message: `附件“${title}”的正文不在本文件中`,
        line: paragraph.lines.start,
        span: paragraph.span,
      });
    }
    const isLabelled = part.paragraphs.some(({ role }) => role === 'annex_label');
    if (at > 0 && isLabelled && isTextless(part)) {
      warnings.push({
        code: 'annex_missing',
        message: `附件“${part.title.text}”只有标题`,
        line: part.lines.start,
        span: part.span,
      });
    }
  });
}

const isCell = ({ role, text }: Paragraph): boolean =>
  (role === 'body' || role === 'list') &&
  text.text.length <= CELL_WIDTH * 2 &&
  widthOf(text.text) <= CELL_WIDTH &&
  !hasClauseMark(text.text);

/** Adds a warning for each long run of cells on lines of their own: a table whose rows were lost. */
export function checkTables(parts: readonly DraftPart[], warnings: Warning[]): void {
  for (const { paragraphs } of parts) {
    let start = 0;
    for (let at = 0; at <= paragraphs.length; at += 1) {
      const paragraph = paragraphs[at];
      if (paragraph && isCell(paragraph)) continue;
      if (at - start >= FEWEST_CELLS) warnOfCells(paragraphs.slice(start, at), warnings);
      start = at + 1;
    }
  }
}

function warnOfCells(cells: readonly Paragraph[], warnings: Warning[]): void {
  const figures = cells.filter(({ text }) => /\d/u.test(text.text)).length;
  const first = cells[0];
  if (!first || figures * 3 < cells.length) return;
  const message = `表格在转换中失去单元格，${cells.length}个单元格各占一行`;
  warnings.push({ code: 'table_flattened', message, line: first.lines.start, span: first.span });
}
