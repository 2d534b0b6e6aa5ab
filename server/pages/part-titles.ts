import type { PartRow } from '../../ingest/store/queries/document-text.ts';

/**
 * The parts of a document under the names that stand over their texts and in its contents: a regulation by its own title, a
 * 令 by its number, a covering notice as 印发通知, annexes by their order: 附件2　自治区生产安全事故应急救援指挥部设置图.
 */
export function partTitles(
  parts: readonly PartRow[],
  document: { title: string; documentNumber: string | null },
): PartRow[] {
  const annexes = parts.filter((part) => isAnnex(part, parts)).map((part) => part.seq);
  return parts.map((part) => {
    const annex = annexes.indexOf(part.seq);
    return { ...part, title: annex === -1 ? titleOf(part, document) : annexTitle(part, annex + 1, annexes.length) };
  });
}

/** An annex, or a list that follows another text. */
const isAnnex = (part: PartRow, parts: readonly PartRow[]): boolean =>
  part.kind === 'annex' || (part.kind === 'list' && part.seq > (parts[0]?.seq ?? 0) && part.title !== '');

function annexTitle(part: PartRow, number: number, count: number): string {
  if (/^附[件录表图]/u.test(part.title)) return part.title;
  return [`附件${count > 1 ? number : ''}`, part.title].filter((text) => text !== '').join('　');
}

function titleOf(part: PartRow, document: { title: string; documentNumber: string | null }): string {
  if (part.kind !== 'notice') return part.title || '正文';
  const number = document.documentNumber ?? '';
  if (/(?:令|公告)第/u.test(number)) return number;
  const own = part.title !== '' && part.title !== document.title;
  if (own) return part.title;
  return /[印下]发|转发|公布|发布/u.test(document.title) ? '印发通知' : '正文';
}
