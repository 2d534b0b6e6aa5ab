import { describe, expect, it } from 'vitest';
import { applyStatedFacts } from '../../../ingest/extract/stated-facts.ts';
import type { GazetteDocument } from '../../../ingest/model/document.ts';
import type { SourceText, StatedFact } from '../../../ingest/model/source.ts';
import type { Extracted } from '../../../ingest/model/span.ts';
import { NO_FACTS } from '../../helpers/fixture-documents.ts';

const SPAN = { start: 0, end: 0 };

function said<T>(value: T, certainty: Extracted<T>['certainty'] = 'stated'): Extracted<T> {
  return { value, certainty, raw: String(value), span: SPAN, rule: 'test' };
}

function documentWith(facts: Partial<GazetteDocument>): GazetteDocument {
  return {
    kind: 'act',
    title: said('关于印发广州市就业见习基地管理办法的通知'),
    ...NO_FACTS,
    documentNumber: null,
    issuingAuthorities: [],
    span: SPAN,
    lines: { start: 1, end: 1 },
    parts: [],
    ...facts,
  };
}

/** A page with these rows on its first lines. */
function pageWith(rows: [StatedFact['name'], string, string][]): SourceText {
  let text = '';
  const statedFacts = rows.map(([name, label, value]): StatedFact => {
    const start = text.length;
    text += `${label}：${value}\n`;
    return { name, label, value, span: { start, end: text.length - 1 } };
  });
  return { text, format: 'html', encoding: 'utf-8', contentHash: '', byteLength: text.length, statedFacts };
}

const PAGE = pageWith([
  ['documentNumber', '文号', '穗人社规字〔2019〕6号'],
  ['effectiveDate', '实施日期', '2019年10月16日'],
  ['expiryDate', '失效日期', '2024年10月15日'],
  ['issuingAuthority', '发布机关', '广州市人力资源和社会保障局'],
  ['promulgationDate', '成文日期', '2019-10-09 00:00'],
]);

describe('applyStatedFacts', () => {
  it('gives a document what only its page states, with the row as evidence', () => {
    const missing = { code: 'number_missing' as const, message: '', line: 1, span: null };
    const kept = { code: 'item_number_gap' as const, message: '', line: 9, span: null };
    const { documents, warnings } = applyStatedFacts([documentWith({})], PAGE, [missing, kept]);
    const [document] = documents;
    expect(document?.documentNumber).toEqual({
      value: '穗人社规字〔2019〕6号',
      raw: '文号：穗人社规字〔2019〕6号',
      span: { start: 0, end: '文号：穗人社规字〔2019〕6号'.length },
      rule: 'page-metadata',
      certainty: 'stated',
    });
    expect(document?.effectiveDate?.value).toBe('2019-10-16');
    expect(document?.expiryDate?.value).toBe('2024-10-15');
    expect(document?.promulgationDate?.value).toBe('2019-10-09');
    expect(document?.issuingAuthorities.map(({ value }) => value)).toEqual(['广州市人力资源和社会保障局']);
    expect(warnings).toEqual([kept]);
  });

  it('keeps the text where the page disagrees and says so', () => {
    const own = documentWith({
      documentNumber: said('穗人社规字〔2019〕7号'),
      expiryDate: said('2024-10-08', 'computed'),
      effectiveDate: said('2019-10-16'),
    });
    const { documents, warnings } = applyStatedFacts([own], PAGE);
    expect(documents[0]?.documentNumber?.value).toBe('穗人社规字〔2019〕7号');
    expect(documents[0]?.expiryDate?.value).toBe('2024-10-08');
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([
      ['stated_fact_differs', 1],
      ['stated_fact_differs', 3],
    ]);
    expect(warnings[1]?.message).toContain('2024年10月15日');
  });

  it('takes one number in two spellings, one of several authorities and a title with its authority for the same', () => {
    const own = documentWith({
      documentNumber: said('穗人社规字〔2019〕6号'),
      issuingAuthorities: [said('广州市人力资源和社会保障局'), said('广州市财政局')],
    });
    const page = pageWith([
      ['documentNumber', '文号', '穗人社规字[2019]6号'],
      ['issuingAuthority', '发布机关', '广州市人力资源和社会保障局'],
      ['title', '名称', '广州市人力资源和社会保障局 广州市财政局关于印发《广州市就业见习基地管理办法》的通知'],
    ]);
    expect(applyStatedFacts([own], page).warnings).toEqual([]);
  });

  it('replaces a presumed day, and does not hold a day of printing against the day of the signature', () => {
    const own = documentWith({ effectiveDate: said('2019-10-09', 'presumed'), promulgationDate: said('2019-10-09') });
    const page = pageWith([
      ['effectiveDate', '实施日期', '2019年10月16日'],
      ['promulgationDate', '印发日期', '2019年10月16日'],
    ]);
    const { documents, warnings } = applyStatedFacts([own], page);
    expect(documents[0]?.effectiveDate?.value).toBe('2019-10-16');
    expect(documents[0]?.promulgationDate?.value).toBe('2019-10-09');
    expect(warnings).toEqual([]);
  });

  it('leaves a file of several documents alone', () => {
    const two = [documentWith({}), documentWith({})];
    expect(applyStatedFacts(two, PAGE)).toEqual({ documents: two, warnings: [] });
  });

  it.each([
    ['省政府', '江苏省人民政府'],
    ['粮食和储备局', '国家粮食和物资储备局'],
    ['市政府办公室', '十堰市人民政府办公室'],
  ])('takes %s for %s', (short, full) => {
    const page = pageWith([['issuingAuthority', '发布机构', short]]);
    const { warnings } = applyStatedFacts([documentWith({ issuingAuthorities: [said(full)] })], page);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['省政府办公厅', '江苏省人民政府'],
    ['财政局', '国家粮食和物资储备局'],
  ])('does not take %s for %s', (short, full) => {
    const page = pageWith([['issuingAuthority', '发布机构', short]]);
    const { warnings } = applyStatedFacts([documentWith({ issuingAuthorities: [said(full)] })], page);
    expect(warnings.map(({ code }) => code)).toEqual(['stated_fact_differs']);
  });

  it('takes the number that says whose it is from the page', () => {
    const page = pageWith([['documentNumber', '发文字号', '商务部公告2022年第21号']]);
    const { documents, warnings } = applyStatedFacts([documentWith({ documentNumber: said('2022年第21号') })], page);
    expect(documents[0]?.documentNumber).toMatchObject({ value: '商务部公告2022年第21号', rule: 'page-metadata' });
    expect(warnings).toEqual([]);
  });
});
