import { styleText } from 'node:util';
import { statusLabel } from '../../server/pages/status-label.ts';
import { MOST_LISTED } from '../../server/search/search-limits.ts';
import type { Highlight, SearchAnswer, SearchHit } from '../../server/search/search-types.ts';
import { citeDocument } from '../validity/cite-document.ts';

/** How many there are and how they were found, in one line. */
export function totalLine({ query, total, totalIsExact, suggestion, unanswered }: SearchAnswer): string {
  const missing = unanswered === 0 ? '' : `（有${unanswered}台检索服务器没有应答，结果不全）`;
  const hint = suggestion === null ? '' : `您要找的是不是：${suggestion}`;
  if (query.mode === 'nearest')
    return total === 0 ? `没有找到。${missing}${hint}` : `没有完全相符的内容，以下${total}条最接近。${missing}${hint}`;
  if (!totalIsExact) return `约${total}条，只列得出前${MOST_LISTED}条，加词可以缩小范围${missing}`;
  return `共${total}条${missing}`;
}

/** A hit in lines: what it is and its status, the passage with its marks (bold on a terminal), its address. */
export function hitLines(hit: SearchHit): string[] {
  const label = hit.articleLabel === null ? '' : ` ${hit.articleLabel}`;
  const passage = cropped(hit).replace(/\s*\n\s*/gu, ' ');
  const more = hit.alsoInTotal > hit.alsoIn.length ? `等${hit.alsoInTotal}件` : '';
  const also = hit.alsoIn.map(({ title }) => citeDocument(title, null)).join('、') + more;
  return [
    `\n${citeDocument(hit.title, hit.documentNumber) ?? hit.documentId}${label} [${statusLabel(hit.status)}]`,
    ...(passage === '' ? [] : [`  ${passage}`]),
    ...(also === '' ? [] : [`  另见：${also}`]),
    `  ${hit.articleUrl}`,
  ];
}

function cropped({ text, crop, highlights }: SearchHit): string {
  let shown = crop.start > 0 ? '…' : '';
  let at = crop.start;
  for (const { start, end } of highlights.filter((mark) => isInside(mark, crop))) {
    shown += text.slice(at, Math.max(at, start)) + bold(text.slice(Math.max(at, start), Math.min(end, crop.end)));
    at = Math.min(end, crop.end);
  }
  return shown + text.slice(at, crop.end) + (crop.end < text.length ? '…' : '');
}

const bold = (text: string): string => (process.stdout.isTTY ? styleText('bold', text) : text);

const isInside = (mark: Highlight, crop: Highlight): boolean => mark.end > crop.start && mark.start < crop.end;
