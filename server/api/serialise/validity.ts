import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { coverage } from '../../../ingest/store/queries/register.ts';
import { matchesOf } from '../../../ingest/validity/check-text.ts';
import type { CheckedMatch, TextCheck } from '../../../ingest/validity/check-text.ts';
import { knownDocumentUrl } from '../../pages/urls.ts';
import { ApiError } from '../api-error.ts';
import type { ValidityAnswerShape, ValidityCheckShape, ValidityMatchShape } from '../schemas/validity.ts';
import { apiStatus } from './status.ts';

type ApiMatch = z.infer<typeof ValidityMatchShape>;

/**
 * The status of what a reference means. 新政办发〔2010〕23号 on 2024-08-09 is repealed, by 新政办发〔2024〕36号. Throws 404 not_known
 * when nothing in the archive bears this number or title.
 */
export function apiValidity(store: Store, ref: string, on: IsoDate): z.infer<typeof ValidityAnswerShape> {
  const matches = matchesOf(store, ref, on);
  if (matches.length === 0) {
    throw new ApiError(404, 'not_known', `馆藏不知道“${ref}”，这不等于它不存在`);
  }
  return { ref, on, matches: matches.map(apiMatch), coverage: coverage(store).sentence };
}

/** The answer of a check as the API gives it. */
export function apiCheck(check: TextCheck): z.infer<typeof ValidityCheckShape> {
  return {
    on: check.on,
    ownDate: check.ownDate,
    citations: check.citations.map(({ raw, start, end, title, documentNumber, matches, note }) => ({
      raw,
      start,
      end,
      title,
      documentNumber,
      matches: matches.map(apiMatch),
      note,
    })),
    coverage: check.coverage.sentence,
  };
}

function apiMatch({ entry, status, replacedBy, warnings }: CheckedMatch): ApiMatch {
  const { id, documentNumber, title, held } = entry;
  const { label, since, until, decidedBy, certainty, reason, otherEndings } = apiStatus(status);
  return {
    documentId: id,
    documentNumber,
    title,
    held,
    status: status.status,
    label,
    since,
    until,
    decidedBy,
    certainty,
    reason,
    otherEndings,
    replacedBy:
      replacedBy === null
        ? null
        : {
            documentId: replacedBy.id,
            documentNumber: replacedBy.documentNumber,
            title: replacedBy.title,
            url: knownDocumentUrl(replacedBy.id, replacedBy.held),
          },
    warnings,
    url: knownDocumentUrl(id, held),
  };
}
