/** What the printed contents promise against what the file holds, and the day of the issue against the days in it. */
import type { GazetteDocument } from '../../model/document.ts';
import type { Masthead } from '../../model/issue.ts';
import type { Warning } from '../../model/warning.ts';
import { foldText } from '../../text/fold.ts';
import type { ContentsPromise } from './contents-promise.ts';
import type { FoundDocument } from '../found-document.ts';
import { lacksIssuer } from '../title-block.ts';

export interface Comparison {
  masthead: Masthead;
  entries: readonly ContentsPromise[];
  readings: readonly { found: FoundDocument; promise: ContentsPromise | null }[];
  documents: readonly GazetteDocument[];
}

/** Whether a title is the promised one; contents may leave the issuer out, or print a number alone. */
function isPromised(title: string, { title: promised, folded, documentNumber }: ContentsPromise): boolean {
  const words = foldText(title);
  return words === folded || promised === documentNumber || (lacksIssuer(promised) && words.endsWith(folded));
}

/** Adds a warning for each promise without a document, each document without a promise, each title that differs. */
export function compareWithContents({ masthead, entries, readings, documents }: Comparison, warnings: Warning[]): void {
  if (masthead.gazette === null && documents.length > 1) {
    warnings.push({ code: 'masthead_missing', message: '文件开头没有公报名称、日期和期号', line: null, span: null });
  }
  const kept = new Set(readings.map(({ promise }) => promise));
  for (const entry of entries) {
    if (!kept.has(entry))
      warnings.push({
        code: 'contents_not_found',
        message: `目录所列“${entry.title}”在正文中未找到`,
        line: null,
        span: entry.span,
      });
  }
  readings.forEach(({ found, promise }, at) => {
    const document = documents[at];
    if (!document) return;
    const { title, lines, span } = document;
    if (found.head.rule === 'lost-heading')
      warnings.push({
        code: 'heading_missing',
        message: `“${title.value}”缺少文头，文号、机关和日期不明`,
        line: lines.start,
        span,
      });
    if (promise === null && entries.length > 0)
      warnings.push({ code: 'document_not_in_contents', message: `目录未列“${title.value}”`, line: lines.start, span });
    if (promise !== null && !isPromised(title.value, promise)) {
      warnings.push({
        code: 'title_differs_from_contents',
        message: `正文标题“${title.value}”，目录作“${promise.title}”`,
        line: lines.start,
        span: title.span,
      });
    }
    const published = masthead.publicationDate;
    const promulgated = document.promulgationDate;
    if (published && promulgated && published.value < promulgated.value) {
      warnings.push({
        code: 'publication_before_promulgation',
        message: `公报出版日期${published.value}早于文件日期${promulgated.value}`,
        line: lines.start,
        span: promulgated.span,
      });
    }
  });
}
