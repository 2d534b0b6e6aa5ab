/** What is read from a draft, in order; each fact has a file of its own. */
import type { GazetteDocument } from '../model/document.ts';
import type { Masthead } from '../model/issue.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { SourceText } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { Warning } from '../model/warning.ts';
import type { WarningCode } from '../model/warning-codes.ts';
import type { DocumentDraft } from '../segment/document-draft.ts';
import { regionOf } from '../text/authority-names.ts';
import { documentNumberKey } from '../text/document-number.ts';
import { sourceSpan } from '../text/mapped-text.ts';
import { adoptionDateOf } from './adoption-date.ts';
import { aliasesOf } from './aliases.ts';
import { commencementsOf } from './commencements.ts';
import { ownNumberOf } from './document-number.ts';
import { documentTypeOf } from './document-types.ts';
import { effectOf } from './effect.ts';
import { effectiveDateOf } from './effective-date.ts';
import { expiryOf } from './expiry-date.ts';
import { issuingAuthoritiesOf } from './issuing-authority.ts';
import { mergeRelations } from './merge-relations.ts';
import { ownNamesOf } from './own-names.ts';
import { dateOnPage, weigh } from './page-facts.ts';
import { promulgationDateOf } from './promulgation-date.ts';
import { relationsOf } from './relations.ts';
import { datedByReprint } from './reprints.ts';
import { historyOf } from './revision-history.ts';
import { signatoryOf } from './signatory.ts';
import { statementsOf } from './statement.ts';
import type { Statement } from './statement.ts';

/** Everything that a document's own text states about it, with the warnings that reading it gave. */
export type DocumentFacts = Pick<
  GazetteDocument,
  | 'documentNumber'
  | 'documentType'
  | 'issuingAuthorities'
  | 'signatory'
  | 'adoptionDate'
  | 'promulgationDate'
  | 'effectiveDate'
  | 'expiryDate'
  | 'validWithoutEnd'
  | 'commencements'
  | 'aliases'
  | 'history'
  | 'relations'
> & { warnings: Warning[] };

export interface ExtractContext {
  source: SourceText;
  masthead: Masthead;
  /** The 1-based line of a source offset. */
  lineOf(offset: number): number;
}

/**
 * Reads the facts of one document. Pure: the same draft gives the same facts. News of a meeting (`report`) has no number, no
 * dates and no authority, and repeals nothing.
 */
export function extractFacts(draft: DocumentDraft, context: ExtractContext): DocumentFacts {
  const { source, masthead } = context;
  const warnings: Warning[] = [];
  const warn = (code: WarningCode, message: string, span: Span): void => {
    warnings.push({ code, message, line: context.lineOf(span.start), span });
  };
  const spanOf = (text: MappedText): Span => sourceSpan(text, 0, text.text.length);
  const passage = ({ text }: Statement, start: number, end: number): string =>
    text.text.slice(start, end).trim().slice(0, 120);

  const isAct = draft.kind === 'act';
  const statements = statementsOf(draft);
  const issuingAuthorities = isAct ? issuingAuthoritiesOf(draft, statements, source.statedFacts) : [];
  const home = regionOf(issuingAuthorities[0]?.value ?? '') ?? regionOf(masthead.gazette?.value ?? '');
  const history = historyOf(statements, home);
  const number = ownNumberOf(draft, source, history);
  const documentNumber = isAct ? number.value : null;
  const numberKey = documentNumber === null ? null : documentNumberKey(documentNumber.value, home);
  const own = ownNamesOf(draft, numberKey);

  const promulgation = promulgationDateOf(isAct ? statements : [], source);
  const promulgationDate = isAct ? promulgation.value : null;
  const adoptionDate = isAct ? adoptionDateOf(statements) : null;
  const events = { promulgation: promulgationDate?.value ?? null, adoption: adoptionDate?.value ?? null };
  const effect = isAct ? effectOf(statements, own, events.promulgation) : [];
  const effective = effectiveDateOf(effect, events);
  const effectiveDate = weigh(
    effective.value,
    isAct ? dateOnPage(source, 'effectiveDate', 'effective-date/page-metadata') : null,
  );
  const expiry = expiryOf(effect, effectiveDate.value?.value ?? null, events);
  const expiryDate = weigh(
    expiry.expiryDate,
    isAct ? dateOnPage(source, 'expiryDate', 'expiry-date/page-metadata') : null,
  );

  const found = relationsOf({ draft, statements, own, history, home });

  if (isAct) {
    if (number.unreadable)
      warn('number_malformed', `无法识别的发文字号：${number.unreadable.text.trim()}`, spanOf(number.unreadable));
    else if (documentNumber === null) warn('number_missing', `没有发文字号：${draft.title.text}`, draft.span);
    if (issuingAuthorities.length === 0)
      warn('authority_missing', `没有署名和发文机关：${draft.title.text}`, draft.span);
    if (promulgationDate === null) warn('promulgation_date_missing', `落款没有日期：${draft.title.text}`, draft.span);
    if (promulgation.impossible)
      warn(
        'date_impossible',
        `日历上没有这一天：${promulgation.impossible.text.trim()}`,
        spanOf(promulgation.impossible),
      );
    if (effective.unresolved && effectiveDate.value === null) {
      const { statement, clause } = effective.unresolved;
      const span = sourceSpan(statement.text, clause.start, clause.end);
      const code = clause.date ? 'date_impossible' : 'effective_date_unresolved';
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
    for (const { statement, start, end } of found.unclear)
      warn(
        'repeal_target_unclear',
        `未写明废止的文件：${passage(statement, start, end)}`,
        sourceSpan(statement.text, start, end),
      );
  }
  return {
    documentNumber,
    documentType: documentTypeOf(draft.title.text),
    issuingAuthorities,
    signatory: isAct ? signatoryOf(statements) : null,
    adoptionDate,
    promulgationDate,
    effectiveDate: effectiveDate.value,
    expiryDate: expiryDate.value,
    validWithoutEnd: expiry.validWithoutEnd,
    commencements: commencementsOf(effect, draft.parts, events),
    aliases: isAct ? aliasesOf(draft) : [],
    history,
    relations: mergeRelations(datedByReprint(found.relations, effect, events)),
    warnings,
  };
}
