import type { z } from 'zod';
import type { ValidityCheckShape } from '../../api/schemas/validity.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';
import { CERTAINTY_LABELS } from '../../pages/certainty-label.ts';

type ApiCheck = z.infer<typeof ValidityCheckShape>;
type ApiMatch = ApiCheck['citations'][number]['matches'][number];

interface CheckRow {
  seq: number;
  raw: string;
  candidates: number;
  match: ApiMatch | null;
}

/** What the table says of a document that the archive does not know. */
const NOT_KNOWN = '此处未知（不等于不存在）';

/**
 * The answer of a validity check, one row for each cited document in the order of the text; an ambiguous citation has one
 * row for each candidate, an unknown one a row that says so.
 */
export function validityCheckSheet(check: ApiCheck, origin: string): Sheet {
  const rows = check.citations.flatMap(({ raw, matches }, index): CheckRow[] => {
    const row = { seq: index + 1, raw, candidates: matches.length };
    return matches.length === 0 ? [{ ...row, match: null }] : matches.map((match) => ({ ...row, match }));
  });
  return sheetOf('效力核查', checkColumns(check.on, origin), rows);
}

function checkColumns(on: string, origin: string): Column<CheckRow>[] {
  return [
    { heading: '序号', type: 'number', width: 8, value: ({ seq }) => seq },
    { heading: '原文引用', type: 'text', width: 50, value: ({ raw }) => raw },
    { heading: '候选数', type: 'number', width: 8, value: ({ candidates }) => candidates },
    { heading: '文号', type: 'text', width: 24, value: ({ match }) => match?.documentNumber ?? null },
    { heading: '文件名称', type: 'text', width: 50, value: ({ match }) => match?.title ?? null },
    { heading: '截至', type: 'date', width: 12, value: () => on },
    { heading: '效力状态', type: 'text', width: 14, value: ({ match }) => match?.label ?? NOT_KNOWN },
    { heading: '自', type: 'date', width: 12, value: ({ match }) => match?.since ?? null },
    { heading: '至', type: 'date', width: 12, value: ({ match }) => match?.until ?? null },
    { heading: '依据程度', type: 'text', width: 12, value: ({ match }) => certaintyOf(match) },
    { heading: '依据文号', type: 'text', width: 24, value: ({ match }) => match?.decidedBy?.documentNumber ?? null },
    { heading: '依据文件', type: 'text', width: 40, value: ({ match }) => match?.decidedBy?.title ?? null },
    { heading: '依据原文', type: 'text', width: 70, value: ({ match }) => match?.decidedBy?.quote ?? null },
    { heading: '说明', type: 'text', width: 50, value: ({ match }) => match?.reason ?? null },
    { heading: '代替文件', type: 'text', width: 40, value: ({ match }) => replacementOf(match) },
    { heading: '提示', type: 'text', width: 40, value: ({ match }) => match?.warnings.join('；') ?? null },
    { heading: '网址', type: 'link', width: 50, value: ({ match }) => (match === null ? null : origin + match.url) },
  ];
}

function certaintyOf(match: ApiMatch | null): string | null {
  return match === null || match.status === 'unknown' ? null : CERTAINTY_LABELS[match.certainty];
}

function replacementOf(match: ApiMatch | null): string | null {
  const replacement = match?.replacedBy ?? null;
  if (replacement === null) return null;
  const { title, documentNumber } = replacement;
  return [title, documentNumber === null ? null : `（${documentNumber}）`].filter((text) => text !== null).join('');
}
