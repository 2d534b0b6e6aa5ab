import type { RegisterEvent, ValidityRecord } from '../../ingest/model/validity.ts';

/** An event of the register, told by another document. */
export const event = (
  type: RegisterEvent['type'],
  date: string | null,
  more: Partial<RegisterEvent> = {},
): RegisterEvent => ({
  type,
  date,
  until: null,
  quote: `${type}之句`,
  certainty: 'stated',
  provisions: [],
  source: {
    documentId: 'other',
    documentNumber: '新政发〔2020〕1号',
    title: '另一文件',
    provisionId: null,
    issueId: 'i',
    line: 1,
  },
  ...more,
});

/** What is known of a document held that began on 2020-02-01. */
export const record = (more: Partial<ValidityRecord> = {}): ValidityRecord => ({
  registerId: 'self',
  held: true,
  promulgationDate: '2020-01-10',
  effectiveDate: '2020-02-01',
  effectiveCertainty: 'stated',
  expiryDate: null,
  expiryCertainty: null,
  events: [event('promulgated', '2020-01-10'), event('effective', '2020-02-01')],
  ...more,
});
