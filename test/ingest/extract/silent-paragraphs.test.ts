import { describe, expect, it } from 'vitest';
import type { ParagraphRole } from '../../../ingest/model/document-draft.ts';
import { factsOf, regulation } from './draft.ts';

describe('what is said beside the text', () => {
  const clause = '本办法自2024年5月1日起施行，有效期至2026年4月30日。';
  const daysOf = (role: ParagraphRole) => {
    const { effectiveDate, expiryDate } = regulation('甲市供水管理办法', [
      '第一条 为加强供水管理，制定本办法。',
      [role, clause],
    ]);
    return [effectiveDate?.value ?? null, expiryDate?.value ?? null];
  };

  it('is the document’s own in a paragraph of its body', () => {
    expect(daysOf('body')).toEqual(['2024-05-01', '2026-04-30']);
  });

  it.each<ParagraphRole>(['table', 'list', 'salutation', 'signature', 'number', 'authority', 'annex_notice'])(
    'begins and ends nothing in a %s',
    (role) => {
      expect(daysOf(role)).toEqual([null, null]);
    },
  );
});

describe('news of a meeting', () => {
  const factsOfKind = (kind: 'act' | 'report') => {
    const title = '省人民政府召开第5次常务会议';
    const { documentNumber, promulgationDate, adoptionDate } = factsOf({
      title,
      number: '甲政发〔2024〕5号',
      kind,
      parts: [
        {
          kind: 'notice',
          title,
          lines: ['会议审议通过了《甲办法》。', ['signature', '甲省人民政府'], ['date', '2024年4月1日']],
        },
      ],
    });
    return [documentNumber?.value ?? null, promulgationDate?.value ?? null, adoptionDate];
  };

  it('has no number and no day, which an act with the same lines has', () => {
    expect(factsOfKind('act').slice(0, 2)).toEqual(['甲政发〔2024〕5号', '2024-04-01']);
    expect(factsOfKind('report')).toEqual([null, null, null]);
  });
});
