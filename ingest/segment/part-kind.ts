/** What kind of text a part is, told from its labels first and its title's last word second. */
import type { PartKind } from '../model/document.ts';
import { readLabel } from '../structure/read-label.ts';
import type { Paragraph } from '../model/document-draft.ts';

export interface PartFacts {
  title: string;
  paragraphs: readonly Paragraph[];
  isCovering: boolean;
  partCount: number;
  isAnnex: boolean;
}

const REGULATION = /(?:办法|规定|条例|细则|规则|章程|制度|规程|准则|法|基准|规范)(?:[（(][^）)]{0,16}[）)])?$/u;
const PLAN = /(?:方案|规划|计划|预案|措施|意见|要点|纲要|行动|指南|建议)(?:[（(][^）)]{0,16}[）)])?$/u;
const DECISION = /(?:决定|决议|命令)$/u;
const LIST = /(?:目录|名单|清单|一览表|表|名册|文件|图)(?:[（(][^）)]{0,16}[）)])?$/u;

/** The share of paragraphs that are list entries: rows, numbered lines, short lines without a sentence. */
function listShare(paragraphs: readonly Paragraph[]): number {
  let entries = 0;
  let all = 0;
  for (const { role, text } of paragraphs) {
    if (role !== 'body' && role !== 'table' && role !== 'list') continue;
    all += 1;
    const label = readLabel(text.text)?.kind;
    if (
      role !== 'body' ||
      label === 'point' ||
      (label === undefined && text.text.length <= 40 && !/[。；]/u.test(text.text))
    )
      entries += 1;
  }
  return all === 0 ? 1 : entries / all;
}

function hasArticle(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.some(
    ({ role, text }) => role === 'body' && text.text.startsWith('第') && readLabel(text.text)?.kind === 'article',
  );
}

/** The kind of one part. */
export function partKindOf({ title, paragraphs, isCovering, partCount, isAnnex }: PartFacts): PartKind {
  if (DECISION.test(title)) return 'decision';
  if (isCovering && partCount > 1) return 'notice';
  if (hasArticle(paragraphs)) return 'regulation';
  if (isCovering && /(?:通知|通告|公告|通报|函|批复|令|答复)$/u.test(title)) return 'notice';
  if (PLAN.test(title)) return 'plan';
  if ((isAnnex || LIST.test(title)) && listShare(paragraphs) >= 0.6) return 'list';
  if (REGULATION.test(title)) return 'regulation';
  return isAnnex ? 'annex' : isCovering ? 'notice' : 'plan';
}
