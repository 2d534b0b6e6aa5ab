import type { SearchHit } from '../../search/search-types.ts';
import { statusLabel } from '../../pages/status-label.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';

/**
 * Hits of a search, one row each, best first.
 *
 * @param origin scheme and host put before the hits' addresses: `http://127.0.0.1:3000`.
 */
export function searchSheet(hits: readonly SearchHit[], origin: string): Sheet {
  return sheetOf('检索结果', searchColumns(origin), hits);
}

function searchColumns(origin: string): Column<SearchHit>[] {
  return [
    { heading: '文号', type: 'text', width: 22, value: (hit) => hit.documentNumber },
    { heading: '标题', type: 'text', width: 50, value: (hit) => hit.title },
    { heading: '条款', type: 'text', width: 12, value: (hit) => hit.articleLabel },
    { heading: '章节', type: 'text', width: 24, value: (hit) => hit.chapterPath.join(' › ') },
    { heading: '内容', type: 'text', width: 80, value: (hit) => hit.text },
    { heading: '效力状态', type: 'text', width: 12, value: (hit) => statusLabel(hit.status) },
    { heading: '制定机关', type: 'text', width: 30, value: (hit) => hit.issuingAuthorities.join('、') },
    { heading: '公布日期', type: 'date', width: 12, value: (hit) => hit.promulgationDate },
    { heading: '公报', type: 'text', width: 22, value: (hit) => hit.issueId },
    { heading: '网址', type: 'link', width: 50, value: (hit) => origin + hit.articleUrl },
  ];
}
