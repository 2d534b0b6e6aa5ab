/** What is read from a draft, in order; each fact has a file of its own. */
import type { GazetteDocument } from '../model/document.ts';
import type { Masthead } from '../model/issue.ts';
import type { SourceText } from '../model/source.ts';
import type { Warning } from '../model/warning.ts';
import type { DocumentDraft } from '../model/document-draft.ts';
import { regionOf } from '../text/authority-names.ts';
import { documentNumberKey } from '../text/document-number.ts';
import { actingParts, isDraftTitle } from './acting-parts.ts';
import { adoptionDateOf } from './adoption-date.ts';
import { aliasesOf } from './aliases.ts';
import { commencementsOf } from './effect/commencements.ts';
import { ownNumberOf } from './document-number.ts';
import { documentTypeOf } from './document-types.ts';
import { effectOf } from './effect/effect.ts';
import { effectiveDateOf } from './effect/effective-date.ts';
import { expiryOf } from './effect/expiry-date.ts';
import { factWarnings } from './fact-warnings.ts';
import { issuingAuthoritiesOf } from './issuing-authority.ts';
import { mergeRelations } from './relations/merge-relations.ts';
import { ownNamesOf } from './own-names.ts';
import { dateOnPage, weigh } from './page-facts.ts';
import { promulgationDateOf } from './promulgation-date.ts';
import { relationsOf } from './relations/relations.ts';
import { datedByReprint } from './relations/reprints.ts';
import { historyOf } from './revision-history.ts';
import { signatoryOf } from './signatory.ts';
import { statementsOf } from './statement.ts';

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
 * dates and no authority, and repeals nothing. A draft (征求意见稿) is promulgated on no day.
 */
export function extractFacts(draft: DocumentDraft, context: ExtractContext): DocumentFacts {
  const { source, masthead } = context;
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
  const promulgationDate = isAct && !isDraftTitle(draft.title.text) ? promulgation.value : null;
  const adoptionDate = isAct ? adoptionDateOf(statements) : null;
  const events = { promulgation: promulgationDate?.value ?? null, adoption: adoptionDate?.value ?? null };
  const acting = actingParts(draft);
  const effect = effectOf(
    statements.filter(({ part }) => acting.has(part)),
    own,
    events.promulgation,
  );
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

  const found = relationsOf({ draft, acting, statements, own, history, home });

  const warnings = isAct
    ? factWarnings(
        draft,
        { number, issuingAuthorities, promulgation, effective, effectiveDate, expiryDate, found },
        (offset) => context.lineOf(offset),
      )
    : [];
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
