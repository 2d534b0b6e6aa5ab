import type { MappedText } from '../model/mapped-text.ts';
import type { Extracted, IsoDate, Span } from '../model/span.ts';
import type { Warning } from '../model/warning.ts';
import type { WarningCode } from '../model/warning-codes.ts';
import type { DocumentDraft } from '../model/document-draft.ts';
import { sourceSpan } from '../text/mapped-text.ts';
import type { OwnNumber } from './document-number.ts';
import type { EffectiveDate } from './effect/effective-date.ts';
import type { Weighed } from './page-facts.ts';
import type { PromulgationDate } from './promulgation-date.ts';
import type { Statement } from './statement.ts';
import type { FoundRelations } from './relations/statement-relations.ts';

/** What was read of a document that promulgates something, as far as it can fall short. */
export interface ReadFacts {
  number: OwnNumber;
  issuingAuthorities: readonly Extracted<string>[];
  promulgation: PromulgationDate;
  effective: EffectiveDate;
  effectiveDate: Weighed<IsoDate>;
  expiryDate: Weighed<IsoDate>;
  found: FoundRelations;
}

const LONGEST_PASSAGE = 120;

const spanOf = (text: MappedText): Span => sourceSpan(text, 0, text.text.length);

const passage = ({ text }: Statement, start: number, end: number): string =>
  text.text.slice(start, end).trim().slice(0, LONGEST_PASSAGE);

/** What is missing, cannot be read or contradicts itself among the facts of a document. `lineOf`: the line of a source offset. */
export function factWarnings(draft: DocumentDraft, facts: ReadFacts, lineOf: (offset: number) => number): Warning[] {
  const warnings: Warning[] = [];
  const warn = (code: WarningCode, message: string, span: Span): void => {
    warnings.push({ code, message, line: lineOf(span.start), span });
  };
  const { unreadable } = facts.number;
  if (unreadable) warn('number_malformed', `无法识别的发文字号：${unreadable.text.trim()}`, spanOf(unreadable));
  else if (facts.number.value === null) warn('number_missing', `没有发文字号：${draft.title.text}`, draft.span);
  if (facts.issuingAuthorities.length === 0)
    warn('authority_missing', `没有署名和发文机关：${draft.title.text}`, draft.span);
  if (facts.promulgation.value === null)
    warn('promulgation_date_missing', `落款没有日期：${draft.title.text}`, draft.span);
  const { impossible } = facts.promulgation;
  if (impossible) warn('date_impossible', `日历上没有这一天：${impossible.text.trim()}`, spanOf(impossible));
  warnOfDates(facts, warn);
  for (const { statement, start, end } of facts.found.unclear)
    warn(
      'repeal_target_unclear',
      `未写明废止的文件：${passage(statement, start, end)}`,
      sourceSpan(statement.text, start, end),
    );
  return warnings;
}

function warnOfDates(
  { effective, effectiveDate, expiryDate }: ReadFacts,
  warn: (code: WarningCode, message: string, span: Span) => void,
): void {
  if (effective.unresolved && effectiveDate.value === null) {
    const { statement, clause } = effective.unresolved;
    const span = sourceSpan(statement.text, clause.start, clause.end);
    const code = clause.date?.certainty === 'stated' ? 'date_impossible' : 'effective_date_unresolved';
    warn(code, `施行日期无法确定：${passage(statement, clause.start, clause.end)}`, span);
  }
  const [from, to] = [effectiveDate.value, expiryDate.value];
  if (from && to && from.value > to.value)
    warn('effective_after_expiry', `施行日期${from.value}晚于有效期届满日${to.value}`, to.span);
  for (const { value, differs } of [effectiveDate, expiryDate])
    // Where the text's day is kept, the comparison with the page (stated-facts.ts) says so.
    if (differs?.page === value)
      warn(
        'stated_fact_differs',
        `页面载明${differs.page.raw}，正文为${differs.text.value}（${differs.text.raw}）`,
        differs.text.span,
      );
}
